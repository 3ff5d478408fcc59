/// Tells the rows of tables that hold data, which are read as one line each, from those that only lay out a page.
struct DataRows {
  /// For each node: the data row that it stands in, or -1.
  private(set) var row: [Int32]
  /// For each node: its cell, or -1.
  private(set) var cell: [Int32]

  init(_ tree: FlatTree) {
    let count = tree.nodes.count
    row = Array(repeating: -1, count: count)
    cell = Array(repeating: -1, count: count)
    guard tree.nodes.contains(where: { $0.tag == .tr }) else { return }
    var cells = [Int32](repeating: 0, count: count)
    var paragraphs = [Int32](repeating: 0, count: count)
    var isLayout = [Bool](repeating: false, count: count)
    for index in 1..<count {
      let node = tree.nodes[index]
      let parent = Int(node.parent)
      row[index] = row[parent]
      cell[index] = cell[parent]
      switch node.tag {
      case .tr:
        row[index] = Int32(index)
        cell[index] = -1
      case .td, .th:
        cell[index] = Int32(index)
        if row[index] >= 0 { cells[Int(row[index])] += 1 }
      case .table, .h1, .h2, .h3, .h4, .h5, .h6, .ul, .ol, .dl, .section, .article, .form, .blockquote, .pre,
        .nav, .iframe:
        if row[parent] >= 0 { isLayout[Int(row[parent])] = true }
        if node.tag == .table {
          row[index] = -1
          cell[index] = -1
        }
      case .p:
        if cell[index] >= 0 {
          paragraphs[Int(cell[index])] += 1
          if paragraphs[Int(cell[index])] > 1, row[index] >= 0 { isLayout[Int(row[index])] = true }
        }
      default: break
      }
    }
    for node in tree.dividedByBreaks where row[Int(node)] >= 0 { isLayout[Int(row[Int(node)])] = true }
    for index in 0..<count where row[index] >= 0 {
      if isLayout[Int(row[index])] || cells[Int(row[index])] < 2 { row[index] = -1 }
    }
  }
}
