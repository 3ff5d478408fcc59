import Sluice
import SluiceOutputs

/// A digest over many records: their points by speaker, entity or date, what is said twice once.
struct RunDigest {
  enum Grouping: String, CaseIterable {
    case speaker, entity, date
  }

  struct Group {
    let name: String
    /// What the points are gathered by is not known of them.
    let isRest: Bool
    var points: [DigestPoint]

    var documents: Int { Set(points.map(\.origin.id)).count }
  }

  /// Points that have so much in common say the same.
  private static let sameness: Float = 0.6

  let grouping: Grouping
  /// Points of a group that are shown.
  let top: Int
  private(set) var documents = 0
  private var groups: [Group] = []
  private var indices: [String: Int] = [:]

  init(by grouping: Grouping, top: Int) {
    self.grouping = grouping
    self.top = top
  }

  mutating func add(_ record: Record) {
    documents += 1
    for point in DigestPoint.all(of: record) {
      for key in keys(of: point) { add(point, to: key) }
    }
  }

  /// What a point is gathered by; `nil` stands for points of which it is not known.
  private func keys(of point: DigestPoint) -> [String?] {
    switch grouping {
    case .speaker: [point.speaker]
    case .entity: point.entities
    case .date: [point.origin.date.map { String($0.prefix(10)) }]
    }
  }

  private mutating func add(_ point: DigestPoint, to name: String?) {
    // No name is empty.
    let key = name?.lowercased() ?? ""
    if let index = indices[key] {
      groups[index].points.append(point)
    } else {
      indices[key] = groups.count
      let rest = "Without a \(grouping.rawValue)"
      groups.append(Group(name: name ?? rest, isRest: name == nil, points: [point]))
    }
  }

  /// The groups with their best points: dates in order, all else by documents and then by name; what has neither
  /// comes last.
  ///
  /// - Parameter most: groups that are shown.
  func result(most: Int) -> [Group] {
    let sorted = groups.sorted { a, b in
      if a.isRest != b.isRest { return b.isRest }
      if grouping != .date {
        let (ofA, ofB) = (a.documents, b.documents)
        if ofA != ofB { return ofA > ofB }
      }
      return a.name < b.name
    }
    return sorted.prefix(most).map { Group(name: $0.name, isRest: $0.isRest, points: best($0.points)) }
  }

  /// Greedy: the best point by score, less what it has in common with those chosen (Carbonell and Goldstein, 1998).
  private func best(_ points: [DigestPoint]) -> [DigestPoint] {
    var chosen: [Int] = []
    var closest = [Float](repeating: 0, count: points.count)
    while chosen.count < top {
      var best: (value: Float, index: Int)?
      for (index, point) in points.enumerated()
      where closest[index] < Self.sameness && !chosen.contains(index) {
        let value = point.score * (1 - closest[index])
        if value > best?.value ?? -1 { best = (value, index) }
      }
      guard let best else { break }
      chosen.append(best.index)
      for (index, point) in points.enumerated() {
        closest[index] = max(closest[index], point.similarity(to: points[best.index]))
      }
    }
    return chosen.sorted().map { points[$0] }
  }
}
