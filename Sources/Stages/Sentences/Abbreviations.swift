/// Words whose full stop may not end a sentence, by class.
struct Abbreviations: Sendable {
  /// What may follow an abbreviation inside a sentence.
  enum Class: UInt8, Sendable {
    case none
    /// Almost never ends a sentence: `e.g.`, `vs.`.
    case always
    /// Stands before a name: `Mr.`, `Mt.`.
    case beforeName
    /// Stands before a number: `p.`, `No.`.
    case beforeNumber
    /// Ends a sentence as often as not: `Co.`, `Jr.`, `etc.`.
    case either
  }

  private var classes: [UInt64: Class] = [:]

  /// - Parameter words: lower-case, without the final full stop, parted by white space.
  mutating func add(_ words: String, _ kind: Class) {
    for word in words.split(whereSeparator: \.isWhitespace) {
      classes[WordHash.of(word.lowercased().utf8)] = kind
    }
  }

  func kind(_ hash: UInt64) -> Class {
    classes[hash] ?? .none
  }
}
