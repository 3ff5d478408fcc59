import Sluice

/// Decides which of the lines that look like labels are labels.
///
/// A document's labels are written in one or two forms, and its speakers come back: so the forms are voted on with
/// all of a document's candidates, and a line is believed for its company. No form's vote improves when the
/// labels of another have been taken out, so that a cleaned text has no labels.
struct LabelFamilies {
  private let page: CleaningPage
  private var candidates: [Label] = []
  /// Of each candidate.
  private var keys: [LabelStatistics.Key] = []
  private var names: [LabelStatistics.Key: LabelStatistics] = [:]
  private let introduction: Introduction

  /// More different speakers than any record has: a list of something else.
  static let mostSpeakers = 2000

  init(_ page: CleaningPage, metadata: Metadata) {
    self.page = page
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
    candidates = found
    introduction = Introduction(page, metadata: metadata, end: found.first?.range.lowerBound ?? 0)
    keys = found.map { LabelStatistics.Key(form: $0.form, name: page.string($0.name)) }
    for (label, key) in zip(found, keys) {
      names[key, default: LabelStatistics(label, bytes)].count(label)
    }
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
  func labels() -> [Label] {
    guard !candidates.isEmpty else { return [] }
    var isAccepted: [LabelStatistics.Key: Bool] = [:]
    var hasNames = false
    for form in [Label.Form.capitals, .title, .record, .bracket, .timed] {
      let accepted = acceptedNames(form)
      guard accepted.count <= Self.mostSpeakers else { continue }
      hasNames = hasNames || !accepted.isEmpty
      for key in accepted { isAccepted[key] = true }
    }
    let questions = acceptedSeparators(hasNames: hasNames)
    let hasChevrons = acceptsChevrons()
    return zip(candidates, keys).compactMap { label, key in
      let isLabel =
        switch label.form {
        case .questionAnswer: questions.contains(label.separator)
        case .chevron: hasChevrons
        default: isAccepted[key] == true
        }
      return isLabel ? label : nil
    }
  }

  private func acceptedNames(_ form: Label.Form) -> [LabelStatistics.Key] {
    let known = names.filter { $0.key.form == form && ($0.value.isName || form == .record) }
    guard !known.isEmpty else { return [] }
    let speakers = form == .record ? [] : dialogue(form).speakers
    guard speakers.isEmpty else {
      let voted = Set(votedNames(form, known).map(\.name))
      return known.keys.filter { speakers.contains($0.name) || voted.contains($0.name) }
    }
    return votedNames(form, known)
  }

  private func dialogue(_ form: Label.Form) -> Dialogue {
    let rows = zip(candidates, keys).filter { $0.0.form == form }.map { label, key in
      Dialogue.Row(label: label, name: key.name, mayName: names[key]?.isName == true)
    }
    return Dialogue(page, rows: rows, introduction: introduction)
  }

  private func votedNames(
    _ form: Label.Form, _ known: [LabelStatistics.Key: LabelStatistics]
  ) -> [LabelStatistics.Key] {
    let all = known.values
    let total = all.reduce(0) { $0 + $1.count }
    let speech = Double(all.reduce(0) { $0 + $1.speech }) / Double(total)
    let repeated = all.filter { $0.count > 1 }
    let repetitions = repeated.reduce(0) { $0 + $1.count }
    let titled = all.reduce(0) { $0 + ($1.isTitled ? $1.count : 0) }
    let isRich = repeated.count >= 2 || (repeated.count == 1 && known.count >= 2 && total >= 4)
    switch form {
    case .record:
      return total >= 2 ? Array(known.keys) : []
    case .capitals:
      let isTitled = titled >= 3 || (titled >= 1 && total >= 2 && talk(form).isTalk)
      guard speech >= 0.5, isTitled || ((isRich || areIntroduced(known.keys)) && talk(form).isTalk) else {
        return []
      }
      return Array(known.keys)
    case .title:
      let isTimed = isTimed(form)
      let isSure =
        (repeated.count >= 2 && repetitions >= 4) || (isTimed && total >= 3)
        || (titled >= 2 && total >= 3 && known.count >= 2)
        || areIntroduced(known.keys)
      guard speech >= 0.6, isSure, isTimed || talk(form).isConversation else { return [] }
      let isStrong = repetitions >= 20
      return known.filter { entry in
        entry.value.count > 1 || entry.value.isTitled || entry.value.hasQualifier
          || introduction.mentions(entry.key.name) || (isStrong && entry.value.words >= 2)
      }.map(\.key)
    case .bracket:
      return isRich && total >= 4 && speech >= 0.5 && talk(form).isTalk ? Array(known.keys) : []
    case .timed:
      guard total >= 3, known.count >= 2, speech >= 0.5, timesRise(.timed) else { return [] }
      return Array(known.keys)
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
  private func areIntroduced(_ keys: some Collection<LabelStatistics.Key>) -> Bool {
    keys.count >= 2 && keys.count <= 12 && keys.allSatisfy { introduction.mentions($0.name) }
  }

  private func timesRise(_ form: Label.Form) -> Bool {
    let times = candidates.filter { $0.form == form }.compactMap(\.time)
    let rises = zip(times, times.dropFirst()).count { $0 <= $1 }
    return times.count >= 3 && rises * 10 >= (times.count - 1) * 8
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
    guard marks.count >= 3, separator != 0x20, marks.allSatisfy(\.precedesSpeech),
      zip(marks, marks.dropFirst()).allSatisfy({ $0.isQuestion != $1.isQuestion })
    else { return false }
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
