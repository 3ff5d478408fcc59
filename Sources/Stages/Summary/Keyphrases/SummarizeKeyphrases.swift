public import Sluice

/// Finds the words and names that say what a document is about.
///
/// Candidates are names and runs of up to four words that can be nouns. They are ranked by the C-value of Frantzi,
/// Ananiadou and Mima (2000): frequent and long, and not merely part of longer ones. Names, words of the title and
/// early mentions count more. Spellings that differ in their ending are one phrase.
public struct SummarizeKeyphrases: Stage {
  public struct Settings: StageSettings {
    @Setting("Most keyphrases.", in: 1...1000) public var count = 10

    public init() {}
  }

  public static let name: StageName = "summarize.keyphrases"
  public static let summary = "Finds the words and names that say what a document is about."

  private let count: Int

  public init(_ settings: Settings = Settings(), _ context: LoadContext = LoadContext()) {
    count = settings.count
  }

  public var contract: Contract {
    Contract(requires: [.sentences], uses: [.entities], provides: [.keyphrases])
  }

  public mutating func process(_ document: inout Document) async throws {
    var candidates = KeyphraseCandidates()
    let names = document[.entities].map(KeyphraseNames.init)
    for (number, sentence) in (document[.sentences]?.ranges ?? []).enumerated() {
      if number & 0x3FF == 0 { try document.checkDeadline() }
      candidates.read(document.text.bytes, sentence, number: number, names)
    }
    let title = document.metadata.title.map { KeyphraseCandidates.stems(of: Array($0.utf8)) } ?? []
    var phrases = Keyphrases()
    let best = KeyphraseRanking.best(count, of: candidates, title: title)
    for (candidate, score) in best {
      phrases.append(
        candidate.range, text: document.text[candidate.range], score: score, mentions: candidate.count)
    }
    document[.keyphrases] = phrases
  }
}
