/// The words that the tagger of restarts knows by themselves.
enum RestartWords {
  private static let functionWords = both(
    "the a an and or but of to for with from at by as if than i we they he she it you my our your their his her its "
      + "this these those that there what which who when where why how is are was were be been am do does did have has "
      + "had can could will would should may might must so just like well now then in on up out off about into over "
      + "i'm we're they're it's i've we've they've he's she's there's that's you're you've let's because cause okay yeah "
      + "oh yes mean know think going gonna kind sort really very all some one two people i'd i'll we'll they'll no not "
      + "don't didn't can't i'd")
  static let hesitations = "um umm ummm uh uhh uhhh uhm uhmm erm ermm er hm hmm mm mmm eh ah"
  static let negations = both("not no never nor cannot none nothing nobody neither without hardly nowhere")

  private static let functionTable = WordTable(functionWords)
  private static let negationTable = WordTable(negations)
  private static let doubled = WordTable(
    "no yes bye ha yeah okay ok oh na la blah very really so much more many far long well hey please thank thanks "
      + "right go come wait knock now never that had had is")

  /// Parts of speech that tell which words cannot follow each other.
  private enum Part {
    case article, subject, preposition, conjunction, auxiliary
  }

  private static let parts = WordTable<Part>([
    ("the a an my our your their", .article),
    ("i he she we they", .subject),
    ("of to for with from at by into about on in", .preposition),
    ("and or but because if than so that", .conjunction),
    (
      both(
        "is are was were be been am has had do does did can could will would should may might must gonna i'm it's he's "
          + "she's that's there's we're they're you're i've we've they've i'll we'll they'll i'd he'd she'd we'd they'd"
      ),
      .auxiliary
    ),
  ])

  static func isLight(_ hash: UInt64) -> Bool { parts[hash] != nil && parts[hash] != .auxiliary }
  static func isSubject(_ hash: UInt64) -> Bool { parts[hash] == .subject }

  /// Whether no sentence has two words in a row: `the we`, `a of`, `we on`.
  static func clash(_ first: UInt64, _ second: UInt64) -> Bool {
    switch parts[first] {
    case .article: parts[second] != nil && parts[second] != .auxiliary
    case .subject: [.article, .preposition].contains(parts[second])
    case .preposition, .conjunction, .auxiliary, nil: false
    }
  }

  private static let openers = WordTable(
    both(
      "i you he she it we they this that there these those here i'm it's he's she's that's there's we're they're you're "
        + "i've we've they've you've i'll we'll they'll i'd he'd she'd we'd they'd let's what how who when where if"
    ))

  /// Whether no clause ends on a word, as on `the`, `of`, `I'm`.
  static func isDangling(_ hash: UInt64) -> Bool { parts[hash] != nil }
  static func isPreposition(_ hash: UInt64) -> Bool { parts[hash] == .preposition }
  static func isConjunction(_ hash: UInt64) -> Bool { parts[hash] == .conjunction }
  /// Whether a clause may begin with a word.
  static func opensClause(_ hash: UInt64) -> Bool { openers[hash] != nil }

  /// The words, with either apostrophe.
  private static func both(_ words: String) -> String {
    words + " " + words.split(separator: "'").joined(separator: "\u{2019}")
  }

  static func isFunctionWord(_ hash: UInt64) -> Bool { functionTable[hash] != nil }
  static func isDoubledOnPurpose(_ hash: UInt64) -> Bool { doubled[hash] != nil }

  /// Whether a part of a word with hyphens denies.
  private static func hasNegation(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var start = range.lowerBound
    while start < range.upperBound {
      let end = bytes.first(UInt8(ascii: "-"), in: start..<range.upperBound) ?? range.upperBound
      if end > start, negationTable[bytes, start..<end] != nil { return true }
      start = end + 1
    }
    return false
  }

  /// Whether a word denies: by itself, by a part as in `not-for-profit`, or by its end as in `don't`.
  static func isNegation(_ traits: WordTraits, _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    if traits.contains(.negation) { return true }
    guard traits.contains(.joined) else { return false }
    // `no-one`, `not-for-profit`
    if bytes.first(UInt8(ascii: "-"), in: range) != nil, hasNegation(bytes, range) { return true }
    guard range.count > 3, bytes[range.upperBound - 1].lowered == UInt8(ascii: "t") else { return false }
    let sign = range.upperBound - 2
    if bytes[sign] == UInt8(ascii: "'") { return bytes[sign - 1].lowered == UInt8(ascii: "n") }
    return range.count > 5 && bytes.isCurlyApostrophe(at: sign - 2)
      && bytes[sign - 3].lowered == UInt8(ascii: "n")
  }
}
