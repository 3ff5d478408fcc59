import Sluice

/// What happened in the room while somebody spoke, in brackets: `(Laughter.)`, `[applause]`, `\[laughs\]`,
/// `{vocalsound}`.
///
/// A bracket goes when all its words belong to the vocabulary and one of them names a sound or an act. Marks of what
/// could not be heard stay: a gap is part of the text.
struct StageDirectionRule: CleaningRule {
  let kind = EditClass.stageDirection

  static let longest = 60

  /// `true` for what makes a direction of its bracket, `false` for what may stand beside it.
  private static let vocabulary = WordTable<Bool>([
    (
      "laughter laughs laugh laughing chuckles chuckle chuckling giggles giggling applause applauds applauding clapping "
        + "claps cheers cheering cheer boos booing crosstalk cross-talk overtalk overtalking sighs sigh sighing "
        + "coughs coughing cough sneezes gasps groans clears sobs crying cries weeps whistles whistling yawns snorts "
        + "vocalsound nonvocalsound disfmarker gap pause pauses silence beep beeps bleep ringing rings knocking "
        + "music singing sings hums humming jingle aside interruption interposing exhales inhales gestures nods "
        + "nodding shrugs smiles smiling grins snaps ovation heckling murmurs murmuring gavel", true
    ),
    (
      "and in the from a an of to at by with for on soft softly loud loudly audience crowd members room both all "
        + "everyone speakers speaker multiple background brief long short slight slightly more general mixed some "
        + "continues continued ends begins plays playing stops fades briefly nervously again up then throat staff "
        + "press standing theme upbeat dramatic phone bell his her their head fingers off mic camera out voices talk "
        + "over sarcastically sadly quietly together simultaneous", false
    ),
  ])
  /// What also is a plain word of articles: it needs square or curly brackets, or company.
  private static let ambiguous = WordTable(
    "music silence singing jingle gap aside gestures interruption pause")

  private static let unheard = WordTable("inaudible unintelligible indiscernible foreign sic phonetic")

  /// Whether a word in brackets speaks of sounds rather than names somebody.
  static func isDirection(_ bytes: [UInt8], _ word: Range<Int>) -> Bool {
    vocabulary[bytes, word] == true || unheard.contains(bytes, word)
  }

  func edits(in page: CleaningPage) -> [Edit] {
    let bytes = page.bytes
    var found: [Deletions.Stretch] = []
    guard page.scan.signs.contains(.bracket) else { return [] }
    for region in page.open {
      var index = region.lowerBound
      while true {
        index = bytes.nextBracket(in: index..<region.upperBound)
        guard index < region.upperBound else { break }
        if let range = Self.direction(bytes, at: index, before: region.upperBound) {
          found.append(Deletions.Stretch(range: range, rule: "stage.direction", kind: kind))
          index = range.upperBound
        } else {
          index += 1
        }
      }
    }
    return Deletions(bytes: bytes).edits(found)
  }

  private static func direction(_ bytes: [UInt8], at open: Int, before limit: Int) -> Range<Int>? {
    let closer: UInt8
    switch bytes[open] {
    case UInt8(ascii: "("): closer = UInt8(ascii: ")")
    case UInt8(ascii: "["): closer = UInt8(ascii: "]")
    default: closer = UInt8(ascii: "}")
    }
    let isEscaped = open > 0 && bytes[open - 1] == UInt8(ascii: "\\")
    var index = open + 1
    let limit = min(limit, index + longest)
    var words = 0
    var core = 0
    var isAmbiguous = true
    while index < limit, bytes[index] != closer {
      let byte = bytes[index]
      if byte.isLetter {
        let start = index
        while index < limit, bytes[index].isLetter || bytes[index] == UInt8(ascii: "-") { index += 1 }
        guard let isCore = vocabulary[bytes, start..<index] else { return nil }
        words += 1
        if isCore { core += 1 }
        if isCore, !ambiguous.contains(bytes, start..<index) { isAmbiguous = false }
        continue
      }
      guard
        byte == 0x20 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\\")
      else {
        return nil
      }
      index += 1
    }
    guard index < limit, core > 0 else { return nil }
    if isAmbiguous, words == 1, bytes[open] == UInt8(ascii: "(") { return nil }
    return (isEscaped ? open - 1 : open)..<index + 1
  }
}
