/// How many words a page has, and in which language its hesitations are looked for.
///
/// `um` is a word of German and Portuguese, `er` of German and Dutch: where the metadata do not name the language, a
/// text must not be of those.
struct SpeechCensus {
  let words: Int
  /// Tag of the language; `nil` when it is not known and not English.
  let language: String?

  private static let balance = WordTable<Int>([
    ("the and of to is that it was for with are this have you they but", 1),
    (
      "der die und das ist nicht ein eine zu mit auf que de la el los las en uma os não para le les et des du est "
        + "een het van og det som att är bir ve bu için", -1
    ),
  ])

  init(_ page: CleaningPage) {
    let words = page.scan.words
    self.words = words.count
    if let language = page.language {
      self.language = language
      return
    }
    var balance = 0
    // Enough to tell languages apart.
    for index in words.indices.prefix(4000) where words.ends[index] - words.starts[index] <= 6 {
      balance += Self.balance[words.hashes[index]] ?? 0
    }
    language = balance >= 0 ? "en" : nil
  }

  var isEnglish: Bool { language.map { $0.lowercased().hasPrefix("en") } ?? false }
}
