/// A corpus: how its labels map to ours, and which of ours it does not mark.
///
/// Where a corpus does not mark a label, `O` may also be that label: so no corpus teaches that what it never marks is
/// no name (partial labels: Tsuboi et al., COLING 2008).
struct TagCorpus {
  let name: String
  let labels: [String: [String]]?
  let unmarked: Set<String>
  /// What a sentence of it counts.
  var weight: Float = 1
  /// What the share of records that are read again in another case is multiplied by.
  var copies = 1.0
  /// May be trained on: its licence is open.
  let isOpen: Bool

  private static let numeric: Set<String> = [
    "DATE", "TIME", "MONEY", "PERCENT", "ORDINAL", "CARDINAL", "QUANTITY",
  ]
  private static let misc = ["NORP", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE", "PRODUCT"]
  private static let place = ["GPE", "LOC", "FAC"]
  private static let noMisc = numeric.union(misc).union(["FAC"])
  private static let conll: [String: [String]] = [
    "PER": ["PERSON"], "ORG": ["ORG"], "LOC": place, "MISC": misc,
  ]
  private static let gum = numeric.union(["NORP", "LANGUAGE", "WORK_OF_ART"])

  static func isNumeric(_ label: String) -> Bool { numeric.contains(label) }

  /// The corpora by the first part of their files' names; those without an open licence are for measuring only.
  static let all: [TagCorpus] = [
    TagCorpus(
      name: "wnut17",
      labels: [
        "person": ["PERSON"], "corporation": ["ORG"], "group": ["ORG"], "location": place,
        "product": ["PRODUCT"],
        "creative-work": ["WORK_OF_ART"],
      ], unmarked: numeric.union(["NORP", "EVENT", "LAW", "LANGUAGE"]), isOpen: true),
    TagCorpus(name: "btc", labels: conll, unmarked: noMisc, isOpen: true),
    TagCorpus(
      name: "crossner_politics",
      labels: [
        "person": ["PERSON"], "politician": ["PERSON"], "organisation": ["ORG"], "politicalparty": ["ORG"],
        "country": ["GPE"], "location": place, "event": ["EVENT"], "election": ["EVENT"], "misc": misc,
      ], unmarked: numeric, isOpen: true),
    TagCorpus(
      name: "re3d",
      labels: [
        "Person": ["PERSON"], "Organisation": ["ORG"], "Location": place, "Nationality": ["NORP"],
        "Money": ["MONEY"],
      ], unmarked: noMisc, isOpen: true),
    TagCorpus(name: "sec", labels: conll, unmarked: noMisc, isOpen: true),
    TagCorpus(name: "silver_md", labels: nil, unmarked: [], isOpen: true),
    TagCorpus(name: "silver_wh", labels: nil, unmarked: [], copies: 0.6, isOpen: true),
    TagCorpus(name: "silver_sotu", labels: nil, unmarked: [], copies: 0.6, isOpen: true),
    TagCorpus(name: "gum_spoken", labels: nil, unmarked: gum, isOpen: true),
    TagCorpus(name: "gum_written", labels: nil, unmarked: gum, isOpen: true),
    TagCorpus(name: "gum_sharealike", labels: nil, unmarked: gum, isOpen: true),
    TagCorpus(name: "uner_ewt", labels: conll, unmarked: noMisc, isOpen: true),
    TagCorpus(name: "conll2003", labels: conll, unmarked: numeric, isOpen: false),
  ]

  /// The corpus of a file such as `wnut17.train.jsonl`.
  static func of(file: String) -> TagCorpus? {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let stem = name.split(separator: ".").first.map(String.init) ?? name
    return all.first { $0.name == stem }
  }

  /// Our labels for one of the corpus; none drops it.
  func map(_ label: String) -> [String] {
    guard let labels else { return [label] }
    return labels[label] ?? []
  }
}
