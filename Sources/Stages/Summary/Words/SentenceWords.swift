/// The words of one sentence, as the ranker needs them.
struct SentenceWords {
  /// Words between white space, as budgets count them.
  var count = 0
  /// Runs of letters and digits.
  var length = 0
  /// Numbers of its content words in the document's vocabulary, each once, in order of appearance.
  var content: [Int32] = []
  /// Those of its content words that have a capital behind the sentence's first word, each time.
  var names: [Int32] = []
  /// Its first words, as hashes of small letters.
  var opening: [UInt64] = []
  /// Runs of letters and digits that begin with a digit.
  var figures = 0
  /// Words of each ``WordClass``.
  var classes = WordClassCounts()
  var startsSmall = false
  var isQuestion = false
  var hasQuote = false
  /// It ends as sentences do.
  var isClosed = false
  /// Its first clause ends with `that` or `this`: `They would like to avoid that, but …`.
  var endsClauseOnDemonstrative = false
  /// It ends with a colon: what it says comes behind it.
  var pointsOn = false
  /// It stands in square brackets: a note on the speech, not a part of it.
  var isNote = false
}

/// What a word tells of its sentence besides its meaning.
enum WordClass: Int, CaseIterable {
  case firstPerson, secondPerson, filler, cue, courtesy
}

/// How often each ``WordClass`` occurs.
struct WordClassCounts {
  private var counts: (Int32, Int32, Int32, Int32, Int32) = (0, 0, 0, 0, 0)

  subscript(_ kind: WordClass) -> Int {
    switch kind {
    case .firstPerson: Int(counts.0)
    case .secondPerson: Int(counts.1)
    case .filler: Int(counts.2)
    case .cue: Int(counts.3)
    case .courtesy: Int(counts.4)
    }
  }

  /// Counts the classes whose bits are set.
  mutating func add(_ bits: UInt8) {
    guard bits != 0 else { return }
    counts.0 += Int32(bits & 1)
    counts.1 += Int32(bits >> 1 & 1)
    counts.2 += Int32(bits >> 2 & 1)
    counts.3 += Int32(bits >> 3 & 1)
    counts.4 += Int32(bits >> 4 & 1)
  }
}
