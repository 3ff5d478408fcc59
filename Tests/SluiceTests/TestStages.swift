import Sluice

/// The text as it stands.
struct ParseIdentity: Stage {
  static let name: StageName = "parse.identity"
  static let summary = "Takes the source as it is."
  static let mediaTypes: [String]? = ["text/plain"]
  var contract: Contract { Contract(provides: [.blocks]) }

  init(_ settings: NoSettings = NoSettings(), _ context: LoadContext = LoadContext()) {}

  func process(_ document: inout Document) async throws {
    let decoded = DecodedSource(document.source.bytes)
    try document.setText(decoded.text, alignment: decoded.alignment, charset: decoded.charset)
    var blocks = Blocks()
    blocks.append(.paragraph, document.text.range)
    document[.blocks] = blocks
  }
}

/// Every run of bytes up to a full stop, with options for misbehaviour.
struct SplitStops: Stage {
  struct Settings: StageSettings {
    enum Style: String, CaseIterable, SettingValue { case plain, fancy }
    struct Limits: StageSettings {
      @Setting("Most sentences.", in: 1...100) var maxCount: Int = 50
      @Setting("Longest time.") var patience: Duration = .seconds(1)
    }

    @Setting("Abbreviations.") var abbreviations: [String] = []
    @Setting("How to split.") var style: Style = .plain
    @Setting("Bounds.") var limits: Limits = Limits()
    @Setting("A name, if any.") var label: String? = nil
    @Setting("Weights by word.") var weights: [String: Double] = [:]
    @Setting("Fails on this text.") var poison: String? = nil
    @Setting("Writes a layer that it should not.") var strays: Bool = false
  }

  static let name: StageName = "split.stops"
  static let summary = "Splits at full stops."
  var contract: Contract { Contract(requires: [.blocks], provides: [.sentences]) }
  let settings: Settings

  init(_ settings: Settings = Settings(), _ context: LoadContext = LoadContext()) {
    self.settings = settings
  }

  func process(_ document: inout Document) async throws {
    if let poison = settings.poison, document.text.description.contains(poison) {
      throw SluiceError(.stage, "it cannot bear '\(poison)'")
    }
    if document.text.description.contains("slow") {
      while true { try document.checkDeadline() }
    }
    var ranges: [TextRange] = []
    var start = 0
    for (index, byte) in document.text.bytes.enumerated() where byte == UInt8(ascii: ".") {
      ranges.append(TextRange(start, index + 1))
      start = index + 1
    }
    document[.sentences] = Sentences(ranges)
    if settings.strays { document[.summary] = Summary() }
  }
}

/// The first sentence.
struct SummarizeFirst: Stage {
  static let name: StageName = "summarize.first"
  static let summary = "Takes the first sentence."
  var contract: Contract { Contract(requires: [.sentences], provides: [.summary]) }

  init(_ settings: NoSettings = NoSettings(), _ context: LoadContext = LoadContext()) {}

  func process(_ document: inout Document) async throws {
    var summary = Summary()
    if let first = document[.sentences]?.ranges.first { summary.append(first, score: 1) }
    document[.summary] = summary
  }
}

/// Makes every "um" vanish.
struct CleanUm: Stage {
  static let name: StageName = "clean.um"
  static let summary = "Deletes um."
  var contract: Contract { Contract(uses: [.blocks]) }

  init(_ settings: NoSettings = NoSettings(), _ context: LoadContext = LoadContext()) {}

  func process(_ document: inout Document) async throws {
    let bytes = document.text.bytes
    let edits = bytes.indices.dropLast().filter { bytes[$0...].starts(with: "um".utf8) }
      .map { Edit(TextRange($0, $0 + 2), rule: "filler.um", kind: .filler) }
    try document.apply(edits)
  }
}

enum TestPlugin: Plugin {
  static let name = "Test"
  static let stages: [any Stage.Type] = [
    SummarizeFirst.self, SplitStops.self, ParseIdentity.self, CleanUm.self,
  ]
}
