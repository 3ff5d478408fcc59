/// The mentions of named things, dates and amounts, and which mentions are of one thing.
public struct Entities: Layer {
  /// What a mention names, of the 18 types of OntoNotes 5 or the user's own.
  public struct Label: Hashable, Sendable {
    public let name: String

    public init(_ name: String) { self.name = name }

    public static let person = Label("PERSON")
    public static let organization = Label("ORG")
    public static let geopolitical = Label("GPE")
    public static let location = Label("LOC")
    public static let facility = Label("FAC")
    /// Nationalities, religious and political groups.
    public static let group = Label("NORP")
    public static let event = Label("EVENT")
    public static let law = Label("LAW")
    public static let language = Label("LANGUAGE")
    public static let product = Label("PRODUCT")
    public static let workOfArt = Label("WORK_OF_ART")
    public static let date = Label("DATE")
    public static let time = Label("TIME")
    public static let money = Label("MONEY")
    public static let percent = Label("PERCENT")
    public static let quantity = Label("QUANTITY")
    public static let cardinal = Label("CARDINAL")
    public static let ordinal = Label("ORDINAL")

    /// The 18 types of OntoNotes 5.
    public static let ontoNotes: [Label] = [
      person, organization, geopolitical, location, facility, group, event, law, language, product, workOfArt,
      date, time, money, percent, quantity, cardinal, ordinal,
    ]
  }

  /// One thing that the document speaks of.
  public struct Identity: Hashable, Sendable {
    /// The number that its mentions carry, from 1.
    public var id: Int32
    public var label: Label
    /// The fullest name that the document has for it.
    public var name: String
    public var mentions: Int
    /// The name in the layer of turns, when it is someone who speaks.
    public var speaker: String?
    /// The id that a user's list has for it.
    public var key: String?

    public init(
      id: Int32, label: Label, name: String, mentions: Int, speaker: String? = nil, key: String? = nil
    ) {
      self.id = id
      self.label = label
      self.name = name
      self.mentions = mentions
      self.speaker = speaker
      self.key = key
    }
  }

  public var ranges: [TextRange] = []
  public private(set) var labels: [Label] = []
  /// The identity of a mention, 0 when it has none.
  public private(set) var ids: [Int32] = []
  /// 0 to 1: how sure the tagger is.
  public private(set) var confidences: [Float] = []
  /// What a date, time or amount means: ISO 8601 and TIMEX3 (`2024-05-16`, `P2Y`), a number and its unit (`5000000 USD`).
  public private(set) var values: [String?] = []
  /// What settles overlaps: 0 of a tagger, more or less of a user's own lists and patterns.
  public private(set) var priorities: [Int32] = []
  /// The things mentioned, in order of first mention.
  public var index: [Identity] = []

  public init() {}

  public mutating func append(
    _ range: TextRange, _ label: Label, id: Int32 = 0, confidence: Float = 1, value: String? = nil,
    priority: Int32 = 0
  ) {
    ranges.append(range)
    labels.append(label)
    ids.append(id)
    confidences.append(confidence)
    values.append(value)
    priorities.append(priority)
  }

  public mutating func setID(_ id: Int32, at row: Int) {
    ids[row] = id
  }

  public mutating func setLabel(_ label: Label, at row: Int) {
    labels[row] = label
  }

  public mutating func keep(_ rows: [Bool]) {
    ranges.keep(rows)
    labels.keep(rows)
    ids.keep(rows)
    confidences.keep(rows)
    values.keep(rows)
    priorities.keep(rows)
  }
}

extension LayerKey where Value == Entities {
  public static var entities: Self { Self("entities") }
}
