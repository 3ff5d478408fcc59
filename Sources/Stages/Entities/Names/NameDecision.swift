/// Decides what a run of capitalised words names, by its words, its neighbours and the document.
///
/// All weights of the rules stand here, so that a trained tagger can take the place of this file.
struct NameDecision {
  typealias Verdict = (label: EntityLabel, confidence: Float, isFirm: Bool)

  let sentence: SentenceTokens
  let memory: DocumentMemory
  let style: SentenceStyle

  func decide(_ first: Int, _ end: Int) -> Verdict {
    if let verdict = person(first, end) { return verdict }
    if end - first > 1 || sentence.has(.organizationSuffix, at: first) {
      if let label = head(first, end) {
        // A lone head with an opening word before it may be no name.
        return (label, style.isHeadline ? 0.5 : 0.8, !style.isHeadline)
      }
    }
    return end - first == 1 ? single(first) : several(first, end)
  }

  // MARK: - Evidence in the words

  /// The label that the main word of a name gives it: `Bank of America`, `Yale University`, `Lake Geneva`.
  func head(_ first: Int, _ end: Int) -> EntityLabel? {
    guard end - first > 1 else { return nil }
    let link = (first..<end).first {
      !sentence[$0].isCapital && sentence[$0].kind == .word && !sentence[$0].shape.contains(.innerCapital)
    }
    let main = (link ?? end) - 1
    guard main >= first else { return nil }
    let token = sentence[main]
    if let label = Self.label(of: token) { return label }
    if sentence.has(.locationHead, at: first), end - first <= 3 { return .location }
    return nil
  }

  private static func label(of token: Token) -> EntityLabel? {
    guard token.kind == .word, token.has(.anyHead) else { return nil }
    if token.has(.organizationSuffix) { return .organization }
    if token.has(.lawHead) { return .law }
    if token.has(.eventHead), !token.has(.organizationHead) { return .event }
    if token.has(.locationHead) { return .location }
    if token.has(.placeHead) { return .geopolitical }
    if token.has(.facilityHead) { return .facility }
    if token.has(.workHead) { return .workOfArt }
    return .organization
  }

  private func person(_ first: Int, _ end: Int) -> Verdict? {
    let token = sentence[first]
    let length = end - first
    let last = sentence[end - 1]
    if token.has(.honorific), length > 1 { return nil }
    let isNumbered = last.has(.generationSuffix)
    if length == 1 {
      guard token.has(.anyName), !style.isShouting || !token.has(.common) else { return nil }
      if token.has(.doubtfulName) || token.has(.common) {
        return (.person, isBesideSpeech(first, end) ? 0.7 : 0.3, false)
      }
      return (.person, token.has(.surname) ? 0.8 : 0.75, true)
    }
    guard length <= 5 || isNumbered else { return nil }
    let isOrganization =
      last.has([.organizationHead, .organizationSuffix, .facilityHead, .placeHead])
      && !last.has(.surname)
    if isOrganization || (first..<end).contains(where: { NameRun.linkAfterHead.contains(sentence[$0].key) }) {
      return nil
    }
    if token.has(.givenName), last.isWord {
      let isSure = !token.has(.doubtfulName) && !last.has(.common)
      if last.has(.anyHead), !last.has(.surname) { return nil }
      if isSure || last.has(.anyName) { return (.person, 0.9, true) }
      return (.person, last.has(.common) ? 0.5 : 0.75, !last.has(.common) && !token.has(.common))
    }
    if token.shape.contains(.initial), token.shape.contains(.dotted), length <= 4, !last.has(.common) {
      return (.person, 0.85, true)
    }
    if isNumbered { return (.person, 0.8, true) }
    if last.has(.surname), !last.has(.common), length <= 3, !token.has(.common) {
      return (.person, 0.85, true)
    }
    if (first + 1..<end - 1).contains(where: { sentence.has(.particle, at: $0) && !sentence[$0].isCapital }) {
      return (.person, 0.7, true)
    }
    if memory.isPerson(last.key), !token.has(.common), length <= 3 { return (.person, 0.8, true) }
    return nil
  }

  // MARK: - Evidence beside the words

  private func isBesideSpeech(_ first: Int, _ end: Int) -> Bool {
    if sentence.has(.speechVerb, at: end) { return true }
    if let before = sentence.at(first - 1), before.has(.speechVerb), sentence.at(first - 2)?.kind == .mark {
      return true
    }
    return sentence.at(end)?.isMark(",") == true && sentence.isWord(Self.who, at: end + 1)
  }

  private static let who = WordHash.key(of: "who".utf8)
  private static let `in` = WordHash.key(of: "in".utf8)
  private static let a = WordHash.key(of: "a".utf8)
  private static let an = WordHash.key(of: "an".utf8)

  private func isBehindPlacePreposition(_ first: Int) -> Bool {
    sentence.has(.placePreposition, at: first - 1)
  }

  /// A known name that is also something else.
  func doubtful(_ first: Int, _ end: Int, _ label: EntityLabel) -> (confidence: Float, isFirm: Bool) {
    let token = sentence[first]
    let isPlace = label == .geopolitical || label == .location
    if isPlace, isBehindPlacePreposition(first) { return (0.85, true) }
    if isPlace, sentence.at(first - 1)?.isMark(",") == true || sentence.at(end)?.isMark(",") == true {
      return (0.7, false)
    }
    if token.shape.contains(.opening), token.has(.common) { return (0.2, false) }
    if style.isHeadline || style.isShouting { return (token.has(.common) ? 0.3 : 0.5, false) }
    if memory.isWrittenSmall(token.key) { return (0.35, false) }
    return (token.has(.anyName) && isBesideSpeech(first, end) ? 0.45 : 0.6, false)
  }

  private func single(_ index: Int) -> Verdict {
    let token = sentence[index]
    let end = index + 1
    if memory.isPerson(token.key) { return (.person, 0.8, false) }
    if style.isShouting { return (.organization, 0.1, false) }
    if token.shape.contains(.allCapitals) { return acronym(token) }
    if token.shape.contains(.initial) { return (.person, 0.1, false) }
    if token.has(.plainAcronym) || token.has(.month) || token.has(.weekday) {
      return (.organization, 0.1, false)
    }
    let isPlain = token.has(.common) || memory.isWrittenSmall(token.key)
    if isPlain || token.has(.anyHead) || token.has(.titleModifier) {
      return (token.has(.organizationHead) ? .organization : .person, 0.15, false)
    }
    if token.shape.contains(.hasDigit) { return (.product, 0.4, false) }
    if token.shape.contains(.innerCapital) { return (.organization, 0.5, false) }
    if let label = WordEnding.label(sentence.bytes(index)) { return (label, 0.6, false) }
    let opens = token.shape.contains(.opening)
    if isBesideSpeech(index, end) { return (.person, opens ? 0.55 : 0.65, false) }
    if style.isHeadline { return (.person, 0.2, false) }
    if isBehindPlacePreposition(index), !opens { return (.geopolitical, 0.5, false) }
    if opens, !memory.isWrittenWithCapital(token.key) {
      return (.person, WordEnding.isPlain(sentence.bytes(index)) ? 0.1 : 0.3, false)
    }
    if sentence.at(index - 1)?.key == NameRun.the { return (.organization, 0.45, false) }
    if sentence.at(end)?.kind == .clitic { return (.person, 0.45, false) }
    return (.person, 0.42, false)
  }

  private func acronym(_ token: Token) -> Verdict {
    let letters = token.length
    if token.has(.plainAcronym) || token.has(.function) { return (.organization, 0.1, false) }
    // Somebody raises their voice.
    if letters > 6 || token.has(.common) { return (.organization, 0.2, false) }
    if token.shape.contains(.hasDigit) { return (.product, 0.42, false) }
    return (.organization, letters <= 1 ? 0.1 : 0.55, false)
  }

  private func several(_ first: Int, _ end: Int) -> Verdict {
    if style.isShouting { return (.organization, 0.15, false) }
    let words = (first..<end).filter { sentence[$0].kind == .word && sentence[$0].isCapital }
    let plain = words.filter { sentence.has(.common, at: $0) || memory.isWrittenSmall(sentence[$0].key) }
      .count
    if sentence.has(.direction, at: first), end - first == 2, plain < words.count {
      return (.location, 0.6, false)
    }
    if plain == words.count { return (.organization, style.isHeadline ? 0.1 : 0.4, false) }
    if style.isHeadline, plain > 0 { return (.organization, 0.3, false) }
    if isBesideSpeech(first, end) { return (.person, 0.7, false) }
    if isBehindPlacePreposition(first), plain == 0 {
      return (.geopolitical, sentence.isWord(Self.in, at: first - 1) ? 0.55 : 0.45, false)
    }
    let isDetermined =
      sentence.at(first - 1).map { $0.key == NameRun.the || $0.key == Self.a || $0.key == Self.an } ?? false
    if plain == 0, !isDetermined, end - first <= 3,
      words.allSatisfy({ !sentence[$0].shape.contains(.allCapitals) })
    {
      return (.person, 0.55, false)
    }
    return (.organization, 0.5, false)
  }
}
