import Sluice

/// What the names that authors give to elements (`class`, `id`, `role`, `itemprop`) say of their content.
///
/// It is soft evidence: the same words stand on navigation and on the only copy of a transcript.
struct TokenEvidence: OptionSet {
  let rawValue: UInt32

  /// Number of groups of words; bits behind them are set by attributes.
  static let groupCount = 16
  /// `hidden`, `aria-hidden`, `display: none`.
  static let hidden = TokenEvidence(rawValue: 1 << 16)

  /// What readers wrote; no column of its own, for `commentary` and the like are in the group above.
  static let comments = TokenEvidence(rawValue: 1 << 17)
  /// Those that are columns.
  static let columns = TokenEvidence(rawValue: (1 << 17) - 1)

  /// The words of each group, found anywhere in the attribute; at least three letters.
  static let groups: [[StaticString]] = [
    ["nav", "menu", "breadcrumb"],
    ["foot", "copyright", "legal"],
    ["sidebar", "side-bar", "rail", "aside"],
    ["share", "sharing", "social", "follow"],
    ["related", "recommend", "more-", "trending", "popular", "also", "next", "teaser", "card"],
    ["cookie", "consent", "gdpr", "modal", "popup", "banner", "overlay"],
    [
      "newsletter", "subscri", "signup", "sign-up", "login", "promo", "advert", "sponsor", "ad-", "ads",
      "-ad",
      "donat",
    ],
    ["comment", "disqus", "reply", "replies"],
    ["meta", "byline", "author", "date", "tags", "tag-", "taglist", "categor"],
    ["filter", "facet", "sort", "search", "pagin", "toolbar", "dropdown"],
    [
      "article", "story", "post", "entry", "content", "body", "text", "main", "richtext", "rich-text",
      "prose",
      "markdown",
    ],
    ["transcript", "accordion", "collaps", "panel", "tab-", "faq", "question", "answer"],
    ["product", "price", "spec", "description", "feature"],
    ["header", "masthead", "hero", "title", "headline"],
    ["caption", "credit", "figure", "image", "gallery", "slide", "carousel"],
    ["forum", "thread", "message", "topic", "discussion"],
  ]

  /// The longest attribute that is read to its end.
  private static let reach = 256

  static func of(_ token: Int, in page: PageTokens, _ bytes: UnsafeBufferPointer<UInt8>) -> TokenEvidence {
    var evidence: TokenEvidence = []
    for attribute in page.attributes(of: token) {
      let range = attribute.range
      switch attribute.name {
      case .class, .id, .role, .itemprop:
        let end = min(range.upperBound, range.lowerBound + reach)
        evidence.formUnion(TokenEvidence(rawValue: words.matches(bytes.slice(range.lowerBound..<end))))
      case .hidden: evidence.insert(.hidden)
      case .ariaHidden:
        if bytes.slice(range).range(of: "true") != nil { evidence.insert(.hidden) }
      case .style:
        let end = min(range.upperBound, range.lowerBound + reach)
        if hides(bytes.slice(range.lowerBound..<end)) { evidence.insert(.hidden) }
      default: break
      }
    }
    return evidence
  }

  private static func hides(_ style: UnsafeBufferPointer<UInt8>) -> Bool {
    if let display = style.range(of: "display"), value(style, display.upperBound, "none") { return true }
    if let visibility = style.range(of: "visibility"), value(style, visibility.upperBound, "hidden") {
      return true
    }
    return false
  }

  private static func value(
    _ style: UnsafeBufferPointer<UInt8>, _ start: Int, _ wanted: StaticString
  ) -> Bool {
    var index = start
    while index < style.count, style[index] <= 0x20 || style[index] == UInt8(ascii: ":") { index += 1 }
    return style.range(of: wanted, from: index)?.lowerBound == index
  }

  private static let words = WordTable(
    groups.enumerated().flatMap { group, words in words.map { ($0, 1 << UInt32(group)) } }
      + ["comments", "comment-", "comment_", "commentlist", "disqus"].map { ($0, comments.rawValue) })
}
