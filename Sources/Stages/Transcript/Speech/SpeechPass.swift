import Sluice

/// The edits of all rules for spoken noise over one state of the text: hesitations, stutters, and what was taken
/// back.
struct SpeechPass {
  let census: SpeechCensus
  let edits: [Edit]

  init(_ page: CleaningPage, level: CleaningLevel) {
    census = SpeechCensus(page)
    var edits: [Edit] = []
    if census.isEnglish {
      edits = RestartRule(isEdited: level == .edited).edits(in: page)
      edits = Self.merged(edits, RepetitionRule().edits(in: page))
    }
    if let language = census.language, let table = FillerWords.table(language) {
      edits = Self.merged(edits, FillerRule(table: table).edits(in: page))
    }
    self.edits = edits
  }

  /// Both lists in order, without those of the second that touch one of the first.
  private static func merged(_ first: [Edit], _ second: [Edit]) -> [Edit] {
    guard !first.isEmpty else { return second }
    var result: [Edit] = []
    result.reserveCapacity(first.count + second.count)
    var next = 0
    for edit in second {
      while next < first.count, first[next].range.end <= edit.range.start {
        result.append(first[next])
        next += 1
      }
      if next < first.count, first[next].range.start < edit.range.end { continue }
      if let last = result.last, last.range.end > edit.range.start { continue }
      result.append(edit)
    }
    return result + first[next...]
  }
}
