/// Entries ready to be looked for in a text, by the hash of their first word.
struct Glossary: Sendable {
  /// Words to either side in which the company of an entry is looked for.
  static let reach = 12

  struct Match {
    var range: Range<Int>
    var entry: GlossaryEntry
  }

  private struct Pattern: Sendable {
    var entry: GlossaryEntry
    var bytes: [UInt8]
    var near: Set<UInt64>
  }

  /// By the hash of their first word, the longest first.
  private let patterns: WordTable<[Pattern]>

  init(_ entries: [GlossaryEntry]) {
    var patterns: [UInt64: [Pattern]] = [:]
    for entry in entries {
      let bytes = Array(entry.from.utf8)
      let words = PageWords(bytes, in: [0..<bytes.count])
      guard words.count > 0, words.starts[0] == 0 else { continue }
      let near = entry.near.map { word in
        let word = Array(word.utf8)
        return wordHash(word, 0..<word.count)
      }
      patterns[words.hashes[0], default: []].append(Pattern(entry: entry, bytes: bytes, near: Set(near)))
    }
    for key in patterns.keys { patterns[key]?.sort { $0.bytes.count > $1.bytes.count } }
    self.patterns = WordTable(hashes: patterns)
  }

  /// The policy and economy glossary that is part of the program, with a user's entries before it.
  static func policy(with own: [GlossaryEntry]) -> Glossary { Glossary(own + GlossaryEntry.policy) }

  /// The places where an entry stands in its company, in order and without overlap; the longest entry wins.
  func matches(in page: CleaningPage) -> [Match] {
    let words = page.scan.words
    let bytes = page.bytes
    var result: [Match] = []
    for index in patterns.places(in: words.hashes) {
      guard let candidates = patterns[words.hashes[index]] else { continue }
      let start = Int(words.starts[index])
      if let last = result.last, start < last.range.upperBound { continue }
      for pattern in candidates {
        let end = start + pattern.bytes.count
        guard end <= bytes.count, bytes[start..<end].elementsEqual(pattern.bytes),
          end == bytes.count || !bytes[end].isWordByte || bytes.isPunctuationSign(at: end),
          pattern.near.isEmpty || hasCompany(pattern, words, index, start..<end)
        else { continue }
        result.append(Match(range: start..<end, entry: pattern.entry))
        break
      }
    }
    return result
  }

  private func hasCompany(_ pattern: Pattern, _ words: PageWords, _ index: Int, _ range: Range<Int>) -> Bool {
    for other in max(0, index - Self.reach)..<index where pattern.near.contains(words.hashes[other]) {
      return true
    }
    var other = index
    var seen = 0
    while other < words.count, seen < Self.reach {
      if Int(words.starts[other]) >= range.upperBound {
        if pattern.near.contains(words.hashes[other]) { return true }
        seen += 1
      }
      other += 1
    }
    return false
  }
}
