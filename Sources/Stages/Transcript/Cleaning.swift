import Sluice

/// Something that happened while people spoke.
private struct Event {
  var text: String
  var source: SourceRange
}

/// One document on its way through the rules.
struct Cleaning {
  private(set) var document: Document
  private let level: CleaningLevel
  private let choice: RuleChoice
  private let classes: Set<EditClass>
  private var page: CleaningPage
  private var turns: [Turn] = []
  /// The turns are those of the voices of cues.
  private var isVoiced = false
  /// What happened, in the order of the text.
  fileprivate var events: [(range: Range<Int>, event: Event)] = []
  private var flags = Flags()
  /// The turns are those of labels.
  private var isLabelled = false
  /// Words before noise was taken out, and how many of them were.
  private var words = 0
  private var removed = 0
  /// The document would lose too much: the rules for noise are off.
  private(set) var isNoisy = false
  /// Where the text was changed since the round began, in order.
  private var touched: [Range<Int>] = []
  /// Where it was changed in the round before, in order: rules look there. `nil` in the first round.
  private var watched: [Range<Int>]?
  private var isFocused: Bool { watched != nil }
  /// Nothing has changed since the round began.
  private var isSettled = false

  /// One rule's work can be another's occasion; most documents settle in two rounds.
  static let mostRounds = 12

  init(_ document: Document, level: CleaningLevel, choice: RuleChoice = RuleChoice()) {
    self.document = document
    self.level = level
    self.choice = choice
    classes = level.classes
    page = CleaningPage(document)
  }

  /// Repeats a round of rules until it changes nothing; from the second on, rules look at what the last one changed.
  mutating func settle(_ round: (inout Cleaning) throws -> Void) throws {
    for _ in 0..<Self.mostRounds {
      isSettled = true
      touched.removeAll(keepingCapacity: true)
      try round(&self)
      if isSettled { return }
      page = CleaningPage(document, focus: page.surroundings(of: touched), past: (page, []))
      watched = touched
    }
  }

  /// Puts white space in order where a rule left it out of order; the first round has no need of it.
  mutating func tidy() throws {
    if isFocused { try run(SpaceRule()) }
  }

  mutating func run(_ rule: some CleaningRule) throws {
    guard classes.contains(rule.kind) else { return }
    try apply(rule.edits(in: page))
  }

  private mutating func apply(_ found: [Edit]) throws {
    let edits = choice.allowed(found)
    guard !edits.isEmpty else { return }
    isSettled = false
    try document.checkDeadline()
    try document.apply(edits)
    note(edits)
    if var places = watched {
      OffsetMap(edits).move(&places)
      watched = places
    }
    let places = watched.map { Self.merged($0, touched) }
    page = CleaningPage(
      document, focus: places.map { page.surroundings(of: $0, in: document.text.bytes) }, past: (page, edits))
    var ranges = turns.map(\.range)
    OffsetMap(edits).move(&ranges)
    for index in turns.indices { turns[index].range = ranges[index] }
    ranges = events.map(\.range)
    OffsetMap(edits).move(&ranges)
    for index in events.indices { events[index].range = ranges[index] }
  }

  /// Keeps account of where the text was changed in this round.
  private mutating func note(_ edits: [Edit]) {
    OffsetMap(edits).move(&touched)
    var shift = 0
    var places: [Range<Int>] = []
    places.reserveCapacity(edits.count)
    for edit in edits {
      let start = Int(edit.range.start) + shift
      places.append(start..<start + edit.replacement.count)
      shift += edit.replacement.count - edit.range.count
    }
    touched = Self.merged(touched, places)
  }

  /// Both lists, in order.
  private static func merged(_ first: [Range<Int>], _ second: [Range<Int>]) -> [Range<Int>] {
    if first.isEmpty { return second }
    if second.isEmpty { return first }
    return (first + second).sorted { $0.lowerBound < $1.lowerBound }
  }

  /// Finds transcripts that are tables. They stay tables: of their text only the labels may go.
  mutating func attributeTables() throws {
    guard page.blocks.contains(where: { $0.kind == .table }) else { return }
    let tables = TranscriptTables(page, metadata: document.metadata)
    if !tables.labels.isEmpty { try add(tables.labels, within: tables.ranges) }
  }

  /// Finds names in a column of their own, which white space sets off.
  mutating func attributeColumns() throws {
    guard !isLabelled else { return }
    let bytes = page.bytes
    guard page.scan.signs.contains(.control) || bytes.hasDoubleSpace else { return }
    let labels = PatternFamilies(page, metadata: document.metadata, columns: true).labels()
    if !labels.isEmpty { try add(labels) }
  }

  /// Finds who speaks where. At level verbatim the labels stay in the text, between the turns.
  mutating func attribute(to speaker: String?) throws {
    guard !isLabelled else { return }
    if let voices = CueTurns(document)?.voices(in: page) {
      turns = voices
      isVoiced = true
      return
    }
    var labels = CueNames(document, page)?.labels ?? []
    if labels.isEmpty {
      var families = LabelFamilies(page, metadata: document.metadata, cues: document[.cues]?.count ?? 0)
      labels = families.labels()
    }
    if labels.isEmpty {
      labels = PatternFamilies(page, metadata: document.metadata, marks: InlineMarks(document)).labels()
    }
    guard !labels.isEmpty else {
      turns = SingleSpeaker(page: page, metadata: document.metadata, speaker: speaker).turns()
      return
    }
    try add(labels)
  }

  /// Finds labels that stood behind something that has gone: `(Laughter.) MR. DAY: …`
  mutating func attributeMore() throws {
    guard !isSettled, !isVoiced, classes.contains(.label) else { return }
    let changed = CleaningPage(document, focus: page.surroundings(of: touched), past: (page, []))
    guard LabelFamilies.mayHaveLabels(changed) else { return }
    var families = LabelFamilies(page, metadata: document.metadata)
    let labels = families.labels()
    if !labels.isEmpty { try add(labels) }
  }

  /// - Parameter parts: the parts of the text that speech ends with; none for all of it.
  private mutating func add(_ labels: [Label], within parts: [Range<Int>] = []) throws {
    var found = TurnBuilder(page: page, metadata: document.metadata).turns(labels)
    for part in parts {
      for index in found.indices where part.contains(found[index].range.lowerBound) {
        found[index].range = found[index].range.clamped(to: part)
      }
    }
    if let cues = CueTurns(document), cues.haveLabels(labels) { found = CueTurns.joined(found) }
    if !isLabelled { turns = [] }
    isLabelled = true
    if turns.isEmpty {
      turns = found
    } else {
      turns = (turns + found).sorted { $0.range.lowerBound < $1.range.lowerBound }
      // A turn ends where the next label begins.
      let starts = labels.map(\.range.lowerBound)
      var label = 0
      for index in turns.indices {
        let range = turns[index].range
        var end = range.upperBound
        while label < starts.count, starts[label] < range.lowerBound { label += 1 }
        if label < starts.count { end = min(end, starts[label]) }
        if index + 1 < turns.count { end = min(end, turns[index + 1].range.lowerBound) }
        turns[index].range = page.bytes.trimmed(range.lowerBound..<max(range.lowerBound, end))
      }
    }
    guard classes.contains(.label) else { return }
    try apply(LabelRule(labels: labels).edits(in: page))
  }

  mutating func runNotices() throws {
    guard classes.contains(.notice) else { return }
    let edits = choice.allowed(NoticeRule().edits(in: page))
    keep(edits, as: "notices")
    try apply(edits)
  }

  mutating func runStageDirections() throws {
    guard classes.contains(.stageDirection) else { return }
    let edits = choice.allowed(StageDirectionRule().edits(in: page))
    let found = edits.map { edit in
      Event(
        text: page.string(page.bytes.trimmed(edit.range.bounds)),
        source: document.alignment.source(of: edit.range))
    }
    try apply(edits)
    var shift = 0
    for (edit, event) in zip(edits, found) {
      let place = Int(edit.range.start) + shift
      events.append((place..<place, event))
      shift -= edit.range.count
    }
    events.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Puts the text of edits into a list of the metadata.
  private mutating func keep(_ edits: [Edit], as key: String) {
    guard !edits.isEmpty else { return }
    var texts = document.metadata[key]?.array ?? []
    var known: Set<String> = []
    for edit in edits {
      let text = page.string(page.bytes.trimmed(edit.range.bounds))
      if !known.insert(text).inserted { continue }
      texts.append(.string(text))
    }
    document.metadata.set(key, .array(texts), evidence: "clean.transcript")
  }

  /// Hesitations, stutters and restarts, unless they would take more of the document than people's speech explains.
  mutating func runSpeech() throws {
    guard classes.contains(.filler), !isNoisy else { return }
    let pass = SpeechPass(page, level: level)
    removed += SpeechGuard.words(in: page, pass.edits)
    words = max(words, pass.census.words)
    guard !SpeechGuard.isExcessive(removed: removed, of: words) else {
      isNoisy = true
      document.warn(
        "clean.transcript: hesitations and repetitions are \(removed) of \(words) words, too many to be noise; they stay"
      )
      return
    }
    try apply(pass.edits)
  }

  /// Puts right what the glossary knows, at level edited; at the others it is flagged when all else is done.
  mutating func respell(by glossary: Glossary) throws {
    guard classes.contains(.respelling) else { return }
    try apply(
      glossary.matches(in: page).map { match in
        Edit(TextRange(match.range), with: match.entry.to, rule: Self.glossaryRule, kind: .respelling)
      })
  }

  private static let glossaryRule = "respell.glossary"

  /// Finds words that may be wrong and stay.
  mutating func flag(by glossary: Glossary) {
    if isFocused { page = CleaningPage(document, past: (page, [])) }
    var found: [(range: Range<Int>, rule: String, suggestion: String)] = []
    if !classes.contains(.respelling), choice.allows(Self.glossaryRule) {
      found = glossary.matches(in: page).map { ($0.range, Self.glossaryRule, $0.entry.to) }
    }
    let rule = "flag.misspelling"
    if choice.allows(rule), SpeechCensus(page).isEnglish, let words = KnownWords.shipped {
      for suspect in MisspellingRule(words: words).suspects(in: page) {
        found.append((suspect.range, rule, suspect.suggestion))
      }
    }
    found.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
    for flag in found { flags.append(TextRange(flag.range), rule: flag.rule, suggestion: flag.suggestion) }
  }

  /// The document with its layer of turns.
  consuming func finished() -> Document {
    var layer = Turns()
    CueTurns(document)?.time(&turns)
    for turn in turns {
      layer.append(
        TextRange(turn.range), speaker: turn.speaker, role: turn.role, start: turn.start, end: turn.end)
    }
    document[.turns] = layer
    var happened = Events()
    for (range, event) in events {
      happened.append(TextRange(range), text: event.text, source: event.source)
    }
    document[.events] = happened
    document[.flags] = flags
    return document
  }
}
