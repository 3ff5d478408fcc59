public import Sluice

/// Marks names, dates, times and amounts, by rules and gazetteers.
///
/// Spans follow the conventions of OntoNotes 5, without determiner, possessive or form of address. Every
/// mention has a confidence by the kind of its evidence; mentions of one thing share an identity, numbered
/// from 1 in order of first mention. Speakers of the turns and authors of the page are evidence that a name
/// is a person's. It costs time linear in the length of the text.
public struct TagEntities: Stage {
  public struct Settings: StageSettings {
    @Setting("Labels to give; all 18 when left out.")
    public var labels: [EntityLabel] = EntityLabel.allCases

    public init() {}
  }

  public static let name: StageName = "tag.entities"
  public static let summary = "Marks persons, organisations, places, dates, amounts and other named things."

  private let labels: Set<EntityLabel>
  private var tagger = EntityTagger()

  public init(_ settings: Settings = Settings(), _ context: LoadContext = LoadContext()) {
    labels = Set(settings.labels)
  }

  public var contract: Contract {
    Contract(requires: [.sentences], uses: [.turns], provides: [.entities])
  }

  public mutating func process(_ document: inout Document) async throws {
    let persons = (document[.turns]?.names ?? []) + document.metadata.authors
    let deadline = document
    document[.entities] = try tagger.tag(
      document.text, document[.sentences]?.ranges ?? [], persons: persons, labels: labels,
      checkDeadline: { try deadline.checkDeadline() })
  }
}
