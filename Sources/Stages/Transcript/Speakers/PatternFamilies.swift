import Sluice

/// Labels of no known form: what stands before many paragraphs with the same signs around it, says few names, takes
/// turns with them, and stands before talk, is a label.
///
/// For documents in which the known forms find none.
struct PatternFamilies {
  private struct Candidate {
    var label: PatternLabel
    var line: Range<Int>
  }

  /// What people say by itself, on a line or before a dash.
  private static let answers = WordTable(
    "yeah yes yep no nope ok okay right sure mm hm hmm huh uh um mhm mm-hmm uh-huh oh ah well so exactly absolutely "
      + "definitely great good nice cool wow thanks thank sorry please hello hi hey bye fine true correct agreed indeed "
      + "alright really maybe look listen see anyway now and but or because yea yup what why how who when where ja oui"
  )

  private static let weakSignatures: Set<String> = ["N.", "N$", "N.$"]

  static let fewestLabels = 4
  /// Of a name without title or part.
  static let mostWords = 4
  static let fewestOfDialogue = 2
  static let mostNames = 40

  private let page: CleaningPage
  private let metadata: Metadata
  private var candidates: [Candidate] = []
  /// Lines of the text, and where each begins.
  private var lines: [Range<Int>] = []

  /// - Parameters:
  ///   - columns: look for names in a column of their own only, before white space is put in order.
  ///   - marks: the markup around names, where the source has some.
  init(_ page: CleaningPage, metadata: Metadata, columns: Bool = false, marks: InlineMarks? = nil) {
    self.page = page
    self.metadata = metadata
    var candidates: [Candidate] = []
    var lines: [Range<Int>] = []
    page.forEachLine(of: page.allOpen) { line in
      lines.append(line)
      if columns, !Self.hasColumns(page.bytes, line) { return }
      guard let label = PatternLabel(page.bytes, line, marks), !columns || label.isColumn else { return }
      candidates.append(Candidate(label: label, line: line))
    }
    self.candidates = candidates
    self.lines = lines
  }

  private static func hasColumns(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    bytes.first(0x09, in: line) != nil || bytes.nextTwoSpaces(in: line) < line.upperBound
  }

  /// The labels of the signature that has the most; empty when none is one of labels.
  func labels() -> [Label] {
    guard candidates.count >= Self.fewestOfDialogue else { return [] }
    // Capitals are a sign where there is hardly any other.
    func key(_ label: PatternLabel) -> String {
      Self.weakSignatures.contains(label.signature) && label.isCapitals
        ? label.signature + "^" : label.signature
    }
    var groups: [String: [Candidate]] = [:]
    for candidate in candidates {
      groups[key(candidate.label), default: []].append(candidate)
    }
    let order = groups.keys.sorted { (groups[$0]?.count ?? 0, $1) > (groups[$1]?.count ?? 0, $0) }
    for signature in order.prefix(8) {
      guard let group = groups[signature], group.count >= Self.fewestOfDialogue else { break }
      let found = accepted(group, group[0].label.signature)
      if !found.isEmpty { return found }
    }
    return []
  }

  private func accepted(_ group: [Candidate], _ signature: String) -> [Label] {
    let rows = group.map { candidate in
      Dialogue.Row(
        label: label(candidate, signature), name: page.string(candidate.label.name),
        mayName: mayName(candidate, signature))
    }
    guard let first = rows.first(where: \.mayName) else { return [] }
    let introduction = Introduction(page, metadata: metadata, end: first.label.range.lowerBound)
    let isAlone = signature.hasSuffix("$")
    let speakers = Dialogue(page, rows: rows, introduction: introduction, isAlone: isAlone).speakers
    if !speakers.isEmpty {
      return rows.filter { $0.mayName && speakers.contains($0.name) }.map(\.label)
    }
    return voted(zip(group, rows).map { ($0, $1) }, introduction, isAlone: isAlone)
  }

  /// The labels of a signature whose names come back in turn, before talk.
  private func voted(
    _ group: [(candidate: Candidate, row: Dialogue.Row)], _ introduction: Introduction, isAlone: Bool
  ) -> [Label] {
    let keys = group.map { $0.row.name.lowercased() }
    var counts: [String: Int] = [:]
    for (key, (_, row)) in zip(keys, group) where row.mayName { counts[key, default: 0] += 1 }
    let names = counts.filter { $0.value > 1 }
    guard names.count >= 2, names.count <= Self.mostNames else { return [] }
    let company = keys.indices.filter { names[keys[$0]] != nil }
    guard company.count >= Self.fewestLabels, company.count >= names.count * 2 else { return [] }
    // Once their like are known, names that speak once are believed too, if they look like names.
    let isSingle = keys.indices.map { index in
      let candidate = group[index].candidate
      return counts[keys[index]] == 1 && candidate.label.name.count > 4 && hasNameShape(candidate)
    }
    let takesSingle = company.count >= 8 && isSingle.count(where: \.self) * 4 <= company.count
    let rows = takesSingle ? keys.indices.filter { names[keys[$0]] != nil || isSingle[$0] } : company
    let changes = zip(rows, rows.dropFirst()).count { keys[$0] != keys[$1] }
    guard changes * 10 >= (rows.count - 1) * 6 else { return [] }
    let labels = rows.map { group[$0].row.label }
    guard labels.count(where: \.precedesSpeech) * 10 >= labels.count * 6 else { return [] }
    let first = labels[0].range.lowerBound
    let behind = lines.count { $0.lowerBound >= first && $0.count > 12 }
    let coverage = Double(labels.count) / Double(max(1, isAlone ? behind / 2 : behind))
    let known = names.keys.count { introduction.mentions($0) }
    let isIntroduced = known >= 2 && known * 3 >= names.count * 2
    let isTalk = Conversation(page, labels: labels).isTalk
    guard coverage >= (isIntroduced && company.count >= 6 ? 0.2 : 0.5),
      isIntroduced || (isTalk && company.count >= 6)
    else { return [] }
    return labels
  }

  private func hasNameShape(_ candidate: Candidate) -> Bool {
    candidate.label.isCapitals || page.bytes[candidate.label.name].contains(0x20)
  }

  /// Whether a candidate may name somebody, by the signs around it.
  private func mayName(_ candidate: Candidate, _ signature: String) -> Bool {
    let bytes = page.bytes
    let label = candidate.label
    let parts = NameParts(bytes, label.name)
    // Initials: `I:` and `R:`; of questions and answers the known forms have judged.
    if signature == "N:", label.name.count == 1 {
      let initial = bytes[label.name.lowerBound]
      return initial.isUpper && initial != UInt8(ascii: "Q") && initial != UInt8(ascii: "A")
    }
    // The items of a list: `(b)`, `(iv)`.
    if signature.first == "(", label.name.count == 1 || label.isLower { return false }
    guard let first = parts.words.first, parts.hasRole || !SpeakerWords.isStarter(bytes, first) else {
      return false
    }
    if !parts.hasRole, parts.honorifics == 0, parts.words.count > Self.mostWords { return false }
    if !parts.hasRole, parts.words.allSatisfy({ SpeakerWords.fields.contains(bytes, $0) }) { return false }
    if StageDirectionRule.isDirection(bytes, first) { return false }
    let hasCompanySign = signature.contains("T") || signature.first != "N"
    if parts.words.count == 1, Self.answers.contains(bytes, first) { return false }
    // A full stop or nothing behind a word is no sign of its own.
    if signature.hasSuffix("N.") {
      return label.isCapitals || (parts.honorifics > 0 && parts.words.count > 1)
    }
    if signature == "N.$" { return label.isCapitals }
    if signature.hasSuffix(".$") || signature.hasSuffix("N.-") { return false }
    if signature == "N$" { return label.isCapitals || parts.words.count > 1 || parts.hasRole }
    if label.isLower { return hasCompanySign || signature == "N:" }
    // The known forms have judged these.
    if signature == "N:" {
      return page.bytes[label.name].contains(UInt8(ascii: "_")) || label.qualifier != nil
    }
    return true
  }

  private func label(_ candidate: Candidate, _ signature: String) -> Label {
    let bytes = page.bytes
    var end = candidate.label.end
    while end < bytes.count, bytes[end] == 0x20 { end += 1 }
    if signature.hasSuffix("$") { while end < bytes.count, bytes[end].isSpace { end += 1 } }
    var start = candidate.line.lowerBound
    var time = candidate.label.time
    // A time on the line before belongs to it.
    if start > 1, bytes[start - 1] == 0x0A {
      var before = start - 1
      while before > 0, bytes[before - 1] != 0x0A { before -= 1 }
      if before < start - 1, let mark = TimeMark(bytes, at: before, end: start - 1), mark.end == start - 1 {
        start = before
        time = time ?? mark.seconds
      }
    }
    var label = Label(form: .pattern, range: start..<end, name: candidate.label.name)
    label.qualifier = candidate.label.qualifier
    label.time = time
    label.precedesSpeech = LabelParser(bytes: bytes, end: bytes.count).precedesSpeech(end)
    // `<b>Squarespace</b> is …`: what goes on in lower case is a sentence with its subject in bold.
    if signature.hasSuffix("<"), end < bytes.count, bytes[end].isLower { label.precedesSpeech = false }
    return label
  }
}
