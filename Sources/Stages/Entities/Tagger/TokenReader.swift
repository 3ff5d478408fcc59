import Sluice

/// Looks up what the tagger wants to know of the tokens of a document.
struct TokenReader {
  let table: TaggerTable
  let lexicon: Lexicon

  /// Kinds of marks: those of the gazetteer of the table come first.
  private static let numberKinds = 10
  private static let nameKinds = 17
  private static let doubtfulKinds = 28

  /// The tokens of a document.
  func read(_ text: UnsafeBufferPointer<UInt8>, _ tokens: [Token], into found: inout [TaggerToken]) {
    found.removeAll(keepingCapacity: true)
    found.reserveCapacity(tokens.count)
    let isSmall = Self.isSmall(tokens)
    for token in tokens {
      let form = WordForm(
        UnsafeBufferPointer(rebasing: text[Int(token.start)..<Int(token.end)]))
      let isOpaque = token.kind == .opaque
      let key = isOpaque ? UInt64(text[Int(token.start)]) : token.key
      let row = isOpaque ? nil : table.word(key) ?? (form.plainKey == key ? nil : table.word(form.plainKey))
      found.append(
        TaggerToken(
          form: form, key: key, vector: row.map { Int32($0) } ?? -1,
          info: row.map(table.info) ?? TaggerTable.WordInfo(bits: 0), classes: token.classes,
          isOpaque: isOpaque, isWord: token.kind == .word, isOfSmallText: isSmall,
          type: WordHash.join(form.spelling ^ (isSmall ? 1 : 0), key)))
    }
  }

  /// Whether a text has no capitals, or hardly any; `I` and initials do not count.
  private static func isSmall(_ tokens: [Token]) -> Bool {
    var words = 0, capitals = 0
    for token in tokens where token.isWord && !token.shape.contains(.initial) {
      words += 1
      if token.isCapital { capitals += 1 }
    }
    return words >= 4 && capitals * 100 <= words
  }

  /// Notes how the words of a sentence are written.
  static func note(_ tokens: UnsafeBufferPointer<TaggerToken>, in memory: inout WordMemory) {
    for (index, token) in tokens.enumerated() where token.isWord {
      if token.form.isSmall {
        memory.noteSmall(token.key)
      } else if index > 0, token.form.isCapital {
        memory.noteCapital(token.key)
        if index + 1 < tokens.count, tokens[index + 1].form.isCapital {
          memory.note(tokens[index + 1].key, .behind, of: token.key)
        }
        if tokens[index - 1].form.isCapital { memory.note(tokens[index - 1].key, .before, of: token.key) }
      }
    }
  }

  /// Marks what gazetteers and rules say of a sentence.
  func mark(_ sentence: SentenceTokens, _ tokens: UnsafeMutableBufferPointer<TaggerToken>) {
    let first = sentence.range.lowerBound
    let numbers = NumberScanner(sentence: sentence)
    var numbersFrom = first
    for index in sentence.range {
      markNames(from: index - first, tokens)
      if sentence[index].has(.startsPhrase), sentence[index].kind == .word,
        let (end, name) = lexicon.longestName(in: sentence, at: index, ignoringCase: true)
      {
        let kind = (name.isDoubtful ? Self.doubtfulKinds : Self.nameKinds) + Int(name.label.index)
        TaggerToken.mark(kind, index - first..<end - first, in: tokens)
      }
      if index >= numbersFrom, let match = numbers.match(at: index) {
        let kind = Self.numberKinds + Int(match.label.index) - Int(EntityLabel.date.index)
        TaggerToken.mark(kind, index - first..<match.end - first, in: tokens)
        numbersFrom = match.end
      }
    }
  }

  /// The longest names of the gazetteer that begin at a token.
  private func markNames(from index: Int, _ tokens: UnsafeMutableBufferPointer<TaggerToken>) {
    var phrase = WordHash.seed
    var found: (end: Int, kinds: UInt16)?
    var at = index
    while at < tokens.count {
      phrase = WordHash.join(phrase, tokens[at].form.plainKey)
      guard let entry = table.kinds(ofPhrase: phrase) else { break }
      at += 1
      if entry.kinds != 0 { found = (at, entry.kinds) }
      if !entry.goesOn { break }
    }
    guard var (end, kinds) = found else { return }
    while kinds != 0 {
      TaggerToken.mark(kinds.trailingZeroBitCount, index..<end, in: tokens)
      kinds &= kinds - 1
      end = max(end, index + 1)
    }
  }
}
