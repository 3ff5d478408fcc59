import CSluiceModels

/// What the words seen last add to the scores of the tokens around them, for one tagger at a time.
final class TagCache: @unchecked Sendable {
  private let pointer: OpaquePointer?
  private var rows: [UInt32] = Array(repeating: 0, count: WordFeatures.most)
  private var ends: [UInt32] = Array(repeating: 0, count: WordFeatures.distances.count)

  init() { pointer = sluice_tag_cache_make() }

  deinit { if let pointer { sluice_tag_cache_free(pointer) } }

  /// Adds what the words of a sentence say by themselves.
  ///
  /// - Returns: `false` without memory.
  func add(
    _ words: UnsafeBufferPointer<TaggerToken>, by tagger: UnsafePointer<sluice_tagger>,
    sums: UnsafeMutablePointer<Int16>, hidden: UnsafeMutablePointer<Float>
  ) -> Bool {
    guard let pointer else { return false }
    sluice_tag_begin(tagger, words.count, sums, hidden)
    for index in words.indices {
      let type = words[index].type
      if sluice_tag_cache_has(pointer, type) == 0 { put(words[index], tagger, pointer) }
      sluice_tag_add(pointer, type, index, words.count, sums, hidden)
    }
    return true
  }

  private func put(
    _ word: TaggerToken, _ tagger: UnsafePointer<sluice_tagger>, _ pointer: OpaquePointer
  ) {
    rows.withUnsafeMutableBufferPointer { rows in
      guard let base = rows.baseAddress else { return }
      var end = 0
      for (side, distance) in WordFeatures.distances.enumerated() {
        end += WordFeatures.read(word, distance: distance, into: base + end)
        ends[side] = UInt32(truncatingIfNeeded: end)
      }
      sluice_tag_cache_put(tagger, pointer, word.type, word.vector, base, ends)
    }
  }
}
