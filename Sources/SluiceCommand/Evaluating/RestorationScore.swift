/// Scores the marks and capitals that were put into text without: those of each mark, of all marks together, and of
/// words that are not in lower case.
struct RestorationScore {
  /// What was found and is right, what was found, and what should have been.
  struct Counts: Measured {
    var right = 0
    var found = 0
    var wanted = 0

    var precision: Double { Double(right) / Double(max(1, found)) }
    var recall: Double { Double(right) / Double(max(1, wanted)) }
    var f1: Double { 2 * Double(right) / Double(max(1, found + wanted)) }

    fileprivate mutating func add(_ found: String, _ wanted: String, none: String) {
      if found != none { self.found += 1 }
      if wanted != none { self.wanted += 1 }
      if found != none, found == wanted { right += 1 }
    }
  }

  private(set) var marks = Counts()
  private(set) var cases = Counts()
  /// Texts whose words are not those that they had; they are not scored.
  private(set) var changed = 0

  /// - Parameter text: the words with what was put in, one space between two.
  mutating func add(_ text: String, words: [String], marks: [String], cases: [String]) {
    let pieces = text.split(separator: " ").map(String.init)
    var found: [(mark: String, letters: String)] = []
    for (piece, word) in zip(pieces, words) {
      let rest = piece.dropFirst(word.count)
      guard piece.prefix(word.count).lowercased() == word.lowercased(), rest.count < 2 else { break }
      found.append((String(rest), Self.letterCase(piece.prefix(word.count))))
    }
    guard found.count == words.count, pieces.count == words.count, marks.count == words.count,
      cases.count == words.count
    else {
      changed += 1
      return
    }
    for (index, (mark, letters)) in found.enumerated() {
      self.marks.add(mark, marks[index], none: "")
      self.cases.add(letters, cases[index], none: "L")
    }
  }

  /// `U` for capitals, `T` for a word with one, `L` for others.
  private static func letterCase(_ word: Substring) -> String {
    if word.count > 1, word.uppercased() == word, word.lowercased() != word { return "U" }
    return word.contains(where: \.isUppercase) ? "T" : "L"
  }
}
