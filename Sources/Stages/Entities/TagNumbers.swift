public import Sluice

/// Marks dates, times, money, percentages, quantities, ordinals and cardinals by rules alone.
///
/// The rules follow the conventions of OntoNotes 5 and give the values that ``TagEntities`` gives, for pipelines that want
/// no names: it needs no table, and costs a tenth of the time. Relative dates are told from the page's date.
public struct TagNumbers: Stage {
  public struct Settings: StageSettings {
    @Setting(
      "Labels to give, of DATE, TIME, MONEY, PERCENT, QUANTITY, ORDINAL and CARDINAL; all when left out.")
    public var labels: [EntityLabel] = EntityLabel.allCases.filter(\.isNumeric)

    public init() {}
  }

  public static let name: StageName = "tag.numbers"
  public static let summary = "Marks dates, times and amounts by rules, with their values."

  private let labels: Set<EntityLabel>
  private let cutter = TokenCutter(tokenizer: Tokenizer(lexicon: .shared))
  private var tokens: [Token] = []
  private var sentences: [Range<Int>] = []

  public init(_ settings: Settings = Settings(), _ context: LoadContext = LoadContext()) {
    labels = Set(settings.labels)
  }

  public var contract: Contract { Contract(requires: [.sentences], provides: [.entities]) }

  public mutating func process(_ document: inout Document) async throws {
    cutter.cut(document.text, document[.sentences]?.ranges ?? [], &tokens, &sentences)
    let today = DocumentFacts(document).date
    var entities = Entities()
    try document.text.bytes.withUnsafeBufferPointer { bytes in
      try tokens.withUnsafeBufferPointer { tokens in
        for (row, range) in sentences.enumerated() {
          if row & 0xFF == 0 { try document.checkDeadline() }
          let sentence = SentenceTokens(text: bytes, all: tokens, range: range)
          mark(sentence, NumberValue(sentence: sentence, today: today), in: &entities)
        }
      }
    }
    document[.entities] = entities
  }

  private func mark(_ sentence: SentenceTokens, _ values: NumberValue, in entities: inout Entities) {
    let scanner = NumberScanner(sentence: sentence)
    var index = sentence.range.lowerBound
    while index < sentence.end {
      guard let match = scanner.match(at: index), match.end > index else {
        index += 1
        continue
      }
      if labels.contains(match.label) {
        entities.append(
          TextRange(Int(sentence[index].start), Int(sentence[match.end - 1].end)), match.label.layerLabel,
          confidence: match.confidence, value: values.value(of: match.label, index, match.end))
      }
      index = match.end
    }
  }
}
