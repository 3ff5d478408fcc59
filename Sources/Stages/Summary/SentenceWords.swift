/// The words of one sentence, as the ranker needs them.
struct SentenceWords {
  /// Words between white space, as budgets count them.
  var count = 0
  /// Numbers of its content words in the document's vocabulary, each once, in order of appearance.
  var content: [Int32] = []
  /// Its first words, as hashes of small letters.
  var opening: [UInt64] = []
  var startsSmall = false
  var isQuestion = false
  /// It ends as sentences do.
  var isClosed = false
}
