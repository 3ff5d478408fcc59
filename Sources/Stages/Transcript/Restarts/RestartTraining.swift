/// What `sluice-train` needs of the tagger of restarts: the segments of a text with features and labels.
package struct RestartTraining {
  /// A stretch of talk in which something may have been taken back.
  package struct Example {
    private let reader: RestartFeatures
    /// Words that may be taken; the others are never asked for.
    package let isOpen: [Bool]
    package let isTaken: [Bool]

    fileprivate init(
      _ segment: RestartSegment, _ page: PageWords, _ bytes: [UInt8], _ isOpen: [Bool], _ gone: [Bool]
    ) {
      reader = RestartFeatures(segment: segment, page: page, bytes: bytes)
      self.isOpen = isOpen
      isTaken = segment.words.map { word in
        let range = page[word.number]
        return 2 * range.count(where: { gone[$0] }) >= range.count
      }
    }

    package func features(_ index: Int, last: Int, before: Int, into features: inout [Int]) {
      reader.fill(index, last: last, before: before, into: &features)
    }
  }

  /// - Parameters:
  ///   - isGone: for each byte, whether it was taken back.
  package static func examples(_ bytes: [UInt8], isGone: [Bool]) -> [Example] {
    let page = PageWords(bytes, in: [0..<bytes.count])
    var result: [Example] = []
    var open: [Bool] = []
    RestartScreen(page, isEdited: true).forEach { range in
      var segment = RestartSegment()
      for word in range { segment.add(word, of: page, bytes) }
      guard segment.count > 1, segment.windows(isEdited: true, page, bytes, into: &open) else { return }
      result.append(Example(segment, page, bytes, open, isGone))
    }
    return result
  }

  /// The table of weights, rounded to its steps.
  package static func table(_ weights: [Float]) -> [UInt8] {
    weights.map { UInt8(bitPattern: Int8(max(-127, min(127, ($0 / RestartTable.step).rounded())))) }
  }
}
