import Sluice
import Testing

@Suite struct CharacterReferencesTests {
  static let references: [(source: String, text: String?, length: Int)] = [
    ("&amp;", "&", 5), ("&amp", "&", 4), ("&ampx", "&", 4), ("&notin;", "∉", 7), ("&notit;", "¬", 4),
    ("&CounterClockwiseContourIntegral;", "∳", 33), ("&acE;", "∾̳", 5), ("&acE", nil, 0), ("&#8217;", "’", 7),
    ("&#x2019", "’", 7), ("&#X2019;", "’", 8), ("&#150;", "–", 6), ("&#0;", "\u{FFFD}", 4),
    ("&#xD800;", "\u{FFFD}", 8), ("&#99999999999999999999;", "\u{FFFD}", 23), ("&#;", nil, 0),
    ("&#x;", nil, 0),
    ("& amp;", nil, 0), ("&;", nil, 0), ("&", nil, 0), ("&#", nil, 0), ("&lt;b", "<", 4),
    ("&nosuchname;", nil, 0),
    ("&eacute", "é", 7), ("&GT", ">", 3),
  ]

  @Test(arguments: references) func referencesAreDecoded(_ source: String, _ text: String?, _ length: Int) {
    let bytes = Array(source.utf8)
    let found = CharacterReferences.decode(bytes.span, at: 0)
    #expect(found.map { String(decoding: $0.utf8, as: UTF8.self) } == text && (found?.length ?? 0) == length)
  }

  @Test func parametersInAddressesAreLeftAlone() {
    let bytes = Array("?year=1999&copy=2&amp;lane=hollow&copyright&lt;".utf8)
    let decoded = CharacterReferences.decodeAll(bytes.span, inAttribute: true)
    #expect(String(decoding: decoded, as: UTF8.self) == "?year=1999&copy=2&lane=hollow&copyright<")
  }
}
