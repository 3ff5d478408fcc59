/// The stem of an English word, by the algorithm of M. F. Porter, "An algorithm for suffix stripping" (1980), with the
/// changes that NLTK makes to it and rouge-score relies on.
struct EnglishStem {
  private var word: [UInt8]

  /// - Parameter word: small letters and digits.
  static func stem(_ word: [UInt8]) -> String {
    let plain = String(decoding: word, as: UTF8.self)
    if let irregular = irregular[plain] { return irregular }
    guard word.count > 2 else { return plain }
    var stem = EnglishStem(word: word)
    stem.plural()
    stem.participle()
    stem.finalY()
    stem.doubleSuffix()
    stem.suffix(single)
    stem.longSuffix()
    stem.finalE()
    return String(decoding: stem.word, as: UTF8.self)
  }

  private static let irregular = [
    "sky": "sky", "skies": "sky", "dying": "die", "lying": "lie", "tying": "tie", "news": "news",
    "innings": "inning", "inning": "inning", "outings": "outing", "outing": "outing",
    "cannings": "canning", "canning": "canning", "howe": "howe", "proceed": "proceed", "exceed": "exceed",
    "succeed": "succeed",
  ]

  // MARK: - Letters

  private func isConsonant(_ index: Int) -> Bool {
    switch word[index] {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): false
    case UInt8(ascii: "y"): index == 0 || !isConsonant(index - 1)
    default: true
    }
  }

  /// How often a vowel is followed by a consonant in the first letters.
  private func measure(_ count: Int) -> Int {
    guard count > 1 else { return 0 }
    return (1..<count).count { isConsonant($0) && !isConsonant($0 - 1) }
  }

  private func hasVowel(_ count: Int) -> Bool { (0..<max(0, count)).contains { !isConsonant($0) } }

  private func endsDouble(_ count: Int) -> Bool {
    count > 1 && word[count - 1] == word[count - 2] && isConsonant(count - 1)
  }

  /// Consonant, vowel, consonant other than w, x and y; or a vowel and a consonant.
  private func endsShort(_ count: Int) -> Bool {
    if count == 2 { return !isConsonant(0) && isConsonant(1) }
    return count > 2 && isConsonant(count - 3) && !isConsonant(count - 2) && isConsonant(count - 1)
      && !"wxy".utf8.contains(word[count - 1])
  }

  private func ends(_ suffix: String) -> Bool {
    word.count >= suffix.utf8.count && word.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }

  private mutating func replace(_ suffix: String, _ new: String) {
    word.removeLast(suffix.utf8.count)
    word += new.utf8
  }

  // MARK: - Steps

  private mutating func plural() {
    if ends("ies"), word.count == 4 {
      replace("ies", "ie")
    } else if ends("sses") || ends("ies") {
      word.removeLast(2)
    } else if ends("s"), !ends("ss") {
      word.removeLast()
    }
  }

  private mutating func participle() {
    if ends("ied") {
      replace("ied", word.count == 4 ? "ie" : "i")
      return
    }
    if ends("eed") {
      if measure(word.count - 3) > 0 { word.removeLast() }
      return
    }
    if ends("ed"), hasVowel(word.count - 2) {
      word.removeLast(2)
    } else if ends("ing"), hasVowel(word.count - 3) {
      word.removeLast(3)
    } else {
      return
    }
    if ends("at") || ends("bl") || ends("iz") {
      word += "e".utf8
    } else if endsDouble(word.count) {
      if !"lsz".utf8.contains(word[word.count - 1]) { word.removeLast() }
    } else if measure(word.count) == 1, endsShort(word.count) {
      word += "e".utf8
    }
  }

  private mutating func finalY() {
    if ends("y"), word.count > 2, isConsonant(word.count - 2) { word[word.count - 1] = UInt8(ascii: "i") }
  }

  private static let double = [
    ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"),
    ("bli", "ble"), ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"),
    ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"),
    ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"), ("fulli", "ful"),
  ]
  private static let single = [
    ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""),
    ("ness", ""),
  ]
  private static let long = [
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism",
    "ate",
    "iti", "ous", "ive", "ize",
  ]

  private mutating func doubleSuffix() {
    if ends("alli"), measure(word.count - 4) > 0 {
      replace("alli", "al")
      doubleSuffix()
    } else if !suffix(Self.double), ends("logi"), measure(word.count - 3) > 0 {
      replace("logi", "log")
    }
  }

  /// - Returns: whether the word ends in one of the suffixes.
  @discardableResult
  private mutating func suffix(_ list: [(String, String)]) -> Bool {
    guard let (suffix, new) = list.first(where: { ends($0.0) }) else { return false }
    if measure(word.count - suffix.utf8.count) > 0 { replace(suffix, new) }
    return true
  }

  private mutating func longSuffix() {
    guard let suffix = Self.long.first(where: ends) else { return }
    let count = word.count - suffix.utf8.count
    guard measure(count) > 1 else { return }
    if suffix == "ion", !"st".utf8.contains(word[count - 1]) { return }
    word.removeLast(suffix.utf8.count)
  }

  private mutating func finalE() {
    if ends("e") {
      let count = word.count - 1
      if measure(count) > 1 || (measure(count) == 1 && !endsShort(count)) { word.removeLast() }
    }
    if ends("ll"), measure(word.count - 1) > 1 { word.removeLast() }
  }
}
