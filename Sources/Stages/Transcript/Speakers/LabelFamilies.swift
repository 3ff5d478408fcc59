import Sluice

/// Decides which of the lines that look like labels are labels.
///
/// A document's labels are written in one or two forms, and its speakers come back: so the forms are voted on with
/// all of a document's candidates, and a line is believed for its company. No form's vote improves when the
/// labels of another have been taken out, so that a cleaned text has no labels.
struct LabelFamilies {
  private let page: CleaningPage
  private let metadata: Metadata
  private var candidates: [Label] = []
  /// The number of each candidate's name and form.
  private var numbers: [Int] = []
  /// By number.
  private var names: [LabelStatistics] = []
  /// How many cues the document has.
  private let cues: Int
  /// Read only where a vote needs it.
  private lazy var introduction = Introduction(
    page, metadata: metadata, end: candidates.first?.range.lowerBound ?? 0)

  /// More different speakers than any record has: a list of something else.
  static let mostSpeakers = 2000
  static let fewestCues = 4

  init(_ page: CleaningPage, metadata: Metadata, cues: Int = 0) {
    self.page = page
    self.cues = cues
    self.metadata = metadata
    let bytes = page.bytes
    var found: [Label] = []
    page.forEachLine(of: page.allOpen) { line in
      let parser = LabelParser(bytes: bytes, end: line.upperBound)
      var start = line.lowerBound
      while start < line.upperBound, let label = parser.label(at: start) {
        found.append(label)
        start = label.range.upperBound
      }
    }
    for index in found.indices.dropLast()
    where found[index].range.upperBound > found[index + 1].range.lowerBound {
      found[index].range = found[index].range.lowerBound..<found[index + 1].range.lowerBound
    }
    found = Self.withoutLegend(found, bytes)
    Self.trimQuestionNumbers(&found, bytes)
    candidates = found
    let names = NameNumbers(found, bytes, byForm: true)
    numbers = names.numbers
    self.names = names.firsts.map { LabelStatistics(found[$0], bytes) }
    for (label, number) in zip(found, numbers) { self.names[number].count(label) }
  }

  /// Whether a line of what rules look at now may have a label.
  static func mayHaveLabels(_ page: CleaningPage) -> Bool {
    var hasAny = false
    page.forEachLine { line in
      if !hasAny, LabelParser(bytes: page.bytes, end: line.upperBound).label(at: line.lowerBound) != nil {
        hasAny = true
      }
    }
    return hasAny
  }

  /// The labels, in the order of the text.
  mutating func labels() -> [Label] {
    guard !candidates.isEmpty else { return [] }
    var isAccepted = [Bool](repeating: false, count: names.count)
    var hasNames = false
    for form in [Label.Form.capitals, .title, .record, .bracket, .timed] {
      let accepted = acceptedNames(form)
      guard accepted.count <= Self.mostSpeakers else { continue }
      hasNames = hasNames || !accepted.isEmpty
      for number in accepted { isAccepted[number] = true }
    }
    let questions = acceptedSeparators(hasNames: hasNames)
    let hasChevrons = acceptsChevrons()
    return zip(candidates, numbers).compactMap { label, number in
      let isLabel =
        switch label.form {
        case .questionAnswer: questions.contains(label.separator)
        case .chevron: hasChevrons
        default: isAccepted[number]
        }
      return isLabel ? label : nil
    }
  }

  /// The numbers of the names of a form that are believed.
  private mutating func acceptedNames(_ form: Label.Form) -> [Int] {
    let known = names.indices.filter { names[$0].form == form && (names[$0].isName || form == .record) }
    guard !known.isEmpty else { return [] }
    if areCued(form, known) { return known }
    let voted = votedNames(form, known)
    guard form != .record, voted.count < known.count else { return voted }
    let speakers = dialogue(form).speakers
    guard !speakers.isEmpty else { return voted }
    let isVoted = Set(voted)
    return known.filter { isVoted.contains($0) || speakers.contains(page.string(names[$0].name)) }
  }

  /// Whether a name of these stands in front of nearly every cue of captions, and names come back.
  private func areCued(_ form: Label.Form, _ known: [Int]) -> Bool {
    guard form != .record, form != .timed, cues >= Self.fewestCues else { return false }
    let total = known.reduce(0) { $0 + names[$1].count }
    let returning = known.reduce(0) { $0 + (names[$1].count > 1 ? names[$1].count : 0) }
    return total * 10 >= cues * 8 && returning * 10 >= total * 7
  }

  /// The labels without those of a legend before them, which says whom initials stand for: `JS: Jane Smith`.
  private static func withoutLegend(_ labels: [Label], _ bytes: [UInt8]) -> [Label] {
    var count = 0
    for label in labels.prefix(Dialogue.mostPeople) {
      guard label.form == .capitals, label.name.count <= 4, !label.precedesSpeech,
        LabelName(bytes, at: label.range.upperBound, end: bytes.count).map({
          $0.end == bytes.count || bytes[$0.end] == 0x0A
        }) == true
      else { break }
      count += 1
    }
    guard count >= 2, labels.count > count else { return labels }
    return Array(labels.dropFirst(count))
  }

  /// `Q1.` and `A1.` are a question and its answer, by the same two as `Q2.` and `A2.`.
  private static func trimQuestionNumbers(_ labels: inout [Label], _ bytes: [UInt8]) {
    func isNumbered(_ label: Label) -> Bool {
      label.form == .questionAnswer && bytes[label.name.upperBound - 1].isDigit
    }
    guard labels.contains(where: { isNumbered($0) && !$0.isQuestion }) else { return }
    for index in labels.indices where isNumbered(labels[index]) {
      let start = labels[index].name.lowerBound
      labels[index].name = start..<start + 1
    }
  }

  private mutating func dialogue(_ form: Label.Form) -> Dialogue {
    let rows = zip(candidates, numbers).filter { $0.0.form == form }.map { label, number in
      Dialogue.Row(
        label: label, name: page.string(names[number].name),
        mayName: names[number].isName && !hasYears(label))
    }
    return Dialogue(page, rows: rows, introduction: introduction)
  }

  /// Whether years stand behind a name, as in a list of the dead.
  private func hasYears(_ label: Label) -> Bool {
    guard let qualifier = label.qualifier else { return false }
    return page.bytes[qualifier].count(where: \.isDigit) >= 4
  }

  /// The numbers of the names of a form that the vote on the whole form lets in.
  private mutating func votedNames(_ form: Label.Form, _ known: [Int]) -> [Int] {
    let all = known.map { names[$0] }
    let total = all.reduce(0) { $0 + $1.count }
    let speech = Double(all.reduce(0) { $0 + $1.speech }) / Double(total)
    let repeated = all.filter { $0.count > 1 }
    let repetitions = repeated.reduce(0) { $0 + $1.count }
    let titled = all.reduce(0) { $0 + ($1.isTitled ? $1.count : 0) }
    let isRich = repeated.count >= 2 || (repeated.count == 1 && known.count >= 2 && total >= 4)
    switch form {
    case .record:
      return total >= 2 ? known : []
    case .capitals:
      let isTitled = titled >= 3 || (titled >= 1 && total >= 2 && talk(form).isTalk)
      guard speech >= 0.5, isTitled || ((isRich || areIntroduced(all)) && talk(form).isTalk) else {
        return []
      }
      return known
    case .title:
      let isTimed = isTimed(form)
      let isSure =
        (repeated.count >= 2 && repetitions >= 4) || (isTimed && total >= 3)
        || (titled >= 2 && total >= 3 && known.count >= 2)
        || areIntroduced(all)
      guard speech >= 0.6, isSure, isTimed || talk(form).isConversation else { return [] }
      let isStrong = repetitions >= 20
      // Headings have words of the language, and come back less often than the parts that people play at a meeting.
      let proper = all.reduce(0) {
        $0 + (ProperName.isOne(page.string($1.name)) || $1.isTitled ? $1.count : 0)
      }
      guard isStrong || proper * 10 >= total * 3 else { return [] }
      return known.filter { number in
        let name = names[number]
        return name.count > 1 || name.isTitled || name.hasQualifier || isIntroduced(name)
          || (isStrong && name.words >= 2)
      }
    case .bracket:
      return isRich && total >= 4 && speech >= 0.5 && talk(form).isTalk ? known : []
    case .timed:
      guard total >= 3, known.count >= 2, speech >= 0.5, timesRise(.timed) else { return [] }
      return known
    case .questionAnswer, .chevron, .pattern:
      return []
    }
  }

  private func talk(_ form: Label.Form) -> Conversation {
    Conversation(page, labels: candidates.filter { $0.form == form })
  }

  /// Whether most labels of a form carry a time.
  private func isTimed(_ form: Label.Form) -> Bool {
    let labels = candidates.filter { $0.form == form }
    return labels.count { $0.time != nil } * 2 > labels.count
  }

  /// Whether two speakers or more are labelled, and all of them were introduced before the first label.
  private mutating func areIntroduced(_ names: [LabelStatistics]) -> Bool {
    guard (2...12).contains(names.count) else { return false }
    for name in names where !isIntroduced(name) { return false }
    return true
  }

  private mutating func isIntroduced(_ name: LabelStatistics) -> Bool {
    introduction.mentions(page.string(name.name))
  }

  private func timesRise(_ form: Label.Form) -> Bool {
    let times = candidates.filter { $0.form == form }.compactMap(\.time)
    let rises = zip(times, times.dropFirst()).count { $0 <= $1 }
    return times.count >= 3 && rises * 10 >= (times.count - 1) * 8 && !TimeMark.areRound(times)
  }

  /// What stands behind the Q and A of this document.
  private func acceptedSeparators(hasNames: Bool) -> Set<UInt8> {
    var questions: [UInt8: Int] = [:]
    var answers: [UInt8: Int] = [:]
    for label in candidates where label.form == .questionAnswer {
      if label.isQuestion {
        questions[label.separator, default: 0] += 1
      } else {
        answers[label.separator, default: 0] += 1
      }
    }
    let accepted = questions.filter { separator, count in
      if isExchange(separator) { return true }
      if hasNames { return separator != UInt8(ascii: ".") || count >= 2 }
      return count >= 2 && answers[separator, default: 0] >= 2
    }
    return Set(accepted.keys)
  }

  /// Questions and answers in turn, in a short text that is made of them.
  private func isExchange(_ separator: UInt8) -> Bool {
    let marks = candidates.filter { $0.form == .questionAnswer && $0.separator == separator }
    guard marks.count >= 2, separator != 0x20, marks.allSatisfy(\.precedesSpeech),
      zip(marks, marks.dropFirst()).allSatisfy({ $0.isQuestion != $1.isQuestion })
    else { return false }
    if marks.count == 2 {
      guard marks[0].isQuestion,
        page.bytes.first(UInt8(ascii: "?"), in: marks[0].range.upperBound..<marks[1].range.lowerBound) != nil
      else { return false }
    }
    return Conversation(page, labels: marks).isExchange
  }

  /// Chevrons mark changes of speaker in captions; at the start of line after line they quote a letter, and code
  /// follows them in a console.
  private func acceptsChevrons() -> Bool {
    let marks = candidates.filter { $0.form == .chevron }
    guard marks.count >= 2 else { return false }
    let bytes = page.bytes
    var neighbours = 0
    for (a, b) in zip(marks, marks.dropFirst()) {
      let breaks = (a.range.lowerBound..<b.range.lowerBound).count { bytes[$0] == 0x0A }
      if breaks == 1, bytes[b.range.lowerBound - 1] == 0x0A { neighbours += 1 }
    }
    let starts = marks.count { label in
      guard label.range.upperBound < bytes.count else { return false }
      let next = bytes[label.range.upperBound]
      return next.isUpper || next >= 0x80 || next == 0x22 || next == 0x28 || next == 0x5B
    }
    let prompts = marks.count { bytes.hasText(">>>", at: $0.range.lowerBound) }
    return neighbours * 2 < marks.count && prompts * 2 < marks.count && starts * 10 >= marks.count * 7
  }
}
