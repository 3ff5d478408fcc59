/// What the attributes of an element say of the author and the date of a page.
struct MarkedElement {
  let tag: Tag
  private(set) var words: MarkWords = []
  /// The value of `datetime` or `content`.
  private(set) var moment: Range<Int>?
  private(set) var isAuthorScope = false
  private var isName = false
  private var isRelAuthor = false
  private var publishes = false
  /// The value of `itemprop` or `property`.
  private(set) var property: Range<Int>?

  init(tag: Tag) { self.tag = tag }

  mutating func take(_ attribute: PageTokens.Attribute, _ value: UnsafeBufferPointer<UInt8>) {
    guard value.count < 300 else { return }
    switch attribute.name {
    case .datetime: moment = attribute.range
    case .content: moment = moment ?? attribute.range
    case .itemprop, .property:
      // Microdata, and RDFa with a prefix or without: `author`, `schema:author`, `dc:creator`.
      if value.range(of: "author") != nil || value.range(of: "creator") != nil { isAuthorScope = true }
      if value.range(of: "datepublished") != nil || value.range(of: "datecreated") != nil { publishes = true }
      if value.range(of: "datemodified") != nil { words.insert(.updated) }
      if value.equals("name") || value.equals("schema:name") || value.equals("foaf:name") { isName = true }
      if value.equals("dc:date") || value.equals("dcterms:date") || value.equals("dc:issued")
        || value.equals("dcterms:issued") || value.equals("dcterms:created")
      {
        publishes = true
      }
      property = attribute.range
    case .rel:
      if value.range(of: "author") != nil { isRelAuthor = true }
    case .class, .id: words.formUnion(MarkWords(value))
    default: break
    }
  }

  /// 0 for none, up to 7; up to 2 for what may be the name of a user.
  func authorWeight(isInAuthor: Bool) -> Int {
    if isName, isInAuthor { return 7 }
    if isRelAuthor { return 6 }
    if words.contains(.aside), !isAuthorScope { return 0 }
    if isAuthorScope { return 5 }
    if words.contains(.author) || words.contains(.byline) {
      if words.contains(.date), !words.contains(.byline) { return 3 }
      return words.contains(.name) ? 6 : words.contains(.byline) ? 5 : 4
    }
    if words.contains(.userName), !words.contains(.date) { return 2 }
    return 0
  }

  var authorEvidence: String { isRelAuthor ? "rel=author" : isName || isAuthorScope ? "microdata" : "byline" }

  /// 0 for none.
  var dateWeight: Int {
    var weight = 0
    if publishes {
      weight = 45
    } else if tag == .time || words.contains(.date) || words.contains(.published) {
      weight = tag == .time ? 20 : 6
      if words.contains(.published) { weight += 12 }
      if words.contains(.updated) { weight -= 25 }
      weight = max(1, weight)
    }
    return weight
  }

  var dateEvidence: String { publishes ? "microdata" : tag == .time ? "time" : "byline" }
}
