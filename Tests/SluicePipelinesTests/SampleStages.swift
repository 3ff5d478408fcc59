import Sluice

/// Stages with settings of every kind, for pipeline files to be wrong about.
enum SamplePlugin: Plugin {
  static let name = "samples"
  static var stages: [any Stage.Type] {
    [
      SampleHTML.self, SampleText.self, SampleClean.self, SampleSentences.self, SampleEntities.self,
      SampleCorrections.self, SamplePatterns.self, SampleSummary.self,
    ]
  }
}

struct SampleHTML: Stage {
  struct Settings: StageSettings {
    @Setting("Keep the main text only.") var mainText = true
  }
  static let name: StageName = "parse.html"
  static let summary = "Reads HTML."
  static let mediaTypes: [String]? = ["text/html"]
  let contract = Contract(provides: [.blocks])

  init(_ settings: Settings, _ context: LoadContext) {}

  mutating func process(_ document: inout Document) throws { try parse(&document) }
}

struct SampleText: Stage {
  static let name: StageName = "parse.text"
  static let summary = "Takes text as it is."
  static let mediaTypes: [String]? = ["text/plain"]
  let contract = Contract(provides: [.blocks])

  init(_ settings: NoSettings, _ context: LoadContext) {}

  mutating func process(_ document: inout Document) throws { try parse(&document) }
}

private func parse(_ document: inout Document) throws {
  let bytes = document.source.bytes
  try document.setText(
    Text(validUTF8: bytes), alignment: Alignment(identity: bytes.count), charset: "utf-8")
  document[.blocks] = Blocks()
}

struct SampleClean: Stage {
  enum Level: String, SettingValue, CaseIterable { case verbatim, clean, bare }
  struct Settings: StageSettings {
    @Setting("How much to remove.") var level = Level.clean
    @Setting("Keep editorial notices.") var keepNotices = false
  }
  static let name: StageName = "clean.transcript"
  static let summary = "Removes what nobody said."
  let contract = Contract(provides: [.turns])

  init(_ settings: Settings, _ context: LoadContext) {}

  mutating func process(_ document: inout Document) { document[.turns] = Turns() }
}

struct SampleSentences: Stage {
  enum Newlines: String, SettingValue, CaseIterable { case auto, hard, soft }
  struct Settings: StageSettings {
    @Setting("What line breaks mean.") var newlines = Newlines.auto
    @Setting("Abbreviations that end no sentence.") var abbreviations: [String] = []
  }
  static let name: StageName = "split.sentences"
  static let summary = "Finds sentences."
  let contract = Contract(provides: [.sentences])

  init(_ settings: Settings, _ context: LoadContext) {}

  mutating func process(_ document: inout Document) {
    document[.sentences] = Sentences([document.text.range])
  }
}

struct SampleEntities: Stage {
  enum Label: String, SettingValue, CaseIterable { case person = "PERSON", org = "ORG", date = "DATE" }
  struct Window: StageSettings {
    @Setting("Sentences that are read together.", in: 1...16) var size = 4
    @Setting("Sentences between two windows.", in: 1...16) var step = 2
    @Setting("The longest wait.") var patience = Duration.seconds(1)
  }
  struct Rule: StageSettings {
    @Setting("The word.") var word: String
    @Setting("What it is.") var label = Label.org
  }
  struct Settings: StageSettings {
    @Setting("What to find.") var labels: [Label] = Label.allCases
    @Setting("The context that decides.") var window = Window()
    @Setting("Words with a fixed label.") var rules: [Rule] = []
    @Setting("Names for labels.") var titles: [String: String] = [:]
    @Setting("Below this, nothing is reported.", in: 0...1) var threshold = 0.5
  }
  static let name: StageName = "tag.entities"
  static let summary = "Finds names."
  let contract = Contract(requires: [.sentences], uses: [.turns], provides: [.entities])

  init(_ settings: Settings, _ context: LoadContext) {}

  mutating func process(_ document: inout Document) { document[.entities] = Entities() }
}

struct SampleCorrections: Stage {
  struct Settings: StageSettings {
    @Setting("The corrections.") var file: SettingFile
  }
  static let name: StageName = "tag.corrections"
  static let summary = "Corrects names by a file."
  let contract = Contract(revises: [.entities])

  init(_ settings: Settings, _ context: LoadContext) throws {
    guard try !settings.file.contents().isEmpty else {
      throw SluiceError(.configuration, "the file '\(settings.file.written)' is empty")
    }
  }

  mutating func process(_ document: inout Document) {}
}

struct SamplePatterns: Stage {
  struct Settings: StageSettings {
    @Setting("The patterns.") var file: SettingFile?
    @Setting("More patterns.") var extra: [SettingFile] = []
  }
  static let name: StageName = "tag.patterns"
  static let summary = "Finds what patterns say."
  let contract = Contract(provides: [LayerID("patterns")])

  init(_ settings: Settings, _ context: LoadContext) {}

  mutating func process(_ document: inout Document) {
    document[LayerKey<Sentences>("patterns")] = Sentences()
  }
}

struct SampleSummary: Stage {
  struct Weights: StageSettings {
    @Setting("Of standing early.", in: 0...1) var position = 0.3
    @Setting("Of being like the rest.", in: 0...1) var centrality = 0.7
  }
  struct Settings: StageSettings {
    @Setting("The most sentences.", in: 1...100) var sentences = 3
    @Setting("The most words.") var words: Int?
    @Setting("What counts.") var weights = Weights()
  }
  static let name: StageName = "summarize.extract"
  static let summary = "Chooses sentences."
  let contract = Contract(requires: [.sentences], uses: [.entities], provides: [.summary])

  init(_ settings: Settings, _ context: LoadContext) throws {
    if let words = settings.words, words < settings.sentences {
      throw SluiceError(.configuration, "\(settings.sentences) sentences do not fit in \(words) words")
    }
  }

  mutating func process(_ document: inout Document) { document[.summary] = Summary() }
}
