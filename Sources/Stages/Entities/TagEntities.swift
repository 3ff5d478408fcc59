public import Sluice

/// Marks names, dates, times and amounts by a trained tagger.
///
/// Spans follow the conventions of OntoNotes 5, without determiner, possessive, form of address or office. Every
/// mention has the probability that the tagger gives its span and label; mentions of one thing share an identity,
/// numbered from 1 in order of first mention. Speakers of the turns and authors of the page are evidence that a
/// name is a person's. Dates, times and amounts have a value, relative dates told from the
/// page's own. It costs time linear in the length of the text. For English: see Models.md.
public struct TagEntities: Stage {
  public struct Settings: StageSettings {
    @Setting("Labels to give; all 18 when left out.")
    public var labels: [EntityLabel] = EntityLabel.allCases

    public init() {}
  }

  public static let name: StageName = "tag.entities"
  public static let summary = "Marks persons, organisations, places, dates, amounts and other named things."

  private let labels: Set<EntityLabel>
  private var tagger = TaggerTable.shipped.map { EntityTagger(table: $0) }

  public init(_ settings: Settings = Settings(), _ context: LoadContext = LoadContext()) {
    labels = Set(settings.labels)
  }

  public var contract: Contract {
    Contract(requires: [.sentences], uses: [.turns], provides: [.entities])
  }

  /// The hash of the table, and the version of the rules around it.
  public var model: String? {
    "tagger-1 table-\(TaggerTable.shippedHash)"
  }

  public mutating func process(_ document: inout Document) async throws {
    let deadline = document
    guard
      let found = try tagger?.tag(
        document.text, document[.sentences]?.ranges ?? [], DocumentFacts(document), labels: labels,
        checkDeadline: { try deadline.checkDeadline() })
    else {
      throw SluiceError(.unreadable, "the table of tag.entities is damaged")
    }
    document[.entities] = found
  }
}
