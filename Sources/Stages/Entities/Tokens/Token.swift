import Sluice

/// One token: a word, a number, a clitic or a mark.
struct Token {
  enum Kind: UInt8 {
    case word, number, clitic, mark
    /// Addresses, handles and tags: nothing in them is read.
    case opaque
  }

  struct Shape: OptionSet {
    let rawValue: UInt16

    /// The first letter is a capital.
    static let capital = Shape(rawValue: 1)
    /// Two letters or more, all capitals.
    static let allCapitals = Shape(rawValue: 2)
    /// A capital behind a small letter: `iPhone`, `McCain`.
    static let innerCapital = Shape(rawValue: 4)
    /// Nothing stands between it and the token before.
    static let attached = Shape(rawValue: 8)
    /// It opens a sentence, a quotation or what follows a colon: its capital says nothing.
    static let opening = Shape(rawValue: 16)
    /// It ends with a full stop that belongs to it.
    static let dotted = Shape(rawValue: 32)
    /// A line break stands before it.
    static let afterBreak = Shape(rawValue: 64)
    /// One letter, with or without a full stop.
    static let initial = Shape(rawValue: 128)
    static let hasDigit = Shape(rawValue: 256)
  }

  var start: Int32
  var end: Int32
  /// Hash of the lower-case letters.
  var key: UInt64
  var kind: Kind
  var shape: Shape
  /// What a mark is, in windows-1252; 0 for marks that no rule asks for.
  var mark: UInt8
  /// What the tables say of the word.
  var classes: WordClass
  /// The first letter, small, of a word of ASCII; 0 for others.
  var initialLetter: UInt8

  var range: TextRange { TextRange(Int(start), Int(end)) }

  func has(_ wanted: WordClass) -> Bool { !classes.isDisjoint(with: wanted) }

  func isMark(_ byte: Unicode.Scalar) -> Bool { kind == .mark && mark == UInt8(ascii: byte) }

  /// A hyphen or en dash.
  var isDash: Bool { kind == .mark && (mark == 0x2D || mark == 0x96) }
  /// The sign of a currency.
  var isCurrencySign: Bool { kind == .mark && (mark == 0x24 || mark == 0xA3 || mark == 0x80 || mark == 0xA5) }
  /// Length in bytes.
  var length: Int { Int(end - start) }
  var isWord: Bool { kind == .word }
  var isAttached: Bool { shape.contains(.attached) }
  var isCapital: Bool { shape.contains(.capital) }
}
