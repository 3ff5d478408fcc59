import Sluice

/// Where names stand that can be keyphrases, or parts of them, and where dates and figures stand, which no keyphrase has.
struct KeyphraseNames {
  struct Name {
    let range: TextRange
    /// Of what it names, 0 when that is not known.
    let id: Int32
    /// People are spoken of, but stand in no longer phrase.
    let standsAlone: Bool
    let isFigure: Bool
  }

  /// In document order, without overlaps.
  let names: [Name]

  init(_ entities: Entities) {
    var names: [Name] = []
    for (row, range) in entities.ranges.enumerated() {
      let label = entities.labels[row]
      let isFigure = Self.figures.contains(label)
      guard isFigure || Self.labels.contains(label), range.start >= names.last?.range.end ?? 0 else {
        continue
      }
      names.append(
        Name(range: range, id: entities.ids[row], standsAlone: label == .person, isFigure: isFigure))
    }
    self.names = names
  }

  private static let labels: Set<Entities.Label> = [
    .person, .organization, .geopolitical, .location, .facility, .event, .law, .product, .workOfArt,
  ]
  private static let figures: Set<Entities.Label> = [
    .date, .time, .percent, .money, .quantity, .ordinal, .cardinal,
  ]
}
