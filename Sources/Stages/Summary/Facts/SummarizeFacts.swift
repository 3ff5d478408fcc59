public import Sluice

/// Lists the dates, amounts and places that a document states, each with the sentence that states it first.
///
/// They come from the entities of earlier stages. Mentions of one place, and the same words twice, are one fact. Dates
/// and amounts without a number or a name, such as `today`, are left out.
public struct SummarizeFacts: Stage {
  public struct Settings: StageSettings {
    @Setting("Most facts of each kind; those that are mentioned most are kept.", in: 1...1000) public
      var most = 10

    public init() {}
  }

  public static let name: StageName = "summarize.facts"
  public static let summary = "Lists dates, amounts and places with their sentences."

  private let most: Int

  public init(_ settings: Settings = Settings(), _ context: LoadContext = LoadContext()) {
    most = settings.most
  }

  public var contract: Contract {
    Contract(requires: [.sentences, .entities], provides: [.facts])
  }

  public mutating func process(_ document: inout Document) async throws {
    let sentences = document[.sentences]?.ranges ?? []
    var found: [Fact] = []
    var places: [Fact.Key: Int] = [:]
    var sentence = 0
    let entities = document[.entities] ?? Entities()
    for (row, range) in entities.ranges.enumerated() {
      guard let kind = Self.kind(entities.labels[row]) else { continue }
      while sentence < sentences.count, sentences[sentence].end <= range.start { sentence += 1 }
      guard sentence < sentences.count, sentences[sentence].start <= range.start,
        range.end <= sentences[sentence].end
      else { continue }
      let words = document.text.bytes[range.bounds]
      let isFirst = range.start == sentences[sentence].start
      guard kind == .place || Self.isDefinite(isFirst ? words.dropFirst() : words) else { continue }
      let key = Fact.Key(kind: kind, words: Self.folded(words), id: kind == .place ? entities.ids[row] : 0)
      if let known = places[key] {
        found[known].mentions += 1
      } else {
        places[key] = found.count
        found.append(Fact(kind: kind, range: range, sentence: sentences[sentence]))
      }
    }
    var facts = Facts()
    for fact in kept(found) {
      facts.append(fact.kind, fact.range, sentence: fact.sentence, mentions: fact.mentions)
    }
    document[.facts] = facts
  }

  /// The facts that are mentioned most, in document order.
  private func kept(_ found: [Fact]) -> [Fact] {
    var kept: [Fact] = []
    for kind in Facts.Kind.allCases {
      let ofKind = found.filter { $0.kind == kind }
      kept += ofKind.enumerated().sorted {
        ($1.element.mentions, $0.offset) < ($0.element.mentions, $1.offset)
      }
      .prefix(most).map(\.element)
    }
    return kept.sorted { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
  }

  private static func kind(_ label: Entities.Label) -> Facts.Kind? {
    switch label {
    case .date: .date
    case .money: .money
    case .percent: .percent
    case .geopolitical, .location, .facility: .place
    default: nil
    }
  }

  private static func isDefinite(_ words: ArraySlice<UInt8>) -> Bool {
    words.contains { $0 &- 0x30 < 10 || $0 &- 0x41 < 26 }
  }

  /// Small letters, for comparing.
  private static func folded(_ words: ArraySlice<UInt8>) -> [UInt8] {
    words.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
  }

  private struct Fact {
    struct Key: Hashable {
      let kind: Facts.Kind
      let words: [UInt8]
      let id: Int32

      /// Places that have an identity are told apart by it alone.
      init(kind: Facts.Kind, words: [UInt8], id: Int32) {
        self.kind = kind
        self.words = id > 0 ? [] : words
        self.id = id
      }
    }

    let kind: Facts.Kind
    let range: TextRange
    let sentence: TextRange
    var mentions = 1
  }
}
