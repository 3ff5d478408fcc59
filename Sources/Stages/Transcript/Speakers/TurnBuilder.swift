import Sluice

/// Makes turns of labels: each reaches from behind its label to the next, without headings at its end.
struct TurnBuilder {
  private let page: CleaningPage
  private let metadata: Metadata

  init(page: CleaningPage, metadata: Metadata) {
    self.page = page
    self.metadata = metadata
  }

  /// - Parameter labels: in the order of the text.
  func turns(_ labels: [Label]) -> [Turn] {
    let known = NameNumbers(labels, page.bytes, byForm: false)
    var counts = [Int](repeating: 0, count: known.firsts.count)
    for number in known.numbers { counts[number] += 1 }
    let texts = known.firsts.map { page.string(labels[$0].name) }
    let introduction = Introduction(page, metadata: metadata, end: labels.first?.range.lowerBound ?? 0)
    let names = SpeakerNames(Array(zip(texts, counts)), introduction: introduction)
    let speakers = texts.map { names[$0] }
    var roles = texts.map { role(named: $0) }
    // `Ann Lee (host):`, the first time or always.
    for (label, number) in zip(labels, known.numbers) where roles[number] == nil {
      if let qualifier = label.qualifier { roles[number] = role(named: page.string(qualifier)) }
    }
    let headings = page.blocks.filter { $0.kind == .heading && !$0.range.isEmpty }
    var nextHeading = 0
    var turns: [Turn] = []
    turns.reserveCapacity(labels.count)
    for (index, label) in labels.enumerated() {
      let start = label.range.upperBound
      var end = index + 1 < labels.count ? labels[index + 1].range.lowerBound : speechEnd(from: start)
      while nextHeading < headings.count, headings[nextHeading].range.lowerBound < start { nextHeading += 1 }
      // Headings right before the next label.
      var last = nextHeading
      while last < headings.count, headings[last].range.upperBound <= end { last += 1 }
      while last > nextHeading, page.bytes.trimmed(headings[last - 1].range.upperBound..<end).isEmpty {
        end = headings[last - 1].range.lowerBound
        last -= 1
      }
      nextHeading = last
      let range = page.bytes.trimmed(start..<max(start, end))
      let number = known.numbers[index]
      turns.append(
        Turn(
          range: range, speaker: speakers[number], role: role(label) ?? roles[number], start: label.time))
    }
    return turns
  }

  private func role(_ label: Label) -> String? {
    guard label.form == .questionAnswer else { return nil }
    return label.isQuestion ? "question" : "answer"
  }

  private func role(named name: String) -> String? {
    let bytes = Array(name.utf8)
    for word in NameParts(bytes, 0..<bytes.count).words {
      if let role = Self.roles[bytes, word] { return role }
    }
    return nil
  }

  private static let roles = WordTable<String>([
    (
      "host cohost co-host moderator presenter anchor moderador moderadora moderatorin modérateur animateur 司会",
      "host"
    ),
    ("guest gast invité invitée invitado invitada", "guest"),
    ("audience questioner", "audience"),
    ("interviewer intervieweur entrevistador entrevistadora", "question"),
    ("interviewee respondent", "answer"),
    ("narrator announcer", "narrator"),
  ])

  /// Where the last speech ends: at a heading, at a mark of the end, or with the text.
  private func speechEnd(from start: Int) -> Int {
    for block in page.blocks where block.range.lowerBound > start {
      if block.kind == .heading || EndMark.stands(in: page.bytes, at: block.range.lowerBound) {
        return block.range.lowerBound
      }
    }
    return page.bytes.count
  }
}
