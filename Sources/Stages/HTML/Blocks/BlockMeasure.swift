import Sluice

/// What can be counted in the text of a block, in one pass over its bytes.
struct BlockMeasure {
  /// Characters, white space aside; a character reference is one.
  var characters = 0
  var linkCharacters = 0
  var words = 0
  var capitalizedWords = 0
  var digits = 0
  var commas = 0
  /// Full stops and their like at the end of a word.
  var sentenceEnds = 0
  /// Bars, guillemets and other signs that set entries of a menu or a trail apart.
  var separators = 0
  var beginsWithCapital = false
  var endsLikeSentence = false
  var endsWithColon = false
  /// `...` or its sign at the end, as teasers have.
  var endsWithEllipsis = false
  var questions = 0
  /// In `b`, `strong` and the like.
  var emphasisedCharacters = 0
  /// Runs that begin a link.
  var links = 0
  /// Words of running text among the words.
  var stopWords = 0
  /// Four digits that may be a year of our time.
  var hasYear = false
  /// Its words in the page's list of ``WordHash`` values.
  var wordRange = 0..<0
  /// Of the text without white space, in lower case.
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  /// Begins as what invites, labels or administrates rather than tells.
  var opensLikeBoilerplate: Bool { opening.matches }

  private var opening = BoilerplateOpening.Progress()
  private var inWord = false
  private var word = WordHash.start
  private var wordLength = 0
  private var number: UInt32 = 0
  private var dots = 0
  private var endPending = false

  /// Counts a run of the block.
  mutating func add(
    _ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isLink: Bool, isEmphasised: Bool = false,
    breaks: Bool, to list: inout [UInt32]
  ) {
    if breaks { blank(&list) }
    let before = characters
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = source[index]
      if byte > 0x20, byte < 0x7F, byte != UInt8(ascii: "&") {
        ascii(byte)
        index += 1
      } else if byte <= 0x20 || byte == 0x7F {
        blank(&list)
        index += 1
      } else if byte == UInt8(ascii: "&") {
        let reference = CharacterReferences.decode(source.span.extracting(0..<range.upperBound), at: index)
        if let reference {
          add(scalar: reference.first.value, to: &list)
          index += reference.length
        } else {
          ascii(byte)
          index += 1
        }
      } else {
        index += multibyte(source, index, &list)
      }
    }
    if isLink { linkCharacters += characters - before }
    if isEmphasised { emphasisedCharacters += characters - before }
  }

  /// Call once, after the last run.
  mutating func finish(_ list: inout [UInt32]) { blank(&list) }

  private mutating func multibyte(
    _ source: UnsafeBufferPointer<UInt8>, _ index: Int, _ list: inout [UInt32]
  ) -> Int {
    let lead = source[index]
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard index + length <= source.count else { return 1 }
    var value = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for offset in 1..<length { value = value << 6 | UInt32(source[index + offset] & 0x3F) }
    add(scalar: value, to: &list)
    return length
  }

  /// Counts a character.
  mutating func add(scalar value: UInt32, to list: inout [UInt32]) {
    if value < 0x80 {
      if value > 0x20, value != 0x7F { ascii(UInt8(value)) } else { blank(&list) }
      return
    }
    switch value {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2064, 0x3000, 0xFEFF, 0xAD:
      return blank(&list)
    case 0x3001, 0xFF0C: commas += 1
    case 0x3002, 0xFF01, 0xFF1F: endPending = true
    case 0x2026:
      endPending = true
      dots = 3
    case 0xAB, 0xBB, 0x203A, 0x2039, 0x2022, 0xB7, 0x2192: separators += 1
    case 0x2018...0x201F: break
    case 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF:
      // Two of these make a word, roughly.
      if characters & 1 == 0 { words += 1 }
      inWord = false
      list.append(WordHash.mix(WordHash.start, value))
    default:
      beginWord(isCapital: (0xC0...0xDE).contains(value) || (0x410...0x42F).contains(value))
      endPending = false
      word = WordHash.mix(word, value)
      wordLength += 1
      dots = 0
    }
    characters += 1
    mix(value)
  }

  private mutating func ascii(_ byte: UInt8) {
    characters += 1
    let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    mix(UInt32(lower))
    opening.add(lower)
    switch byte {
    case 0x61...0x7A:
      beginWord(isCapital: false)
      letter(lower)
    case 0x41...0x5A:
      beginWord(isCapital: true)
      letter(lower)
    case 0x30...0x39:
      digits += 1
      beginWord(isCapital: false)
      letter(lower)
      number = number &* 10 &+ UInt32(byte &- 0x30)
    case UInt8(ascii: "."):
      endPending = true
      dots += 1
      return
    case UInt8(ascii: "!"):
      endPending = true
      return
    case UInt8(ascii: "?"):
      endPending = true
      questions += 1
      return
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"):
      return
    case UInt8(ascii: ","): commas += 1
    case UInt8(ascii: "|"): separators += 1
    case UInt8(ascii: ":"):
      endsLikeSentence = true
      endsWithColon = true
      endPending = false
      return
    default: break
    }
    endPending = false
    endsLikeSentence = false
    endsWithColon = false
    dots = 0
  }

  @inline(__always)
  private mutating func letter(_ lower: UInt8) {
    word = WordHash.mix(word, UInt32(lower))
    wordLength += 1
  }

  private mutating func beginWord(isCapital: Bool) {
    endsLikeSentence = false
    endsWithColon = false
    guard !inWord else { return }
    endsWithEllipsis = false
    inWord = true
    if words == 0 { beginsWithCapital = isCapital }
    words += 1
    if isCapital { capitalizedWords += 1 }
  }

  private mutating func blank(_ list: inout [UInt32]) {
    inWord = false
    if wordLength > 0 {
      list.append(word)
      if StopWords.contains(word) { stopWords += 1 }
      if wordLength == 4, (1900...2099).contains(number) { hasYear = true }
      (word, wordLength, number) = (WordHash.start, 0, 0)
    }
    if dots > 0 {
      endsWithEllipsis = dots > 2
      dots = 0
    } else if endPending {
      endsWithEllipsis = false
    }
    opening.blank()
    if endPending {
      sentenceEnds += 1
      endsLikeSentence = true
      endPending = false
    }
  }

  private mutating func mix(_ value: UInt32) {
    hash = (hash ^ UInt64(value)) &* 0x100_0000_01B3
  }
}
