/// What the network says of each word: scores of the marks behind it and of its case.
package struct PunctuationScores: Sendable {
  private let table: PunctuationTable
  var values: [Float]

  init(_ table: PunctuationTable, _ values: [Float]) {
    self.table = table
    self.values = values
  }

  private var width: Int { PunctuationTable.scores }

  package var count: Int { values.count / width }

  /// Indices into ``PunctuationTable/marks``; the last word always ends a sentence.
  package var marks: [Int] { marks(adding: [0, 0, 0, 0]) }

  /// - Parameter biases: added to those of the table.
  package func marks(adding biases: [Float]) -> [Int] {
    (0..<count).map { index in
      let isLast = index == count - 1
      return best(index, 0, (isLast ? 2 : 0)..<4) { table.biases[$0] + biases[$0] }
    }
  }

  /// Indices into ``PunctuationTable/cases``; the first word of a sentence never begins in lower case.
  ///
  /// - Parameter endsSentence: for each word, whether a sentence ends behind it.
  package func cases(endsSentence: [Bool]) -> [Int] {
    (0..<count).map { index in
      let starts = index == 0 || endsSentence[index - 1]
      return best(index, 4, (starts ? 1 : 0)..<3) { starts ? table.starts[$0] : 0 }
    }
  }

  /// The number of the highest score.
  private func best(_ index: Int, _ offset: Int, _ numbers: Range<Int>, bias: (Int) -> Float) -> Int {
    var best = numbers.lowerBound
    var highest = -Float.infinity
    for number in numbers {
      let score = values[index * width + offset + number] + bias(number)
      if score > highest { (best, highest) = (number, score) }
    }
    return best
  }
}
