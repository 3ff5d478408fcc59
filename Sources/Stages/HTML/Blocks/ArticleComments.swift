/// Takes what readers wrote below an article off its text, on pages that declare themselves to be one.
///
/// Names alone are no proof: a whole article can stand in an element that is named for comments. So its text has to stand
/// in front of such an element, and without it.
struct ArticleComments {
  private let blocks: [PageBlock]
  /// For each block the outermost element above it that is named for comments, -1 for none.
  private let roots: [Int32]
  /// Words of an article that have to stand in front.
  private static let fewestWords = 100

  init(_ blocks: [PageBlock], _ roots: [Int32]) { (self.blocks, self.roots) = (blocks, roots) }

  func drop(_ keep: inout [Bool]) {
    var words = 0
    var dropped: Set<Int32> = []
    var passed: Set<Int32> = []
    for index in keep.indices where keep[index] {
      let root = roots[index]
      if root < 0 {
        words += blocks[index].measure.words
      } else if dropped.contains(root) || words >= Self.fewestWords && !passed.contains(root) {
        dropped.insert(root)
        keep[index] = false
      } else {
        // What begins before the article has its length is part of it.
        passed.insert(root)
        words += blocks[index].measure.words
      }
    }
  }
}
