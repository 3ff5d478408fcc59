/// Features of a place behind a word, and of a word's case, as buckets of the tables.
package enum PunctuationFeatures {
  package static let markSlots = 11
  package static let markExtras = 16
  package static let caseSlots = 6
  package static let caseExtras = 12

  private static func bucket(_ kind: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ mask: UInt64) -> UInt32
  {
    var hash = (kind &+ 1) &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ a) &* 0xFF51_AFD7_ED55_8CCD
    hash ^= hash >> 31
    hash = (hash ^ b) &* 0xC4CE_B9FE_1A85_EC53
    hash ^= hash >> 29
    hash = (hash ^ c) &* 0xFF51_AFD7_ED55_8CCD
    hash ^= hash >> 32
    return UInt32(truncatingIfNeeded: hash & mask)
  }

  /// Of the mark behind a word.
  ///
  /// - Parameters:
  ///   - sentence: index of the first word of the sentence, by the marks before.
  ///   - clause: index of the first word behind the last mark.
  package static func mark(
    _ words: PunctuationWords, _ index: Int, sentence: Int, clause: Int, into input: inout PunctuationInput
  ) {
    input.removeAll()
    let mask = UInt64(PunctuationTable.markShape.rows - 1)
    var kind: UInt64 = 0
    func add(_ a: UInt64, _ b: UInt64 = 0, _ c: UInt64 = 0) {
      input.rows.append(bucket(kind, a, b, c, mask))
      kind += 1
    }
    let before2 = words.hash(index - 2)
    let before = words.hash(index - 1)
    let own = words.hash(index)
    let next = words.hash(index + 1)
    let next2 = words.hash(index + 2)
    let next3 = words.hash(index + 3)
    let length = min(index - sentence, 30)
    let clauseLength = min(index - clause, 12)
    let left = min(words.count - 1 - index, 4)
    let (lengthBin, clauseBin, leftBin) = (UInt64(length), UInt64(clauseLength), UInt64(left))
    let first = words.hash(sentence)
    let second = words.hash(sentence + 1)
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
    add(leftBin)
    add(lengthBin)
    add(clauseBin)
    add(clauseBin, next)
    add(lengthBin / 4, next)
    add(first, left == 0 ? 1 : 0)
    add(first, second)
    add(first, next)
    add(words.hash(clause), clauseBin, next)
    add(words.hash(clause), next)
    add(words.digit(index), words.digit(index + 1), leftBin)
    add(first, second, leftBin)
    add(first, second, lengthBin / 3)
    add(next, words.hash(index + 4))
    add(next, next2, lengthBin / 4)
    add(own, next, clauseLength > 6 ? 1 : 0)
    add(lengthBin / 3, leftBin)

    for step in -3...4 { input.slots.append(words.vector(index + step)) }
    input.slots.append(words.vector(sentence))
    input.slots.append(words.vector(sentence + 1))
    input.slots.append(words.vector(clause))
    input.extras.append(Float(length) / 15)
    input.extras.append(Float(clauseLength) / 6)
    for number in 0...4 { input.extras.append(left == number ? 1 : 0) }
    input.extras.append(Float(words.digit(index)))
    input.extras.append(Float(words.digit(index + 1)))
    input.extras.append(length == 0 ? 1 : 0)
    input.extras.append(clauseLength == 0 ? 1 : 0)
    input.extras.append(words.vector(index) < 0 ? 1 : 0)
    input.extras.append(words.vector(index + 1) < 0 ? 1 : 0)
    input.extras.append(index >= 1 ? 1 : 0)
    input.extras.append(index >= 2 ? 1 : 0)
    input.extras.append(length < 4 ? 1 : 0)
  }

  /// Of the case of a word.
  package static func letterCase(
    _ words: PunctuationWords, _ index: Int, startsSentence: Bool, last: Int,
    into input: inout PunctuationInput
  ) {
    input.removeAll()
    let mask = UInt64(PunctuationTable.caseShape.rows - 1)
    var kind: UInt64 = 100
    func add(_ a: UInt64, _ b: UInt64 = 0, _ c: UInt64 = 0) {
      input.rows.append(bucket(kind, a, b, c, mask))
      kind += 1
    }
    let start: UInt64 = startsSentence ? 1 : 0
    let before = words.hash(index - 1)
    let own = words.hash(index)
    let next = words.hash(index + 1)
    let number = words.vector(index)
    // Vectors are numbered by how frequent their words are: half powers of two of the rank.
    let rank = number < 0 ? 0 : UInt64(Int32.bitWidth - number.leadingZeroBitCount) + 1
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
    add(rank, start)
    add(rank, UInt64(last), words.lengths[index])
    add(rank, before)

    for step in -2...3 { input.slots.append(words.vector(index + step)) }
    input.extras.append(startsSentence ? 1 : 0)
    for number in 0...2 { input.extras.append(last == number ? 1 : 0) }
    input.extras.append(number < 0 ? 1 : 0)
    input.extras.append(words.vector(index + 1) < 0 ? 1 : 0)
    input.extras.append(words.vector(index - 1) < 0 ? 1 : 0)
    input.extras.append(number < 0 ? 2 : Float(rank) / 9)
    input.extras.append(Float(words.digits[index]))
    input.extras.append(Float(words.lengths[index]) / 6)
    input.extras.append(index == 0 ? 1 : 0)
    input.extras.append(number < 0 && !startsSentence ? 1 : 0)
  }
}
