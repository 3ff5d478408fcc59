import CSluiceModels

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
  /// Numbers of words that may be in the lexicon.
  private var listed: UnsafeMutablePointer<Int32>

  init(capacity: Int) {
    self.capacity = max(16, capacity)
    starts = .allocate(capacity: self.capacity)
    ends = .allocate(capacity: self.capacity)
    hashes = .allocate(capacity: self.capacity)
    gaps = .allocate(capacity: self.capacity)
    traits = .allocate(capacity: self.capacity)
    listed = .allocate(capacity: self.capacity)
  }

  deinit {
    starts.deallocate()
    ends.deallocate()
    hashes.deallocate()
    gaps.deallocate()
    traits.deallocate()
    listed.deallocate()
  }

  /// Adds the words of a part of a text, one of which begins at its start, but no more than `most`.
  ///
  /// - Returns: the offset of the next word, or the end of the part.
  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, _ part: Range<Int>, most: Int) -> Int {
    guard !part.isEmpty, most > 0 else { return part.lowerBound }
    if capacity - count < most { grow(to: count + most) }
    let lexicon = WordTraits.lexicon
    var rows = sluice_word_rows(
      starts: starts, ends: ends, hashes: hashes, gaps: gaps, traits: traits, listed: listed, count: count,
      listed_count: 0)
    let end = lexicon.filter.withUnsafeBufferPointer { filter in
      sluice_scan_words(
        bytes.baseAddress, part.lowerBound, part.upperBound, most, filter.baseAddress, &rows)
    }
    count = rows.count
    for row in 0..<rows.listed_count {
      let word = Int(listed[row])
      if let own = lexicon[hashes[word]] { traits[word].formUnion(own) }
    }
    return end
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
    listed.deallocate()
    listed = .allocate(capacity: room)
    capacity = room
  }
}
