/// Gives the words of one turn or paragraph their marks and cases, from left to right.
package struct PunctuationTagger {
  private let table: PunctuationTable
  private var input = PunctuationInput()
  private var scores = [Float](repeating: 0, count: PunctuationTable.marks.count)

  package init(_ table: PunctuationTable) { self.table = table }

  /// Indices into ``PunctuationTable/marks``; the last word always ends a sentence.
  package mutating func marks(_ words: PunctuationWords) -> [Int] {
    var result: [Int] = []
    var sentence = 0
    var clause = 0
    for index in 0..<words.count {
      PunctuationFeatures.mark(words, index, sentence: sentence, clause: clause, into: &input)
      var mark = table.mark(input, &scores)
      if index == words.count - 1, mark < 2 { mark = 2 }
      if mark > 0 { clause = index + 1 }
      if mark > 1 { sentence = index + 1 }
      result.append(mark)
    }
    return result
  }

  /// Indices into ``PunctuationTable/cases``.
  ///
  /// - Parameter endsSentence: for each word, whether a sentence ends behind it.
  package mutating func cases(_ words: PunctuationWords, endsSentence: [Bool]) -> [Int] {
    var result: [Int] = []
    for index in 0..<words.count {
      PunctuationFeatures.letterCase(
        words, index, startsSentence: index == 0 || endsSentence[index - 1], last: result.last ?? 0,
        into: &input)
      result.append(table.letterCase(input, &scores))
    }
    return result
  }
}
