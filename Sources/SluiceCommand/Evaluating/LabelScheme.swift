import Sluice

/// Which labels are scored, and how those of a corpus and of the tagger are mapped to them.
struct LabelScheme {
  let scored: Set<String>
  private let goldMap: [String: String?]
  private let predictedMap: [String: String?]

  func gold(_ label: String) -> String? { goldMap[label] ?? label }
  func predicted(_ label: String) -> String? { predictedMap[label] ?? label }

  private static let numeric = ["DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"]
  private static let four: Set<String> = ["PER", "ORG", "LOC", "MISC"]
  private static let three: Set<String> = ["PER", "ORG", "LOC"]
  private static let toFour: [String: String?] = {
    var map: [String: String?] = [
      "PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "NORP": "MISC",
      "EVENT": "MISC",
      "LAW": "MISC", "LANGUAGE": "MISC", "PRODUCT": "MISC", "WORK_OF_ART": "MISC",
    ]
    for label in numeric { map.updateValue(nil, forKey: label) }
    return map
  }()

  /// Conventions of public corpora by the beginning of a file's name.
  private static let corpora: [(prefix: String, scored: Set<String>, gold: [String: String?])] = [
    ("conll", four, [:]), ("wikigold", four, [:]), ("europarl", four, [:]), ("btc", four, [:]),
    ("sec", four, [:]),
    (
      "wnut17", four,
      [
        "person": "PER", "corporation": "ORG", "group": "ORG", "location": "LOC", "creative-work": "MISC",
        "product": "MISC",
      ]
    ),
    (
      "crossner", four,
      [
        "person": "PER", "politician": "PER", "organisation": "ORG", "politicalparty": "ORG",
        "country": "LOC",
        "location": "LOC", "event": "MISC", "election": "MISC", "misc": "MISC",
      ]
    ),
    ("uner", three, [:]), ("gum", three, toFour), ("silver", four, toFour), ("ontonotes", four, toFour),
    ("re3d", three, ["Person": "PER", "Organisation": "ORG", "Location": "LOC"]),
    ("ieer", three, toFour.merging(["ORGANIZATION": "ORG", "LOCATION": "LOC"]) { $1 }),
  ]

  /// The scheme for a gold file.
  ///
  /// - Parameter types: 3 (PER, ORG, LOC), 4 (and MISC) or 18 (OntoNotes); `nil` for what the name of the file says.
  init(file: String, types: Int?) {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    if types == 18 {
      scored = Set(Self.toFour.keys)
      goldMap = [:]
      predictedMap = [:]
      return
    }
    let corpus = Self.corpora.first { name.hasPrefix($0.prefix) }
    scored = types == 3 ? Self.three : types == 4 ? Self.four : corpus?.scored ?? Self.four
    goldMap = corpus?.gold ?? Self.toFour
    predictedMap = Self.toFour
  }
}
