import Sluice

/// A run of letters and digits, or one other character that is no white space: what user's lists are matched by.
///
/// It is deliberately simpler than a tokeniser's word, so that a user can tell what a pattern sees: `U.S.` is four
/// tokens, `Xi's` is three, and white space between tokens never matters.
struct MatchToken {
  var start: Int32
  var end: Int32
  /// Hash of the bytes, apostrophes straightened.
  var exact: UInt64
  /// Hash of the bytes in lower case.
  var folded: UInt64
  var isWord: Bool
  /// A blank line stands before it; nothing matches across one.
  var opensParagraph: Bool

  var range: TextRange { TextRange(Int(start), Int(end)) }
  var bounds: Range<Int> { Int(start)..<Int(end) }
}

extension MatchToken {
  /// Hashes of phrases grow by one token at a time.
  static let phraseSeed: UInt64 = 0x9AE1_6A3B_2F90_404F

  @inline(__always)
  static func join(_ phrase: UInt64, _ word: UInt64) -> UInt64 {
    let mixed = (phrase ^ (word &* 0x9E37_79B9_7F4A_7C15)) &* 0xFF51_AFD7_ED55_8CCD
    return mixed ^ (mixed >> 32)
  }

  @inline(__always)
  private static func finish(_ hash: UInt64) -> UInt64 {
    let mixed = (hash ^ (hash >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return mixed ^ (mixed >> 29)
  }

  /// What a byte of ASCII is: 0 white space, 1 letter or digit, 2 another sign, 3 the first of a longer character.
  private static let classes: [UInt8] = (0..<256).map { value in
    switch UInt8(value) {
    case 0x09...0x0D, 0x20: 0
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: 1
    case 0x80...: 3
    default: 2
    }
  }

  /// Cuts a text into tokens; linear in its length.
  static func scan(_ text: UnsafeBufferPointer<UInt8>, into tokens: inout [MatchToken]) {
    tokens.removeAll(keepingCapacity: true)
    classes.withUnsafeBufferPointer { classes in
      var index = 0
      var breaks = 0
      while index < text.count {
        let kind = classes[Int(text[index])]
        if kind == 0 {
          if text[index] == 0x0A { breaks += 1 }
          index += 1
          continue
        }
        if kind == 3 {
          let width = ByteClass.spaceWidth(text, index)
          if width > 0 {
            index += width
            continue
          }
        }
        let start = index
        var exact = WordHash.seed
        var folded = WordHash.seed
        var fold = CaseFold()
        let isWord = kind == 1 || (kind == 3 && ByteClass.isLetter(text, index))
        if isWord {
          while index < text.count {
            let byte = text[index]
            let next = classes[Int(byte)]
            if next == 1 {
              exact = WordHash.add(byte, to: exact)
              folded = WordHash.add(fold.lower(byte), to: folded)
              index += 1
            } else if next == 3, ByteClass.isLetter(text, index) {
              let width = ByteClass.width(text, index)
              for at in index..<index + width {
                exact = WordHash.add(text[at], to: exact)
                folded = WordHash.add(fold.lower(text[at]), to: folded)
              }
              index += width
            } else {
              break
            }
          }
        } else if let width = ByteClass.apostropheWidth(text, index) {
          exact = WordHash.add(UInt8(ascii: "'"), to: exact)
          folded = exact
          index += width
        } else {
          index += ByteClass.width(text, index)
          for at in start..<index { exact = WordHash.add(text[at], to: exact) }
          folded = exact
        }
        tokens.append(
          MatchToken(
            start: Int32(start), end: Int32(index), exact: finish(exact), folded: finish(folded),
            isWord: isWord,
            opensParagraph: breaks > 1))
        breaks = 0
      }
    }
  }

  /// The tokens of a word or phrase of a user's list.
  static func tokens(of text: String) -> [MatchToken] {
    var tokens: [MatchToken] = []
    Array(text.utf8).withUnsafeBufferPointer { scan($0, into: &tokens) }
    return tokens
  }
}
