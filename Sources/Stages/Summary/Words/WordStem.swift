/// The stem of an English word, by the algorithm of M. F. Porter, "An algorithm for suffix stripping" (1980).
///
/// Works in place on the small letters of one word; words with other characters and short words stay as they
/// are.
struct WordStem {
  private(set) var word: [UInt8] = []
  /// Length of what remains of the word.
  private var end = 0

  /// The stem of a word of small letters.
  mutating func stem(_ letters: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard letters.count > 3, letters.count < 64, letters.allSatisfy({ $0 &- 0x61 < 26 }) else {
      return letters
    }
    word = Array(letters)
    end = word.count
    plurals()
    participles()
    yToI()
    suffixes(Self.double)
    suffixes(Self.single)
    longSuffixes()
    finalE()
    return word[0..<end]
  }

  private func isConsonant(_ index: Int) -> Bool {
    switch word[index] {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): false
    case UInt8(ascii: "y"): index == 0 || !isConsonant(index - 1)
    default: true
    }
  }

  /// How often a vowel is followed by a consonant in the first letters.
  private func measure(_ count: Int) -> Int {
    var measure = 0
    var vowel = false
    for index in 0..<count {
      // `y` is a vowel behind a consonant, a consonant behind a vowel.
      let isY = word[index] == UInt8(ascii: "y")
      let isVowel = isY ? index > 0 && !vowel : "aeiou".utf8.contains(word[index])
      if vowel, !isVowel { measure += 1 }
      vowel = isVowel
    }
    return measure
  }

  private func hasVowel(_ count: Int) -> Bool { (0..<count).contains { !isConsonant($0) } }

  private func endsDouble() -> Bool { end > 1 && word[end - 1] == word[end - 2] && isConsonant(end - 1) }

  /// Consonant, vowel, consonant other than w, x and y.
  private func endsShort(_ count: Int) -> Bool {
    guard count > 2, isConsonant(count - 1), !isConsonant(count - 2), isConsonant(count - 3) else {
      return false
    }
    return !"wxy".utf8.contains(word[count - 1])
  }

  private func ends(_ suffix: StaticString) -> Bool {
    suffix.withUTF8Buffer { suffix in
      // Most words fail at their last letter already.
      guard let last = suffix.last, end > suffix.count, word[end - 1] == last else { return false }
      return word[end - suffix.count..<end].elementsEqual(suffix)
    }
  }

  private mutating func replace(_ suffix: StaticString, _ new: StaticString) {
    end -= suffix.utf8CodeUnitCount
    new.withUTF8Buffer {
      word.replaceSubrange(end..<word.count, with: $0)
      end += $0.count
    }
  }

  private mutating func plurals() {
    if ends("sses") || ends("ies") {
      end -= 2
    } else if ends("s"), !ends("ss") {
      end -= 1
    }
  }

  private mutating func participles() {
    if ends("eed") {
      if measure(end - 3) > 0 { end -= 1 }
      return
    }
    if ends("ed"), hasVowel(end - 2) {
      end -= 2
    } else if ends("ing"), hasVowel(end - 3) {
      end -= 3
    } else {
      return
    }
    if ends("at") || ends("bl") || ends("iz") {
      replace("", "e")
    } else if endsDouble(), !"lsz".utf8.contains(word[end - 1]) {
      end -= 1
    } else if measure(end) == 1, endsShort(end) {
      replace("", "e")
    }
  }

  private mutating func yToI() {
    if ends("y"), hasVowel(end - 1) { word[end - 1] = UInt8(ascii: "i") }
  }

  private static let double: [(StaticString, StaticString)] = [
    ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"),
    ("abli", "able"),
    ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"),
    ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"),
    ("aliti", "al"),
    ("iviti", "ive"), ("biliti", "ble"),
  ]
  private static let single: [(StaticString, StaticString)] = [
    ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""),
    ("ness", ""),
  ]

  private mutating func suffixes(_ list: [(StaticString, StaticString)]) {
    guard let (suffix, new) = list.first(where: { ends($0.0) }) else { return }
    if measure(end - suffix.utf8CodeUnitCount) > 0 { replace(suffix, new) }
  }

  private static let long: [StaticString] = [
    "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize",
    "ion",
    "al", "er", "ic", "ou",
  ]

  private mutating func longSuffixes() {
    guard let suffix = Self.long.first(where: { ends($0) }) else { return }
    let count = end - suffix.utf8CodeUnitCount
    guard measure(count) > 1 else { return }
    if ends("ion"), !"st".utf8.contains(word[count - 1]) { return }
    end = count
  }

  private mutating func finalE() {
    if ends("e"), measure(end - 1) > 1 || (measure(end - 1) == 1 && !endsShort(end - 1)) { end -= 1 }
    if ends("ll"), measure(end) > 1 { end -= 1 }
  }
}
