import SluiceTranscript

/// F1 of the marks together, and of words that are not in lower case.
struct PunctuationScore {
  let micro: Double
  let letterCase: Double

  init(_ table: PunctuationTable, _ turns: [PunctuationTurn], withCases: Bool = true) {
    var tagger = PunctuationTagger(table)
    var marks = (hits: 0, found: 0, wanted: 0)
    var cases = (hits: 0, found: 0, wanted: 0)
    for turn in turns {
      let found = tagger.marks(turn.words)
      for (mark, wanted) in zip(found, turn.marks) {
        if mark > 0 { marks.found += 1 }
        if wanted > 0 { marks.wanted += 1 }
        if mark > 0, mark == wanted { marks.hits += 1 }
      }
      guard withCases else { continue }
      for (shape, wanted) in zip(tagger.cases(turn.words, endsSentence: found.map { $0 > 1 }), turn.cases) {
        if shape > 0 { cases.found += 1 }
        if wanted > 0 { cases.wanted += 1 }
        if shape > 0, shape == wanted { cases.hits += 1 }
      }
    }
    func score(_ counts: (hits: Int, found: Int, wanted: Int)) -> Double {
      2 * Double(counts.hits) / Double(max(1, counts.found + counts.wanted))
    }
    micro = score(marks)
    letterCase = score(cases)
  }
}
