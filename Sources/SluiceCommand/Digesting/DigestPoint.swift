import Sluice
import SluiceOutputs

/// A point of a record's digest, as a digest of a whole run needs it.
struct DigestPoint {
  /// The record that it comes from.
  struct Origin {
    let id: String
    let title: String
    let date: String?
    let uri: String?
  }

  let text: String
  let speaker: String?
  /// Names of what the point speaks of.
  let entities: [String]
  /// 0 to 1: against the best point of its document.
  let score: Float
  let origin: Origin
  /// Its words in small letters, for telling what is said twice.
  let words: Set<String>

  /// The points of a record.
  static func all(of record: Record) -> [DigestPoint] {
    guard let summary = record.summary, summary.count > 0 else { return [] }
    let origin = Origin(
      id: record.id, title: record.metadata.title ?? record.id, date: record.metadata.date,
      uri: record.source.uri)
    let best = max(summary.scores.max() ?? 1, 1e-6)
    let names = Names(record.entities ?? Entities())
    return summary.ranges.indices.map { row in
      let text = summary.displays[row] ?? record.summaryTexts[row]
      return DigestPoint(
        text: text.split(whereSeparator: \.isWhitespace).joined(separator: " "),
        speaker: summary.speakers[row], entities: names.within(summary.ranges[row]),
        score: summary.scores[row] / best, origin: origin,
        words: Set(
          text.lowercased().split { !$0.isLetter && !$0.isNumber }.lazy.filter { $0.count > 3 }.map(
            String.init)))
    }
  }

  /// How much two points have in common, 0 to 1 (Jaccard).
  func similarity(to other: DigestPoint) -> Float {
    let common = words.intersection(other.words).count
    let all = words.count + other.words.count - common
    return all > 0 ? Float(common) / Float(all) : 0
  }

  /// The names of a record's entities by place.
  private struct Names {
    private let entities: Entities
    private var byID: [Int32: String] = [:]

    /// What can be a heading of a digest: not numbers, dates and amounts.
    private static let labels: Set<Entities.Label> = [
      .person, .organization, .geopolitical, .location, .facility, .group, .event, .law, .product, .workOfArt,
    ]

    init(_ entities: Entities) {
      self.entities = entities
      for thing in entities.index { byID[thing.id] = thing.name }
    }

    func within(_ range: TextRange) -> [String] {
      var names: [String] = []
      for (row, mention) in entities.ranges.enumerated()
      where mention.start >= range.start && mention.end <= range.end {
        guard Self.labels.contains(entities.labels[row]), let name = byID[entities.ids[row]],
          !names.contains(name)
        else { continue }
        names.append(name)
      }
      return names
    }
  }
}
