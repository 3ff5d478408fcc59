/// Features of a place behind a word, and of a word's case, as buckets of the tables.
package enum PunctuationFeatures {
  private static func bucket(_ kind: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ mask: UInt64) -> Int {
    var hash = (kind &+ 1) &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ a) &* 0xFF51_AFD7_ED55_8CCD
    hash ^= hash >> 31
    hash = (hash ^ b) &* 0xC4CE_B9FE_1A85_EC53
    hash ^= hash >> 29
    hash = (hash ^ c) &* 0xFF51_AFD7_ED55_8CCD
    hash ^= hash >> 32
    return Int(hash & mask)
  }

  /// Of the mark behind a word.
  ///
  /// - Parameters:
  ///   - sentence: index of the first word of the sentence, by the marks before.
  ///   - clause: index of the first word behind the last mark.
  package static func mark(
    _ words: PunctuationWords, _ index: Int, sentence: Int, clause: Int, into features: inout [Int]
  ) {
    features.removeAll(keepingCapacity: true)
    let mask = UInt64(PunctuationTable.markBuckets - 1)
    var kind: UInt64 = 0
    func add(_ a: UInt64, _ b: UInt64 = 0, _ c: UInt64 = 0) {
      features.append(bucket(kind, a, b, c, mask))
      kind += 1
    }
    let before2 = words.hash(index - 2)
    let before = words.hash(index - 1)
    let own = words.hash(index)
    let next = words.hash(index + 1)
    let next2 = words.hash(index + 2)
    let next3 = words.hash(index + 3)
    let length = UInt64(min(index - sentence, 30))
    let clauseLength = UInt64(min(index - clause, 12))
    let left = UInt64(min(words.count - 1 - index, 4))
    add(1)
    add(own)
    add(next)
    add(next2)
    add(next3)
    add(before)
    add(before2)
    add(own, next)
    add(before, own)
    add(next, next2)
    add(own, next, next2)
    add(before, own, next)
    add(next, next2, next3)
    add(before2, before, own)
    add(own, next2)
    add(before, next)
    add(words.ending(index))
    add(words.ending(index + 1))
    add(words.ending(index) & 0xFFFF, words.ending(index + 1) & 0xFFFF)
    add(left)
    add(length)
    add(clauseLength)
    add(clauseLength, next)
    add(length / 4, next)
    add(words.hash(sentence), left == 0 ? 1 : 0)
    add(words.hash(sentence), words.hash(sentence + 1))
    add(words.hash(sentence), next)
    add(words.hash(clause), clauseLength, next)
    add(words.hash(clause), next)
    add(
      index < words.count ? words.digits[index] : 0, index + 1 < words.count ? words.digits[index + 1] : 0,
      left)
  }

  /// Of the case of a word.
  package static func letterCase(
    _ words: PunctuationWords, _ index: Int, startsSentence: Bool, last: Int, into features: inout [Int]
  ) {
    features.removeAll(keepingCapacity: true)
    let mask = UInt64(PunctuationTable.caseBuckets - 1)
    var kind: UInt64 = 100
    func add(_ a: UInt64, _ b: UInt64 = 0, _ c: UInt64 = 0) {
      features.append(bucket(kind, a, b, c, mask))
      kind += 1
    }
    let start: UInt64 = startsSentence ? 1 : 0
    let before = words.hash(index - 1)
    let own = words.hash(index)
    let next = words.hash(index + 1)
    add(1)
    add(own)
    add(start)
    add(start, own)
    add(before)
    add(next)
    add(before, own)
    add(own, next)
    add(before, own, next)
    add(words.endings[index])
    add(words.starts[index])
    add(next, words.hash(index + 2))
    add(words.hash(index - 2), before)
    add(words.digits[index])
    add(words.lengths[index], start)
    add(UInt64(last), own)
    add(UInt64(last), start)
    add(UInt64(last), before, words.endings[index])
    add(UInt64(last), next)
  }
}
