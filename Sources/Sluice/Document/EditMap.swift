/// Where ranges of a text stand after one pass of edits; layers are carried across by it.
public struct EditMap: Sendable {
  private var before: [TextRange] = []
  private var after: [TextRange] = []

  /// - Precondition: edits are sorted and do not overlap.
  init(_ edits: [Edit]) {
    var shift = 0
    for edit in edits {
      let start = Int(edit.range.start) + shift
      before.append(edit.range)
      after.append(TextRange(start, start + edit.replacement.count))
      shift += edit.replacement.count - edit.range.count
    }
  }

  /// The range after the edits; empty when all of it was deleted.
  ///
  /// An edit inside the range, or equal to a part of it, belongs to it. An edit that reaches across one of its
  /// borders does not.
  public func map(_ range: TextRange) -> TextRange {
    let start = position(of: range.start, isStart: true)
    let end = position(of: range.end, isStart: false)
    return TextRange(Int(start), Int(max(start, end)))
  }

  private func position(of offset: Int32, isStart: Bool) -> Int32 {
    // The last edit that starts before the offset, or for the start of a range, at it: what is inserted at a
    // border of a range is no part of it.
    var low = 0
    var high = before.count
    while low < high {
      let middle = (low + high) / 2
      let isBefore = isStart ? before[middle].start <= offset : before[middle].start < offset
      if isBefore { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return offset }
    let edited = before[low - 1]
    let target = after[low - 1]
    if offset >= edited.end { return offset - edited.end + target.end }
    if isStart { return offset == edited.start ? target.start : target.end }
    return target.start
  }
}
