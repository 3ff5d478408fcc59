import Sluice

/// Entities while corrections are made to them.
struct EntityRevision {
  private var entities: Entities
  private var kept: [Bool]
  /// Rows by the text of the mention, white space as single spaces.
  private var rows: [String: [Int]] = [:]
  private var rowsByID: [Int32: [Int]] = [:]

  init(_ entities: Entities, _ text: Text) {
    self.entities = entities
    kept = Array(repeating: true, count: entities.count)
    for row in entities.ranges.indices {
      rows[Self.oneLine(text[entities.ranges[row]]), default: []].append(row)
      if entities.ids[row] > 0 { rowsByID[entities.ids[row], default: []].append(row) }
    }
  }

  private static func oneLine(_ text: String) -> String {
    text.split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" || $0 == "\u{A0}" }.joined(
      separator: " ")
  }

  /// - Returns: `false` when the document has nothing that the action is about.
  mutating func apply(_ action: Correction.Action) -> Bool {
    switch action {
    case .drop(let name):
      let found = mentions(of: name).filter { kept[$0] }
      for row in found { kept[row] = false }
      return !found.isEmpty
    case .merge(let names, let name, let label):
      return merge(names.map(Self.oneLine), as: name, label)
    case .rename(let old, let name, let label):
      return merge([Self.oneLine(old)], as: name, label)
    case .respell:
      return false
    }
  }

  /// Rows of the mentions that are written so, or whose thing is shown under the name.
  private func mentions(of name: String) -> [Int] {
    let name = Self.oneLine(name)
    var found = Set(rows[name] ?? [])
    for identity in entities.index where identity.name == name {
      found.formUnion(rowsByID[identity.id] ?? [])
    }
    return found.sorted()
  }

  private mutating func merge(_ names: [String], as name: String, _ label: EntityLabel?) -> Bool {
    let wanted = Set(names)
    var ids = Set(entities.index.filter { wanted.contains($0.name) }.map(\.id))
    for name in names {
      for row in rows[name] ?? [] where kept[row] && entities.ids[row] > 0 { ids.insert(entities.ids[row]) }
    }
    guard let target = ids.min(), let place = entities.index.firstIndex(where: { $0.id == target }) else {
      return false
    }
    for id in ids where id != target {
      for row in rowsByID[id] ?? [] { entities.setID(target, at: row) }
      rowsByID[target, default: []] += rowsByID[id] ?? []
      rowsByID[id] = nil
    }
    entities.index.removeAll { $0.id != target && ids.contains($0.id) }
    let at = entities.index.firstIndex { $0.id == target } ?? place
    entities.index[at].name = name
    if let label {
      entities.index[at].label = label.layerLabel
      for row in rowsByID[target] ?? [] { entities.setLabel(label.layerLabel, at: row) }
    }
    return true
  }

  /// The entities without what was dropped, identities counted and numbered anew.
  consuming func finish() -> Entities {
    entities.keep(kept)
    let known = Dictionary(uniqueKeysWithValues: entities.index.map { ($0.id, $0) })
    var index: [Entities.Identity] = []
    var numbers: [Int32: Int] = [:]
    for row in entities.ranges.indices {
      guard let identity = known[entities.ids[row]] else { continue }
      if let number = numbers[identity.id] {
        index[number].mentions += 1
      } else {
        numbers[identity.id] = index.count
        index.append(
          Entities.Identity(
            id: Int32(index.count + 1), label: identity.label, name: identity.name, mentions: 1,
            speaker: identity.speaker))
      }
      entities.setID(Int32((numbers[identity.id] ?? 0) + 1), at: row)
    }
    entities.index = index
    return entities
  }
}
