/// The words of a text while they are found: room that grows, so that the loop over the bytes writes to memory and
/// does nothing else.
struct WordRows: ~Copyable {
  private(set) var count = 0
  private var capacity: Int
  private(set) var starts: UnsafeMutablePointer<Int32>
  private(set) var ends: UnsafeMutablePointer<Int32>
  private(set) var hashes: UnsafeMutablePointer<UInt64>
  private(set) var gaps: UnsafeMutablePointer<PageWords.Gap>
  private(set) var traits: UnsafeMutablePointer<WordTraits>

  init(capacity: Int) {
    self.capacity = max(16, capacity)
    starts = .allocate(capacity: self.capacity)
    ends = .allocate(capacity: self.capacity)
    hashes = .allocate(capacity: self.capacity)
    gaps = .allocate(capacity: self.capacity)
    traits = .allocate(capacity: self.capacity)
  }

  deinit {
    starts.deallocate()
    ends.deallocate()
    hashes.deallocate()
    gaps.deallocate()
    traits.deallocate()
  }

  @inline(__always)
  mutating func append(_ start: Int, _ end: Int, _ hash: UInt64, _ gap: PageWords.Gap, _ own: WordTraits) {
    if count == capacity { grow(to: count + 1) }
    (starts + count).initialize(to: Int32(truncatingIfNeeded: start))
    (ends + count).initialize(to: Int32(truncatingIfNeeded: end))
    (hashes + count).initialize(to: hash)
    (gaps + count).initialize(to: gap)
    (traits + count).initialize(to: own)
    count += 1
  }

  /// Adds words of another text, moved by a number of bytes.
  mutating func append(_ words: PageWords, _ range: Range<Int>, shift: Int) {
    guard !range.isEmpty else { return }
    if count + range.count > capacity { grow(to: count + range.count) }
    let shift = Int32(truncatingIfNeeded: shift)
    let (first, rows) = (range.lowerBound, range.count)
    words.starts.withUnsafeBufferPointer { other in
      for row in 0..<rows { starts[count + row] = other[first + row] &+ shift }
    }
    words.ends.withUnsafeBufferPointer { other in
      for row in 0..<rows { ends[count + row] = other[first + row] &+ shift }
    }
    Self.copy(words.hashes, first, rows, to: hashes + count)
    Self.copy(words.gaps, first, rows, to: gaps + count)
    Self.copy(words.traits, first, rows, to: traits + count)
    count += rows
  }

  private static func copy<Value>(
    _ values: [Value], _ first: Int, _ count: Int, to place: UnsafeMutablePointer<Value>
  ) {
    values.withUnsafeBufferPointer { values in
      guard let base = values.baseAddress else { return }
      place.initialize(from: base + first, count: count)
    }
  }

  /// Says that nothing but the end of its part of the text stands behind the last word.
  mutating func endRegion() {
    if count > 0 { gaps[count - 1].insert(.end) }
  }

  /// Gives the last word another gap.
  mutating func setLastGap(_ gap: PageWords.Gap) {
    if count > 0 { gaps[count - 1] = gap }
  }

  private mutating func grow(to least: Int) {
    let room = max(least, capacity * 2)
    func moved<Value>(_ old: UnsafeMutablePointer<Value>, _ count: Int) -> UnsafeMutablePointer<Value> {
      let new = UnsafeMutablePointer<Value>.allocate(capacity: room)
      new.moveInitialize(from: old, count: count)
      old.deallocate()
      return new
    }
    starts = moved(starts, count)
    ends = moved(ends, count)
    hashes = moved(hashes, count)
    gaps = moved(gaps, count)
    traits = moved(traits, count)
    capacity = room
  }
}
