/// Reads the names of one sentence: where they are, and what their words and neighbours say of them.
struct NameReader {
  let sentence: SentenceTokens
  let lexicon: Lexicon
  let memory: DocumentMemory
  let run: NameRun
  let style: SentenceStyle

  /// Reads the name that begins at a token, which may turn out to be several or none.
  ///
  /// - Returns: index of the token behind it.
  func read(at first: Int, into candidates: inout [NameCandidate]) -> Int {
    if let (end, name) = lexicon.longestName(in: sentence, at: first), end > first + 1,
      !run.isNameWord(end) || sentence[end].has(.function)
    {
      add(first, end, name, &candidates)
      return end
    }
    let end = run.end(from: first)
    segment(first, end, &candidates)
    return end
  }

  // MARK: - Taking runs apart

  private func segment(_ given: Int, _ end: Int, _ candidates: inout [NameCandidate]) {
    var first = given
    // Secretary of State Kissinger
    while first < end, end - first > 1 || first > given, isOffice(first, given) { first += 1 }
    // Spans have no article, whatever its case.
    while first < end, sentence[first].key == NameRun.the { first += 1 }
    while first < end, isOpeningWord(first, end) {
      if first + 1 == end { addWeak(first, end, &candidates) }
      first += 1
    }
    guard first < end else { return }
    if let (at, name) = lexicon.longestName(in: sentence, at: first), at == end {
      return add(first, end, name, &candidates)
    }
    if splitAtTitle(first, end, &candidates) { return }
    if let (at, name) = lexicon.longestName(in: sentence, at: first), at < end {
      return prefixed(first, at, end, name, &candidates)
    }
    classify(first, end, &candidates)
  }

  /// A word of an office that began before the run.
  private func isOffice(_ index: Int, _ first: Int) -> Bool {
    guard sentence.has(.titleModifier, at: index), sentence.isWord(NameRun.of, at: first - 1) else {
      return false
    }
    return sentence.has(.title, at: first - 2)
  }

  /// A word whose capital is owed to its place: `Yesterday Putin …`.
  private func isOpeningWord(_ index: Int, _ end: Int) -> Bool {
    let token = sentence[index]
    guard token.shape.contains(.opening), token.kind == .word else { return false }
    if token.shape.contains(.allCapitals), !style.isShouting { return false }
    if let (_, name) = lexicon.longestName(in: sentence, at: index), !name.isDoubtful { return false }
    if token.has([.honorific, .title]), index + 1 < end { return false }
    if token.has(.function) {
      return !(token.has(.givenName) && index + 1 < end && !token.has(.doubtfulName))
    }
    if token.has(.anyName), !token.has(.doubtfulName) { return false }
    let isPlain =
      token.has(.common) || (memory.isWrittenSmall(token.key) && !memory.isWrittenWithCapital(token.key))
    guard isPlain else { return false }
    // Central Bank, Supreme Court: the head behind it makes it part of the name.
    return !(index + 1 < end && sentence.has(.anyHead, at: end - 1) && !token.has(.speechVerb))
      && !(index + 1 < end && token.has(.givenName) && sentence.has(.surname, at: index + 1))
  }

  /// Parts `Russian President Vladimir Putin` into what stands before the office and the person behind it.
  private func splitAtTitle(_ first: Int, _ end: Int, _ candidates: inout [NameCandidate]) -> Bool {
    guard let title = (first..<end).first(where: { sentence.has([.title, .honorific], at: $0) }) else {
      return false
    }
    let isHonorific = sentence[title].has(.honorific)
    // Stephen King, Michael Bishop.
    if title > first, !isHonorific, sentence.has(.anyName, at: title), sentence.has(.givenName, at: first) {
      return false
    }
    var left = title
    while left > first, sentence.has(.titleModifier, at: left - 1) || sentence[left - 1].isDash { left -= 1 }
    var right = title + 1
    while right < end,
      sentence.has([.title, .honorific], at: right) || sentence[right].isDash
        || sentence.has(.titleModifier, at: right), !sentence.has(.anyName, at: right) || right + 1 < end
    { right += 1 }
    if right < end {
      let isInstitution = (right..<end).contains {
        sentence.has([.organizationHead, .organizationSuffix, .facilityHead], at: $0)
          && !sentence.has(.anyName, at: $0)
      }
      let known = lexicon.longestName(in: sentence, at: right)
      let namesPlace = known.map { $0.end == end && !$0.name.isDoubtful && $0.name.label != .group } ?? false
      if isInstitution || (namesPlace && !isHonorific && !sentence.has(.anyName, at: right)) {
        return false
      }
      if left > first { segment(first, left, &candidates) }
      addPerson(right, end, isHonorific ? 0.95 : 0.9, &candidates)
      return true
    }
    // A title with nothing behind it names nobody.
    guard sentence[title].has(.title), !isHeaded(first, end) else { return false }
    if left > first { segment(first, left, &candidates) } else { addWeak(first, end, &candidates) }
    return true
  }

  private func isHeaded(_ first: Int, _ end: Int) -> Bool {
    end - first > 1 && sentence.has(.anyHead, at: end - 1)
  }

  /// A run that begins with a known name and goes on.
  private func prefixed(
    _ first: Int, _ at: Int, _ end: Int, _ name: Lexicon.Name, _ candidates: inout [NameCandidate]
  ) {
    let isPersonal = sentence.has(.anyName, at: first) && at == first + 1
    if isPersonal, !sentence.has(.common, at: at), !isHeaded(first, end), name.label != .organization {
      return classify(first, end, &candidates)
    }
    if sentence[at].isDash || sentence[at].isMark(",") {
      add(first, at, name, &candidates)
      return segment(at + 1, end, &candidates)
    }
    if sentence.has(.givenName, at: at), !sentence.has(.doubtfulName, at: at), end - at > 1 {
      add(first, at, name, &candidates)
      return segment(at, end, &candidates)
    }
    if hasHead(first, end) { return classify(first, end, &candidates) }
    switch name.label {
    case .group, .geopolitical, .location, .organization:
      let rest = (at..<end).allSatisfy { sentence.has(.common, at: $0) }
      if name.label == .group || rest {
        add(first, at, name, &candidates)
        if !rest { segment(at, end, &candidates) }
      } else {
        candidates.append(candidate(first, end, .organization, 0.45, isFirm: false))
      }
    default:
      candidates.append(candidate(first, end, name.label, 0.6, isFirm: false))
    }
  }

  private func hasHead(_ first: Int, _ end: Int) -> Bool {
    NameDecision(sentence: sentence, memory: memory, style: style).head(first, end) != nil
  }

  private func classify(_ first: Int, _ end: Int, _ candidates: inout [NameCandidate]) {
    let decision = NameDecision(sentence: sentence, memory: memory, style: style)
    let (label, confidence, isFirm) = decision.decide(first, end)
    candidates.append(candidate(first, end, label, confidence, isFirm: isFirm))
  }

  // MARK: - Adding

  private func candidate(
    _ first: Int, _ end: Int, _ label: EntityLabel, _ confidence: Float, isFirm: Bool
  ) -> NameCandidate {
    var phrase = WordHash.seed
    for index in first..<end { phrase = WordHash.join(phrase, sentence[index].key) }
    return NameCandidate(
      first: first, end: end, label: label, confidence: confidence, isFirm: isFirm, phrase: phrase)
  }

  private func add(_ given: Int, _ end: Int, _ name: Lexicon.Name, _ candidates: inout [NameCandidate]) {
    // The Gambia, the Bronx: spans have no article.
    let first = sentence[given].key == NameRun.the && given + 1 < end ? given + 1 : given
    var found = candidate(first, end, name.label, 0.9, isFirm: true)
    found.identity = name.identity
    if name.isDoubtful {
      let decision = NameDecision(sentence: sentence, memory: memory, style: style)
      let (confidence, isFirm) = decision.doubtful(first, end, name.label)
      found.confidence = confidence
      found.isFirm = isFirm
    }
    candidates.append(found)
  }

  private func addPerson(_ first: Int, _ end: Int, _ confidence: Float, _ candidates: inout [NameCandidate]) {
    candidates.append(candidate(first, end, .person, confidence, isFirm: true))
  }

  /// A capitalised word that only the rest of the document can make a name.
  private func addWeak(_ first: Int, _ end: Int, _ candidates: inout [NameCandidate]) {
    guard !sentence.has(.function, at: first) else { return }
    candidates.append(candidate(first, end, .person, 0.1, isFirm: false))
  }
}
