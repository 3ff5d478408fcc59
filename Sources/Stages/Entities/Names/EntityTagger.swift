import Sluice

/// Takes a document through tokens, numbers, names and memory to mentions.
///
/// A value with scratch space that is used again for the next document.
struct EntityTagger {
  let lexicon = Lexicon.shared
  private var tokens: [Token] = []
  private var sentences: [Range<Int>] = []
  private var memory = DocumentMemory()
  private var candidates: [NameCandidate] = []

  init() {}

  /// The mentions of a text, in order and without overlap, with their identities.
  ///
  /// - Parameter persons: names of people who are known to have a part in the document.
  mutating func tag(
    _ text: Text, _ sentenceRanges: [TextRange], persons: [String], labels: Set<EntityLabel>,
    checkDeadline: () throws -> Void
  ) throws -> Entities {
    tokenize(text, sentenceRanges)
    memory.forget()
    for token in tokens { memory.note(token) }
    for name in persons { note(person: name) }
    candidates.removeAll(keepingCapacity: true)
    try read(text, checkDeadline)
    learn()
    resolve()
    candidates.removeAll { $0.confidence < NameCandidate.threshold || !labels.contains($0.label) }
    var index = IdentityIndex(lexicon: lexicon)
    return index.layer(of: candidates, tokens, text)
  }

  private mutating func tokenize(_ text: Text, _ ranges: [TextRange]) {
    tokens.removeAll(keepingCapacity: true)
    sentences.removeAll(keepingCapacity: true)
    let tokenizer = Tokenizer(lexicon: lexicon)
    for range in ranges {
      let first = tokens.count
      tokenizer.tokenize(text.bytes, range, into: &tokens)
      sentences.append(first..<tokens.count)
    }
  }

  /// Makes the words of a speaker's name evidence for mentions of a person.
  private mutating func note(person name: String) {
    var words: [Token] = []
    let bytes = Array(name.utf8)
    Tokenizer(lexicon: lexicon).tokenize(bytes, TextRange(0, bytes.count), into: &words)
    words.removeAll { !$0.isWord || $0.has([.honorific, .title, .particle, .generationSuffix]) }
    // HOST, Audience Member and Q name nobody.
    guard !words.isEmpty, !words.allSatisfy({ $0.has(.common) || $0.shape.contains(.initial) }) else {
      return
    }
    var phrase = WordHash.seed
    for word in words {
      phrase = WordHash.join(phrase, word.key)
      if !word.shape.contains(.initial), !word.has(.common) { memory.notePerson(word.key) }
    }
    memory.note(
      NameCandidate(first: 0, end: 0, label: .person, confidence: 0.95, isFirm: true, phrase: phrase))
  }

  private mutating func read(_ text: Text, _ checkDeadline: () throws -> Void) throws {
    // Without a single capital, the gazetteer and known given names are all there is to go by.
    let isSmall =
      tokens.count >= 5 && !tokens.contains { $0.isWord && $0.isCapital && !$0.shape.contains(.initial) }
    let memory = memory
    let lexicon = lexicon
    var found = candidates
    candidates = []
    try text.bytes.withUnsafeBufferPointer { bytes in
      try tokens.withUnsafeBufferPointer { tokens in
        for (row, range) in sentences.enumerated() {
          if row & 0xFF == 0 { try checkDeadline() }
          let sentence = SentenceTokens(text: bytes, all: tokens, range: range)
          let numbers = NumberScanner(sentence: sentence)
          if isSmall {
            SmallLetterReader(sentence: sentence, lexicon: lexicon, numbers: numbers).read(into: &found)
            continue
          }
          let run = NameRun(sentence: sentence, numbers: numbers, lexicon: lexicon)
          let reader = NameReader(
            sentence: sentence, lexicon: lexicon, memory: memory, run: run, style: SentenceStyle(sentence))
          var index = range.lowerBound
          while index < range.upperBound {
            index = Self.step(at: index, reader, numbers, &found)
          }
        }
      }
    }
    candidates = found
  }

  /// Reads what begins at a token, and says where to go on.
  private static func step(
    at index: Int, _ reader: NameReader, _ numbers: NumberScanner, _ found: inout [NameCandidate]
  ) -> Int {
    let sentence = reader.sentence
    let token = sentence[index]
    let isName = reader.run.isNameWord(index)
    if isName, token.has(.startsPhrase), let (end, _) = reader.lexicon.longestName(in: sentence, at: index),
      end > index + 1
    {
      return reader.read(at: index, into: &found)
    }
    if token.kind != .word || token.has(.startsNumber) || sentence.at(index + 1)?.isCurrencySign == true,
      let match = numbers.match(at: index)
    {
      found.append(
        NameCandidate(
          first: index, end: match.end, label: match.label, confidence: match.confidence, isFirm: true))
      return match.end
    }
    guard isName,
      !token.has(.function) || token.has([.startsPhrase, .givenName]) || token.has(.titleModifier)
    else {
      return index + 1
    }
    return reader.read(at: index, into: &found)
  }

  // MARK: - The document as evidence

  /// Lets clear mentions speak for the doubtful ones.
  private mutating func learn() {
    for candidate in candidates where candidate.isFirm && !candidate.label.isNumeric {
      memory.note(candidate)
      guard candidate.label == .person else { continue }
      let first = tokens[candidate.first]
      let last = tokens[candidate.end - 1]
      if last.isWord, !last.has(.generationSuffix), !last.shape.contains(.initial) {
        memory.notePerson(last.key)
      }
      if candidate.end - candidate.first > 1, !first.has(.common), !first.shape.contains(.initial) {
        memory.notePerson(first.key)
      }
    }
  }

  private mutating func resolve() {
    for index in candidates.indices where !candidates[index].isFirm {
      let candidate = candidates[index]
      let token = tokens[candidate.first]
      let isOpening = token.shape.contains(.opening) && token.has(.common)
      if let (label, confidence) = memory.label(of: candidate.phrase) {
        guard !isOpening || memory.isWrittenWithCapital(token.key) else { continue }
        candidates[index].label = label
        candidates[index].confidence = max(candidate.confidence, confidence - 0.1)
      } else if candidate.end - candidate.first == 1, candidate.identity < 0, memory.isPerson(token.key),
        !isOpening,
        !token.has(.common) || candidate.confidence >= 0.3
      {
        candidates[index].label = .person
        candidates[index].confidence = max(candidate.confidence, 0.8)
      }
    }
  }
}
