import Sluice

/// What one pass over the bytes of a text finds: which signs it has at all, and its words.
///
/// Rules share it: most texts are passed over by the signs alone, and no rule divides a text into words again.
/// A reference, so that the words are found once, and only where a rule asks for them.
final class PageScan {
  /// Signs that rules begin with.
  struct Signs: OptionSet {
    let rawValue: UInt16

    /// `(`, `[` or `{`.
    static let bracket = Signs(rawValue: 1 << 0)
    static let square = Signs(rawValue: 1 << 1)
    /// Bytes beyond ASCII.
    static let wide = Signs(rawValue: 1 << 2)
    static let digit = Signs(rawValue: 1 << 3)
    static let hyphen = Signs(rawValue: 1 << 4)
    static let colon = Signs(rawValue: 1 << 5)
    static let chevron = Signs(rawValue: 1 << 6)
    static let backslash = Signs(rawValue: 1 << 7)
    static let ampersand = Signs(rawValue: 1 << 8)
    /// Control characters, tabs and carriage returns.
    static let control = Signs(rawValue: 1 << 9)
    static let quote = Signs(rawValue: 1 << 10)
  }

  private let bytes: [UInt8]
  private let open: [Range<Int>]
  private let allOpen: [Range<Int>]
  /// Another state of the text, and the edits that have led from it to this one.
  private var past: (scan: PageScan, edits: [Edit])?
  private var knownSigns: Signs?
  /// The words of all of the text, where all of it is open.
  private var knownWords: PageWords?
  /// The words of the open parts.
  private(set) lazy var words = findWords()
  /// What the text has, or had before edits took it away.
  private(set) lazy var signs = signsOfPast() ?? findSigns()

  /// - Parameters:
  ///   - open: the parts that rules look at; `allOpen` those that they may touch.
  ///   - past: the scan of another state of the text, with the edits that were made to it.
  init(
    _ bytes: [UInt8], open: [Range<Int>], allOpen: [Range<Int>], past: (scan: PageScan, edits: [Edit])? = nil
  ) {
    self.bytes = bytes
    self.open = open
    self.allOpen = allOpen
    self.past = past
  }

  private var isAllOpen: Bool { allOpen == [0..<bytes.count] }

  private func findWords() -> PageWords {
    guard isAllOpen else { return PageWords(bytes, in: open) }
    let isFocused = open != allOpen
    guard let all = wordsOfPast() else {
      let words = PageWords(bytes, in: open)
      if !isFocused { knownWords = words }
      return words
    }
    return isFocused ? all.words(in: open, of: bytes) : all
  }

  /// The words of all of the text by those of an earlier state; `nil` when they were never asked for.
  private func wordsOfPast() -> PageWords? {
    if let knownWords { return knownWords }
    guard isAllOpen, let past, let words = past.scan.wordsOfPast() else { return nil }
    knownWords = past.edits.isEmpty ? words : words.edited(by: past.edits, bytes)
    return knownWords
  }

  private func signsOfPast() -> Signs? {
    if let knownSigns { return knownSigns }
    guard let past, var signs = past.scan.signsOfPast() else { return nil }
    for edit in past.edits {
      for byte in edit.replacement { signs.formUnion(Signs(rawValue: Self.signsOfByte[Int(byte)])) }
    }
    knownSigns = signs
    return signs
  }

  private func findSigns() -> Signs {
    var seen: UInt16 = 0
    bytes.withUnsafeBufferPointer { bytes in
      Self.signsOfByte.withUnsafeBufferPointer { table in
        for region in allOpen {
          for index in region { seen |= table[Int(bytes[index])] }
        }
      }
    }
    let signs = Signs(rawValue: seen)
    knownSigns = signs
    return signs
  }

  var hasWideBytes: Bool { signs.contains(.wide) }

  private static let signsOfByte: [UInt16] = (0..<256).map { value in
    let byte = UInt8(value)
    var signs: Signs = []
    switch byte {
    case UInt8(ascii: "["): signs = [.bracket, .square]
    case UInt8(ascii: "("), UInt8(ascii: "{"): signs = .bracket
    case UInt8(ascii: "-"): signs = .hyphen
    case UInt8(ascii: ":"): signs = .colon
    case UInt8(ascii: ">"): signs = .chevron
    case UInt8(ascii: "\\"): signs = .backslash
    case UInt8(ascii: "&"): signs = .ampersand
    case UInt8(ascii: "\""): signs = .quote
    case 0x0A: break
    case 0x00..<0x20, 0x7F: signs = .control
    default:
      if byte >= 0x80 { signs = .wide }
      if byte.isDigit { signs = .digit }
    }
    return signs.rawValue
  }
}
