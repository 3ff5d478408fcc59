import Sluice

/// One document on its way through the rules.
struct Cleaning {
  private(set) var document: Document
  private let level: CleaningLevel
  private let choice: RuleChoice
  private let classes: Set<EditClass>
  private var page: CleaningPage
  private var turns: [Turn] = []
  /// The turns are those of labels.
  private var isLabelled = false
  /// Words before noise was taken out, and how many of them were.
  private var words = 0
  private var removed = 0
  /// The document would lose too much: the rules for noise are off.
  private var isNoisy = false
  /// Nothing has changed since the round began.
  private var isSettled = false

  /// One rule's work can be another's occasion; most documents settle in two rounds.
  static let mostRounds = 5

  init(_ document: Document, level: CleaningLevel, choice: RuleChoice = RuleChoice()) {
    self.document = document
    self.level = level
    self.choice = choice
    classes = level.classes
    page = CleaningPage(document)
  }

  /// Repeats a round of rules until it changes nothing.
  mutating func settle(_ round: (inout Cleaning) throws -> Void) throws {
    for _ in 0..<Self.mostRounds {
      isSettled = true
      try round(&self)
      if isSettled { return }
    }
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
    page = CleaningPage(document)
    var ranges = turns.map(\.range)
    OffsetMap(edits).move(&ranges)
    for index in turns.indices { turns[index].range = ranges[index] }
  }

  /// Finds who speaks where. At level verbatim the labels stay in the text, between the turns.
  mutating func attribute(to speaker: String?) throws {
    let labels = LabelFamilies(page, metadata: document.metadata).labels()
    guard !labels.isEmpty else {
      turns = SingleSpeaker(page: page, metadata: document.metadata, speaker: speaker).turns()
      return
    }
    try add(labels)
  }

  /// Finds labels that stood behind something that has gone: `(Laughter.) MR. DAY: …`
  mutating func attributeMore() throws {
    guard !isSettled, classes.contains(.label) else { return }
    let labels = LabelFamilies(page, metadata: document.metadata).labels()
    if !labels.isEmpty { try add(labels) }
  }

  private mutating func add(_ labels: [Label]) throws {
    let found = TurnBuilder(page: page, metadata: document.metadata).turns(labels)
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
