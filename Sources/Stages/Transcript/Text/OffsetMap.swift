import Sluice

/// Moves sorted offsets to the text after one pass of edits. Unlike a layer that is carried, a range that loses all
/// its text stays, empty, so that the speaker of a turn is kept when nothing of what was said remains.
struct OffsetMap {
  private let edits: [Edit]

  /// - Parameter edits: sorted, without overlap.
  init(_ edits: [Edit]) { self.edits = edits }

  /// Moves ranges that stand in the order of the text.
  func move(_ ranges: inout [Range<Int>]) {
    guard !edits.isEmpty else { return }
    var next = 0
    var shift = 0
    func pass(_ offset: Int, _ next: inout Int, _ shift: inout Int) {
      while next < edits.count, Int(edits[next].range.end) <= offset {
        shift += edits[next].replacement.count - edits[next].range.count
        next += 1
      }
    }
    for index in ranges.indices {
      let range = ranges[index]
      pass(range.lowerBound, &next, &shift)
      var start = range.lowerBound + shift
      if next < edits.count, Int(edits[next].range.start) < range.lowerBound {
        start = Int(edits[next].range.start) + shift + edits[next].replacement.count
      }
      // The end is looked for with counters of its own: the next range may start before an edit at this end.
      var ahead = next
      var aheadShift = shift
      pass(range.upperBound, &ahead, &aheadShift)
      var end = range.upperBound + aheadShift
      if ahead < edits.count, Int(edits[ahead].range.start) < range.upperBound {
        end = Int(edits[ahead].range.start) + aheadShift
      }
      ranges[index] = start..<max(start, end)
      if range.lowerBound == range.upperBound { ranges[index] = start..<start }
    }
  }
}
