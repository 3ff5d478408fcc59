import Sluice

/// Turns an entry into automata, and says what is wrong with it.
struct PatternCompiler {
  let reader: SettingsReader
  let position: SourcePosition?

  private func complain(_ message: String, hint: String? = nil) {
    reader.complain(message, at: position, hint: hint)
  }

  /// `nil` after a complaint.
  func compile(_ entry: PatternEntry) -> [TokenPattern]? {
    guard Self.isLabel(entry.label) else {
      complain(
        "'\(entry.label)' is no label", hint: "a label is capital letters, digits, _ and -, such as LAW")
      return nil
    }
    let phrases = (entry.phrase.map { [$0] } ?? []) + entry.phrases
    guard phrases.isEmpty != entry.tokens.isEmpty else {
      complain(
        phrases.isEmpty ? "a pattern needs a phrase or tokens" : "a pattern has a phrase or tokens, not both")
      return nil
    }
    if !entry.tokens.isEmpty { return sequence(entry.tokens).map { [$0] } }
    var patterns: [TokenPattern] = []
    for phrase in phrases {
      let sequence = tests(phrase, folded: entry.ignoreCase)
      guard !sequence.isEmpty else {
        complain("a phrase has a word at least")
        return nil
      }
      var pattern = TokenPattern()
      guard pattern.append(oneOf: [sequence], isOptional: false) else {
        complain("a phrase has at most \(TokenPattern.maximumTests) words")
        return nil
      }
      patterns.append(pattern)
    }
    return patterns
  }

  static func isLabel(_ text: String) -> Bool {
    text.utf8.first.map { (0x41...0x5A).contains($0) } == true && text.utf8.count <= 64
      && text.utf8.allSatisfy {
        (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F || $0 == 0x2D
      }
  }

  private func tests(_ text: String, folded: Bool) -> [TokenPattern.Test] {
    MatchToken.tokens(of: text).map { folded ? .folded($0.folded) : .exact($0.exact) }
  }

  private func sequence(_ entries: [TokenTest]) -> TokenPattern? {
    var pattern = TokenPattern()
    for (index, entry) in entries.enumerated() {
      let place = "token \(index + 1)"
      let said = [
        entry.text != nil, entry.lower != nil, !entry.any.isEmpty, !entry.anyLower.isEmpty,
        entry.shape != nil,
        entry.regex != nil, entry.gap != nil,
      ].filter(\.self).count
      guard said == 1 else {
        complain(
          "\(place) has \(said == 0 ? "no test" : "\(said) tests")",
          hint: "it needs one of text, lower, any, any-lower, shape, regex and gap")
        return nil
      }
      let fits: Bool
      if let gap = entry.gap {
        guard let (least, most) = Self.gap(gap) else {
          complain("\(place): '\(gap)' is no gap", hint: "such as 0..3, or 2; at most 20")
          return nil
        }
        fits = (0..<most).allSatisfy { pattern.append(oneOf: [[.anything]], isOptional: $0 >= least) }
      } else {
        guard let sequences = alternatives(entry, place) else { return nil }
        fits = pattern.append(oneOf: sequences, isOptional: entry.optional)
      }
      guard fits else {
        complain("a pattern has at most \(TokenPattern.maximumTests) tests, gaps and lists written out")
        return nil
      }
    }
    guard !pattern.isEmpty else {
      complain("every token of the pattern may be missing")
      return nil
    }
    guard entries.first?.gap == nil, entries.last?.gap == nil else {
      complain("a pattern cannot begin or end with a gap")
      return nil
    }
    return pattern
  }

  private func alternatives(_ entry: TokenTest, _ place: String) -> [[TokenPattern.Test]]? {
    if let shape = entry.shape {
      guard let compiled = TokenShape(shape) else {
        complain(
          "\(place): no token has the shape '\(shape)'", hint: "X, x and d, at most four of a kind in a row")
        return nil
      }
      return [[.shape(compiled)]]
    }
    if let regex = entry.regex {
      do throws(TokenRegex.Failure) {
        return [[.regex(try TokenRegex(regex))]]
      } catch {
        complain("\(place): in '\(regex)' at character \(error.offset + 1): \(error.message)")
        return nil
      }
    }
    let exact = (entry.text.map { [$0] } ?? []) + entry.any
    let folded = (entry.lower.map { [$0] } ?? []) + entry.anyLower
    let sequences = exact.map { tests($0, folded: false) } + folded.map { tests($0, folded: true) }
    guard sequences.allSatisfy({ !$0.isEmpty }) else {
      complain("\(place) is empty")
      return nil
    }
    return sequences
  }

  /// `0..3` or `2`.
  private static func gap(_ text: String) -> (least: Int, most: Int)? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let bounds = parts.count == 3 && parts[1].isEmpty ? [parts[0], parts[2]] : [text[...], text[...]]
    guard let least = Int(bounds[0]), let most = Int(bounds[1]), least >= 0, least <= most,
      (1...20).contains(most)
    else { return nil }
    return (least, most)
  }
}
