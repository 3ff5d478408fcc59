import CSluiceModels

/// Gives the words of one turn or paragraph their marks and cases.
package final class PunctuationTagger {
  /// Words that the network reads at once, and how many of them on either side are there for their neighbours only.
  private static let (most, margin) = (384, 64)

  private let table: PunctuationTable
  private var room = sluice_sequence_room()
  private var inputs = [Float](repeating: 0, count: (most + 2) * PunctuationWords.inputs)
  private var part = [Float](repeating: 0, count: most * PunctuationTable.scores)

  /// - Returns: `nil` without memory.
  package init?(_ table: PunctuationTable) {
    self.table = table
    guard sluice_sequence_room_make(&room, PunctuationTable.shape, Self.most) != 0 else { return nil }
  }

  deinit { sluice_sequence_room_free(&room) }

  /// What the network says of the words.
  package func scores(of words: PunctuationWords) -> PunctuationScores {
    let width = PunctuationTable.scores
    var scores = PunctuationScores(table, [])
    scores.values.reserveCapacity(words.count * width)
    var first = 0
    while first < words.count {
      // Long texts are read in stretches that overlap.
      let start = max(0, first - Self.margin)
      let end = min(words.count, start + Self.most)
      read(words, start..<end)
      let stop = end == words.count ? end : end - Self.margin
      scores.values += part[((first - start) * width)..<((stop - start) * width)]
      first = stop
    }
    return scores
  }

  private func read(_ words: PunctuationWords, _ range: Range<Int>) {
    let width = PunctuationWords.inputs
    let endings = PunctuationVectors.dimensions
    let pairs = endings + PunctuationWords.endingColumns
    let extras = pairs + PunctuationWords.pairColumns
    inputs.withUnsafeMutableBufferPointer { inputs in
      part.withUnsafeMutableBufferPointer { part in
        guard let inputs = inputs.baseAddress, let part = part.baseAddress else { return }
        for (place, index) in range.enumerated() {
          let numbers = inputs + (place + 1) * width
          let word = Int(words.words[index])
          table.words.copy(word, to: numbers)
          table.endings.copy(Int(words.endings[index]), to: numbers + endings)
          table.pairs.copy(Int(words.pairs[index]), to: numbers + pairs)
          words.writeExtras(index, numbers + extras, isKnown: word < table.vectors.count)
        }
        (inputs + (range.count + 1) * width).update(repeating: 0, count: width)
        sluice_sequence_run(
          PunctuationTable.shape, table.weights, inputs, range.count, nil, &room, part)
      }
    }
  }
}
