/// The words that the tagger of restarts knows by themselves.
struct RestartWords {
  static let english = RestartWords()

  private let functionWords = Self.both(
    "the a an and or but of to for with from at by as if than i we they he she it you my your our their his her its "
      + "this these those that there what which who when where why how is are was were be been am do does did have has "
      + "had can could will would should may might must so just like well now then in on up out off about into over "
      + "i'm we're they're it's i've we've they've he's she's there's that's you're you've let's because cause okay yeah "
      + "oh yes mean know think going gonna kind sort really very all some one two people i'd i'll we'll they'll no not "
      + "don't didn't can't i'd")
  private let doubled = WordTable(
    "no yes bye ha yeah okay ok oh na la blah very really so much more many far long well hey please thank thanks "
      + "right go come wait knock now never that had had is")
  private let hesitations = WordTable(
    "um umm ummm uh uhh uhhh uhm uhmm erm ermm er hm hmm mm mmm eh ah")
  private let negations = Self.both(
    "not no never nor cannot none nothing nobody neither without hardly nowhere")

  /// The words, with either apostrophe.
  private static func both(_ words: String) -> WordTable<Bool> {
    WordTable([(words, true), (words.split(separator: "'").joined(separator: "\u{2019}"), true)])
  }

  func isFunctionWord(_ hash: UInt64) -> Bool { functionWords[hash] != nil }
  func isDoubledOnPurpose(_ hash: UInt64) -> Bool { doubled[hash] != nil }
  func isHesitation(_ hash: UInt64) -> Bool { hesitations[hash] != nil }

  func isNegation(_ hash: UInt64, _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    if negations[hash] != nil { return true }
    // `no-one`, `not-for-profit`
    let parts = bytes[range].split(separator: UInt8(ascii: "-"))
    if parts.count > 1, parts.contains(where: { negations[bytes, $0.startIndex..<$0.endIndex] != nil }) {
      return true
    }
    guard range.count > 3, bytes[range.upperBound - 1].lowered == UInt8(ascii: "t") else { return false }
    let sign = range.upperBound - 2
    if bytes[sign] == UInt8(ascii: "'") { return bytes[sign - 1].lowered == UInt8(ascii: "n") }
    return range.count > 5 && bytes.isCurlyApostrophe(at: sign - 2)
      && bytes[sign - 3].lowered == UInt8(ascii: "n")
  }
}
