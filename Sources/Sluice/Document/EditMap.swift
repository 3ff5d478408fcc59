/// Where ranges of a text stand after one pass of edits; layers are carried across by it.
public struct EditMap: Sendable {
  private var before: [TextRange] = []
  private var after: [TextRange] = []

  /// - Precondition: edits are sorted and do not overlap.
  init(_ edits: [Edit]) {
    before.reserveCapacity(edits.count)
    after.reserveCapacity(edits.count)
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

  /// Moves ranges to the text after the edits. It is quickest where they stand in document order.
  ///
  /// - Returns: whether a range lost all its text; it is then empty.
  func move(_ ranges: inout [TextRange]) -> Bool {
    var starts = 0
    var ends = 0
    var isAnyLost = false
    ranges.withUnsafeMutableBufferPointer { ranges in
      for row in ranges.indices {
        let range = ranges[row]
        starts = edits(before: range.start, isStart: true, near: starts)
        ends = edits(before: range.end, isStart: false, near: ends)
        let start = position(of: range.start, isStart: true, behind: starts)
        let end = position(of: range.end, isStart: false, behind: ends)
        ranges[row] = TextRange(Int(start), Int(max(start, end)))
        if end <= start, !range.isEmpty { isAnyLost = true }
      }
    }
    return isAnyLost
  }

  private func position(of offset: Int32, isStart: Bool) -> Int32 {
    position(of: offset, isStart: isStart, behind: edits(before: offset, isStart: isStart, near: 0))
  }

  /// How many edits start before an offset, or for the start of a range, at it: what is inserted at a border of a
  /// range is no part of it.
  ///
  /// - Parameter guess: the number for an offset not far before.
  private func edits(before offset: Int32, isStart: Bool, near guess: Int) -> Int {
    func isBefore(_ index: Int) -> Bool {
      isStart ? before[index].start <= offset : before[index].start < offset
    }
    var low = 0
    if guess == 0 || isBefore(guess - 1) {
      low = guess
      let limit = min(before.count, guess + 8)
      while low < limit, isBefore(low) { low += 1 }
      if low < limit || low == before.count { return low }
    }
    var high = before.count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func position(of offset: Int32, isStart: Bool, behind low: Int) -> Int32 {
    guard low > 0 else { return offset }
    let edited = before[low - 1]
    let target = after[low - 1]
    if offset >= edited.end { return offset - edited.end + target.end }
    if isStart { return offset == edited.start ? target.start : target.end }
    return target.start
  }
}
