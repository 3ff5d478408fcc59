/// Whether labels of one form make a dialogue by themselves: few people who take turns, named as people are, in a
/// document that is made of what they say.
///
/// The evidence that one label lacks another may give: short documents have no name that comes back often, and talk
/// about things has few first persons. So names, turns and the share of the document are looked at together.
struct Dialogue {
  /// A label with the name of its form, lower case or not.
  struct Row {
    var label: Label
    var name: String
    /// No field, and written as names are.
    var mayName: Bool
  }

  private struct Person {
    var count = 0
    var isProper = false
    var isKnown = false
  }

  private let page: CleaningPage
  private let rows: [Row]
  private let introduction: Introduction
  private let isAlone: Bool
  private var people: [String: Person] = [:]
  private var names: [String: Bool] = [:]

  static let mostPeople = 300
  /// What may stand before the first label of a document that is all dialogue, in bytes.
  static let longestHead = 1500

  /// - Parameters:
  ///   - rows: in the order of the text.
  ///   - isAlone: labels stand on lines of their own.
  init(_ page: CleaningPage, rows: [Row], introduction: Introduction, isAlone: Bool = false) {
    self.page = page
    self.rows = rows
    self.introduction = introduction
    self.isAlone = isAlone
    for row in rows where row.mayName {
      let isProper =
        names[row.name] ?? (ProperName.isOne(row.name) || hasOffice(row.label))
      names[row.name] = isProper
      var person = people[Self.person(row.name), default: Person()]
      person.count += 1
      person.isProper = person.isProper || isProper
      people[Self.person(row.name)] = person
    }
    for (name, isProper) in names {
      let key = Self.person(name)
      let count = people[key]?.count ?? 0
      // Abbreviations name things too; in front of speech by speech, capitals name parts.
      if isProper, count == 1, name.utf8.count == 3, name.utf8.allSatisfy(\.isUpper) {
        people[key]?.isProper = false
      }
      if !isProper, count > 1, isCapitals(name) { people[key]?.isProper = true }
    }
  }

  /// All names have more than one word: a first name and a last name, or an honorific and a name.
  private var areFull: Bool { names.keys.allSatisfy { $0.contains(" ") } }

  private func isCapitals(_ name: String) -> Bool {
    rows.first?.label.form == .pattern && !name.utf8.contains(where: \.isLower)
      && name.utf8.count(where: \.isUpper) >= 3
  }

  /// What stands in parentheses behind the name says who it is, rather than when, or how much.
  private func hasOffice(_ label: Label) -> Bool {
    guard let qualifier = label.qualifier else { return false }
    return !page.bytes[qualifier].contains(where: \.isDigit)
  }

  /// The last word: who is `Jane Smith` at first is `Smith` afterwards.
  private static func person(_ name: String) -> String {
    // An office or an employer stands behind a comma.
    let own = name.prefix { $0 != "," }
    let last = own.split(separator: " ").last.map(String.init) ?? name
    return last.contains { $0.isLetter } ? last.lowercased() : name.lowercased()
  }

  /// The names that speak; empty when this is no dialogue.
  var speakers: Set<String> {
    let labels = rows.filter(\.mayName)
    guard labels.count >= 2, labels.count * 10 >= rows.count * 7, people.count >= 2,
      people.count <= Self.mostPeople
    else { return [] }
    let repeated = people.values.filter { $0.count > 1 }
    let returning = repeated.reduce(0) { $0 + $1.count }
    let proper = people.values.reduce(0) { $0 + ($1.isProper ? $1.count : 0) }
    let changes = zip(labels, labels.dropFirst()).count { Self.person($0.name) != Self.person($1.name) }
    let speech = labels.count { $0.label.precedesSpeech }
    guard speech * 10 >= labels.count * 6, changes * 10 >= (labels.count - 1) * 5 else { return [] }
    let shares = shares(labels.map(\.label))
    let talk = Conversation(page, labels: labels.map(\.label))
    let times = labels.compactMap(\.label.time)
    guard !TimeMark.areRound(times) else { return [] }
    let isTimed =
      times.count * 10 >= labels.count * 8 && zip(times, times.dropFirst()).allSatisfy { $0 <= $1 }
      && proper * 10 >= labels.count * 6 && shares.page >= 0.4
    let isWhole =
      labels.count >= 4 && repeated.count >= 2 && returning * 10 >= labels.count * 8
      && proper * 10 >= labels.count * 9 && shares.span >= 0.5 && shares.page >= 0.5 && !isAlone
    let isIntroduced = people.count <= 12 && names.keys.allSatisfy { introduction.mentions($0) }
    // Few long speeches: names in full that come back, or that the document says beforehand.
    let isDebate =
      labels.count >= 3 && proper == labels.count && areFull && !isAlone && changes == labels.count - 1
      && ((isIntroduced && names.count < labels.count)
        || (labels.count >= 5 && returning * 10 >= labels.count * 6 && shares.span >= 0.1))
    guard talk.isTalk || isWhole || isTimed || isDebate || (isWide && repeated.count >= 2) else { return [] }
    // Long speeches have many paragraphs.
    let isSure =
      labels.count >= 10 && returning * 10 >= labels.count * 8 && proper * 10 >= labels.count * 8
      && shares.span >= 0.05
    let isMany =
      labels.count >= 6 && repeated.count >= 2 && returning * 10 >= labels.count * 6
      && proper * 10 >= labels.count * 6 && (shares.span >= 0.25 || isSure)
    let isShort =
      labels.count >= 3 && !repeated.isEmpty && proper * 10 >= labels.count * 8 && shares.span >= 0.4
      && shares.page >= 0.3 && (talk.isConversation || isWide)
    let isPair =
      (proper == labels.count || isIntroduced) && shares.span >= 0.4 && shares.page >= 0.4
      && !isAlone && labels.allSatisfy { $0.label.precedesSpeech }
      && (talk.isConversation || (talk.isTalk && areFull))
    // A panel whose members hold speeches of many paragraphs.
    let isPanel = isIntroduced && !isAlone && proper == labels.count && labels.count >= 3
    let isAnyName =
      labels.count >= 6 && repeated.count >= 2 && returning * 10 >= labels.count * 9 && shares.span >= 0.5
      && shares.page >= 0.4 && talk.isConversation
    guard
      (isMany && (!isAlone || talk.isConversation)) || isWhole || isTimed || isDebate || isShort || isPair
        || isPanel
        || isAnyName
    else {
      return []
    }
    return Set(
      names.keys.filter { name in
        guard let person = people[Self.person(name)] else { return false }
        return person.count > 1 || person.isProper || introduction.mentions(name)
      })
  }

  /// The share of the paragraphs that have labels, from the first to the last of them and of the page.
  private func shares(_ labels: [Label]) -> (span: Double, page: Double) {
    guard let first = labels.first, let last = labels.last else { return (0, 0) }
    let end = page.lineEnd(from: last.range.upperBound)
    let span = first.range.lowerBound..<end
    var blocks = 0
    var blocksOfPage = 0
    for block in page.blocks where block.range.count > 1 {
      if block.range.lowerBound >= first.range.lowerBound || block.range.count > 60 { blocksOfPage += 1 }
      if span.contains(block.range.lowerBound) { blocks += 1 }
    }
    if blocks < labels.count {
      blocks = 0
      blocksOfPage = 0
      page.forEachLine(of: page.allOpen) { line in
        blocksOfPage += 1
        if span.contains(line.lowerBound) { blocks += 1 }
      }
    }
    let count = Double(isAlone ? labels.count * 2 : labels.count)
    let head = Double(max(0, first.range.lowerBound - Self.longestHead))
    let isHeaded = head > 0.5 * Double(page.bytes.count)
    return (count / Double(max(1, blocks)), isHeaded ? 0 : count / Double(max(1, blocksOfPage)))
  }

  /// The text is mostly of another script than the Latin one, whose persons are not known.
  private var isWide: Bool {
    let sample = page.bytes.prefix(20_000)
    return sample.count { $0 >= 0xC8 } * 4 > sample.count
  }
}
