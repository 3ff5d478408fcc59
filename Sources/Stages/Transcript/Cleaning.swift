import Sluice

/// One document on its way through the rules.
struct Cleaning {
  private(set) var document: Document
  private let level: CleaningLevel
  private let classes: Set<EditClass>
  private var page: CleaningPage
  private var turns: [Turn] = []

  init(_ document: Document, level: CleaningLevel) {
    self.document = document
    self.level = level
    classes = level.classes
    page = CleaningPage(document)
  }

  mutating func run(_ rule: some CleaningRule) throws {
    guard classes.contains(rule.kind) else { return }
    try apply(rule.edits(in: page))
  }

  private mutating func apply(_ edits: [Edit]) throws {
    guard !edits.isEmpty else { return }
    try document.checkDeadline()
    try document.apply(edits)
    page = CleaningPage(document)
    var ranges = turns.map(\.range)
    OffsetMap(edits).move(&ranges)
    for index in turns.indices { turns[index].range = ranges[index] }
  }

  /// Finds who speaks where. At level verbatim the labels stay in the text, between the turns.
  mutating func attribute(to speaker: String?) throws {
    let labels = LabelFamilies(page, metadata: document.metadata).labels()
    if labels.isEmpty {
      turns = SingleSpeaker(page: page, metadata: document.metadata, speaker: speaker).turns()
      return
    }
    turns = TurnBuilder(page: page, metadata: document.metadata).turns(labels)
    guard classes.contains(.label) else { return }
    try apply(LabelRule(labels: labels).edits(in: page))
  }

  mutating func runNotices() throws {
    guard classes.contains(.notice) else { return }
    let edits = NoticeRule().edits(in: page)
    keep(edits, as: "notices", once: true)
    try apply(edits)
  }

  mutating func runStageDirections() throws {
    guard classes.contains(.stageDirection) else { return }
    let edits = StageDirectionRule().edits(in: page)
    keep(edits, as: "events", once: false)
    try apply(edits)
  }

  /// Puts the text of edits into a list of the metadata.
  private mutating func keep(_ edits: [Edit], as key: String, once: Bool) {
    guard !edits.isEmpty else { return }
    var texts = document.metadata[key]?.array ?? []
    var known: Set<String> = []
    for edit in edits {
      let text = page.string(page.bytes.trimmed(edit.range.bounds))
      if once, !known.insert(text).inserted { continue }
      texts.append(.string(text))
    }
    document.metadata.set(key, .array(texts), evidence: "clean.transcript")
  }

  /// Hesitations and stutters, unless they would take more of the document than people's speech explains.
  mutating func runSpeech() throws {
    guard classes.contains(.filler), LanguageEvidence.isEnglish(page) else { return }
    let fillers = FillerRule().edits(in: page)
    var trial = document
    try trial.apply(fillers)
    let cleared = fillers.isEmpty ? page : CleaningPage(trial)
    let repetitions = RepetitionRule().edits(in: cleared)
    let removed = SpeechGuard.words(in: page, fillers) + SpeechGuard.words(in: cleared, repetitions)
    let all = SpeechGuard.words(in: page)
    guard !SpeechGuard.isExcessive(removed: removed, of: all) else {
      document.warn(
        "clean.transcript: hesitations and repetitions are \(removed) of \(all) words, too many to be noise; they stay")
      return
    }
    try apply(fillers)
    try apply(repetitions)
  }

  /// The document with its layer of turns.
  consuming func finished() -> Document {
    var layer = Turns()
    for turn in turns {
      layer.append(TextRange(turn.range), speaker: turn.speaker, role: turn.role, start: turn.start)
    }
    document[.turns] = layer
    return document
  }
}
