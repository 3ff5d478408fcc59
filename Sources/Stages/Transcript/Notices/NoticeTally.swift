/// The cues of one sentence, added up.
struct NoticeTally {
  private var cues: NoticeCues = []
  private var words = 0
  private var transcripts = 0
  private var flaws = 0
  private var persons = 0
  private var startsWithPointer = false
  /// Number of the last word that speaks of copyright.
  private var right: Int?
  private var hasDatedRight = false
  private var capitals = 0
  private var hasFirm = false
  private var isFromRecord = false
  private var isSubjectToReview = false
  private var last = 0 as UInt64

  private static let firms = WordTable("reporting transcripts transcription reporters captioning")
  private static let legalForms = WordTable(
    "company corporation inc llc ltd co service services group associates")
  private static let review = wordHash(Array("review".utf8), 0..<6)
  private static let final = wordHash(Array("final".utf8), 0..<5)
  private static let online = wordHash(Array("online".utf8), 0..<6)
  private static let record = wordHash(Array("record".utf8), 0..<6)
  private static let form = wordHash(Array("form".utf8), 0..<4)
  private var hasFinalForm = false
  private var hasLegalForm = false

  mutating func add(_ bytes: [UInt8], _ range: Range<Int>) {
    let hash = wordHash(bytes, range)
    let cue = NoticeCues.words[hash] ?? []
    words += 1
    cues.formUnion(cue)
    if cue.contains(.transcript) { transcripts += 1 }
    if cue.contains(.flaw) { flaws += 1 }
    if cue.contains(.person) { persons += 1 }
    if words <= 2, !cue.isDisjoint(with: [.pointer, .transcript, .editor, .right, .form]) {
      startsWithPointer = true
    }
    if bytes[range.lowerBound].isUpper { capitals += 1 }
    if range.count == 4, range.allSatisfy({ bytes[$0].isDigit }), bytes[range.lowerBound] <= UInt8(ascii: "2")
    {
      if let right, words - right <= 2 { hasDatedRight = true }
    }
    if cue.contains(.right) { right = words }
    if Self.firms[hash] != nil { hasFirm = true }
    if hasFirm, Self.legalForms[hash] != nil { hasLegalForm = true }
    if hash == Self.online, last == Self.record { isFromRecord = true }
    if hash == Self.review, last == Self.final { isSubjectToReview = true }
    if hash == Self.form, last == Self.final { hasFinalForm = true }
    last = hash
  }

  /// Whether a paragraph with these words can hold a notice at all.
  var isPossible: Bool {
    let subject: NoticeCues = [.transcript, .right, .editor]
    return !cues.isDisjoint(with: subject) || isFromRecord || isSubjectToReview || hasLegalForm
      || hasFinalForm
      || (cues.contains(.making) && cues.contains(.purpose))
  }

  var score: Int {
    if words <= 7, hasLegalForm, capitals == words { return 8 }
    if words <= 8, isSubjectToReview { return 8 }
    if words <= 30, isFromRecord { return 8 }
    if hasDatedRight, words <= 40, startsWithPointer || cues.contains(.order) { return 8 }
    let predicates: NoticeCues = [.making, .flaw, .form, .order, .standing]
    let isMadeBy = cues.contains(.maker) && transcripts > 0 && startsWithPointer
    guard isMadeBy || !cues.isDisjoint(with: predicates) else { return 0 }
    let isMade = cues.contains(.making)
    var score = 0
    if cues.contains(.transcript) {
      score += 3
    } else if cues.contains(.occasion) {
      score += 1
    } else if words <= 6, cues.contains(.order) {
      return NoticeRule.follower
    } else if !hasFinalForm, !(isMade && cues.contains(.purpose) && words <= 12 && words >= 3) {
      return 0
    }
    if isMade { score += 2 }
    if cues.contains(.purpose) { score += isMade ? 3 : 1 }
    if cues.contains(.degree), isMade { score += 1 }
    if flaws > 0, cues.contains(.modality) { score += cues.contains(.transcript) ? 3 : 1 }
    if cues.contains(.maker), transcripts > 0 { score += isMade ? 2 : 1 }
    if cues.contains(.form), transcripts > 0 || hasFinalForm { score += 2 }
    if hasFinalForm { score += 2 }
    if cues.contains(.standing), transcripts > 0 { score += 1 }
    if cues.contains(.recording), transcripts > 0 || isMade { score += 1 }
    if cues.contains(.order), transcripts > 0 { score += 2 }
    if cues.contains(.editor) { score += 1 }
    if startsWithPointer { score += 1 }
    if cues.contains(.reader) { score -= 1 }
    if persons > 0 { score -= 2 + min(3, persons) }
    if words > 30 { score -= 1 + (words - 30) / 8 }
    return score
  }
}
