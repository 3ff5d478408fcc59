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
  /// How long it takes to read or to cook something.
  static let reading = MarkWords(rawValue: 512)

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
    ("read", .reading), ("cook", .reading), ("prep", .reading), ("total", .reading),
  ]

  private static let table = WordTable(words.map { ($0.word, $0.mark.rawValue) })

  init(rawValue: UInt32) { self.rawValue = rawValue }

  init(_ value: UnsafeBufferPointer<UInt8>) { self.init(rawValue: Self.table.matches(value)) }
}
