public import Sluice

/// The marks and capitals that a text lacks, as edits.
struct PunctuationRule {
  let table: PunctuationTable
  let marks: Bool
  let cases: Bool

  /// - Parameter units: the turns or paragraphs of the text; those that overlap one before are left out.
  func edits(in page: CleaningPage, units: [Range<Int>]) -> [Edit] {
    let all = page.scan.words
    guard let tagger = PunctuationTagger(table) else { return [] }
    var edits: [Edit] = []
    var index = 0
    var done = 0
    for unit in units.sorted(by: { $0.lowerBound < $1.lowerBound }) where unit.lowerBound >= done {
      done = unit.upperBound
      while index < all.count, Int(all.starts[index]) < unit.lowerBound { index += 1 }
      let first = index
      while index < all.count, Int(all.ends[index]) <= unit.upperBound { index += 1 }
      if first < index { edits += self.edits(page.bytes, all, first..<index, tagger) }
    }
    return edits
  }

  private func edits(
    _ bytes: [UInt8], _ all: PageWords, _ range: Range<Int>, _ tagger: PunctuationTagger
  ) -> [Edit] {
    let parts = Self.words(bytes, all, range)
    var words = PunctuationWords()
    for part in parts { words.append(bytes[part.word], table.vectors) }
    let scores = tagger.scores(of: words)
    let found = marks ? scores.marks : []
    let ends = parts.indices.map { place in
      marks ? found[place] > 1 : all.gaps[parts[place].last].contains(.end)
    }
    let shapes = cases ? scores.cases(endsSentence: ends) : []
    var edits: [Edit] = []
    for (place, part) in parts.enumerated() {
      let word = part.word
      if cases, let edit = caseEdit(bytes, word, shapes[place]) { edits.append(edit) }
      guard marks, found[place] > 0 else { continue }
      let next = word.upperBound
      // Never a second mark.
      if next < bytes.count, !bytes[next].isSpace { continue }
      var edit = Edit(
        TextRange(next, next), with: PunctuationTable.marks[found[place]], rule: "punctuation.mark",
        kind: .punctuation)
      if next < bytes.count, bytes[next] == 0x20 {
        // The space is part of it, so that the edit stands for something of the source.
        edit.range = TextRange(next, next + 1)
        edit.replacement.append(0x20)
      }
      edits.append(edit)
    }
    return edits
  }

  /// The words as the models know them, `a.m`, `24/7` and `q&a` as one, each with the number of its last part.
  private static func words(
    _ bytes: [UInt8], _ all: PageWords, _ range: Range<Int>
  ) -> [(word: Range<Int>, last: Int)] {
    var result: [(word: Range<Int>, last: Int)] = []
    for index in range {
      let word = all[index]
      if let last = result.last, last.last == index - 1, word.lowerBound == last.word.upperBound + 1,
        Self.joints.contains(bytes[word.lowerBound - 1])
      {
        result[result.count - 1] = (last.word.lowerBound..<word.upperBound, index)
      } else {
        result.append((word, index))
      }
    }
    return result
  }

  private static let joints: [UInt8] = [
    UInt8(ascii: "."), UInt8(ascii: "&"), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "'"),
  ]

  private func caseEdit(_ bytes: [UInt8], _ word: Range<Int>, _ shape: Int) -> Edit? {
    var letters = Array(bytes[word]).map(\.lowered)
    switch shape {
    case 1: if let first = letters.first, first.isLower { letters[0] = first & 0xDF }
    case 2: letters = letters.map { $0.isLower ? $0 & 0xDF : $0 }
    default: break
    }
    guard !bytes[word].elementsEqual(letters) else { return nil }
    return Edit(
      TextRange(word), with: String(decoding: letters, as: UTF8.self), rule: "punctuation.case", kind: .case)
  }
}

extension EditClass {
  /// A mark that was put in.
  public static let punctuation = EditClass("punctuation")
  /// Letters given another case.
  public static let `case` = EditClass("case")
}
