/// The words in an element's `class`, `id`, `itemprop` and `rel` that tell of authors, dates, and of what belongs
/// to another text than the page's own.
struct MarkWords: OptionSet {
  let rawValue: UInt32

  static let author = MarkWords(rawValue: 1)
  static let byline = MarkWords(rawValue: 2)
  static let name = MarkWords(rawValue: 4)
  static let userName = MarkWords(rawValue: 8)
  /// What stands about an author: picture, biography, links.
  static let aside = MarkWords(rawValue: 16)
  static let date = MarkWords(rawValue: 32)
  static let published = MarkWords(rawValue: 64)
  static let updated = MarkWords(rawValue: 128)
  /// Comments, teasers of other pages, side columns.
  static let unrelated = MarkWords(rawValue: 256)

  private static let words: [(word: StaticString, mark: MarkWords)] = [
    ("author", .author), ("writer", .author), ("contributor", .author), ("byline", .byline), ("name", .name),
    ("username", .userName), ("poster", .userName), ("creator", .userName), ("user-details", .userName),
    ("bio", .aside), ("avatar", .aside), ("image", .aside), ("photo", .aside), ("social", .aside),
    ("desc", .aside), ("role", .aside), ("job", .aside), ("follow", .aside), ("position", .aside),
    ("date", .date), ("timestamp", .date), ("published", .published), ("publish", .published),
    ("posted", .published), ("pubdate", .published), ("created", .published), ("update", .updated),
    ("modified", .updated), ("comment", .unrelated), ("related", .unrelated), ("recommend", .unrelated),
    ("sidebar", .unrelated), ("widget-area", .unrelated), ("teaser", .unrelated), ("read-next", .unrelated),
    ("carousel", .unrelated), ("slider", .unrelated), ("footer", .unrelated),
    ("today", .unrelated), ("testimonial", .unrelated), ("latest", .unrelated), ("loop-item", .unrelated),
  ]

  /// For each letter the words that begin with it.
  private static let byLetter: [[(word: StaticString, mark: MarkWords)]] = {
    var table = [[(word: StaticString, mark: MarkWords)]](repeating: [], count: 256)
    for entry in words { table[Int(entry.word.utf8Start.pointee)].append(entry) }
    return table
  }()

  init(rawValue: UInt32) { self.rawValue = rawValue }

  init(_ value: UnsafeBufferPointer<UInt8>) {
    var found: MarkWords = []
    for offset in value.indices {
      let entries = Self.byLetter[Int(value.lower(offset))]
      guard !entries.isEmpty else { continue }
      for entry in entries where Self.matches(value, offset, entry.word) { found.formUnion(entry.mark) }
    }
    self = found
  }

  private static func matches(
    _ value: UnsafeBufferPointer<UInt8>, _ offset: Int, _ word: StaticString
  ) -> Bool {
    let length = word.utf8CodeUnitCount
    guard offset + length <= value.count else { return false }
    for index in 1..<length where value.lower(offset + index) != word.utf8Start[index] { return false }
    return true
  }
}
