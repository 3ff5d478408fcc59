import Sluice

/// Entities while corrections are made to them.
struct EntityRevision {
  private var entities: Entities
  private let text: Text
  private var kept: [Bool]
  /// Rows by the text of the mention, white space as single spaces.
  private var rows: [String: [Int]] = [:]
  private var rowsByID: [Int32: [Int]] = [:]
  private var highestID: Int32 = 0
  /// Mentions that were added, in no order.
  private var isSorted = true

  init(_ entities: Entities, _ text: Text) {
    self.entities = entities
    self.text = text
    kept = Array(repeating: true, count: entities.count)
    highestID = entities.index.map(\.id).max() ?? 0
    for row in entities.ranges.indices { note(row) }
  }

  private mutating func note(_ row: Int) {
    rows[OneLine.text(text[entities.ranges[row]]), default: []].append(row)
    if entities.ids[row] > 0 { rowsByID[entities.ids[row], default: []].append(row) }
  }

  /// - Returns: `false` when the document has nothing that the action is about.
  mutating func apply(_ action: Correction.Action) -> Bool {
    switch action {
    case .drop(let name):
      let found = mentions(of: name)
      for row in found { kept[row] = false }
      return !found.isEmpty
    case .add(let words, let name, let label):
      return add(words, name: name, label)
    case .merge(let names, let name, let label):
      return merge(names.map(OneLine.text), as: name, label)
    case .split(let name, let shown, let label):
      return split(name, as: shown, label)
    case .divide(let name, let parts, let label):
      return divide(name, parts, label)
    case .rename(let old, let name, let label):
      return merge([OneLine.text(old)], as: name, label)
    case .relabel(let name, let label):
      return relabel(name, label)
    case .respell:
      return false
    }
  }

  /// Rows of the mentions that are written so, or whose thing is shown under the name.
  private func mentions(of name: String) -> [Int] {
    let name = OneLine.text(name)
    var found = Set(rows[name] ?? [])
    for identity in entities.index where identity.name == name {
      found.formUnion(rowsByID[identity.id] ?? [])
    }
    return found.filter { kept[$0] }.sorted()
  }

  private mutating func merge(_ names: [String], as name: String, _ label: EntityLabel?) -> Bool {
    let wanted = Set(names)
    var ids = Set(entities.index.filter { wanted.contains($0.name) }.map(\.id))
    for name in names {
      for row in rows[name] ?? [] where kept[row] && entities.ids[row] > 0 { ids.insert(entities.ids[row]) }
    }
    guard let target = ids.min(), entities.index.contains(where: { $0.id == target }) else { return false }
    for id in ids where id != target {
      for row in rowsByID[id] ?? [] { entities.setID(target, at: row) }
      rowsByID[target, default: []] += rowsByID[id] ?? []
      rowsByID[id] = nil
    }
    entities.index.removeAll { $0.id != target && ids.contains($0.id) }
    guard let at = entities.index.firstIndex(where: { $0.id == target }) else { return false }
    entities.index[at].name = name
    if let label {
      entities.index[at].label = label.layerLabel
      for row in rowsByID[target] ?? [] { entities.setLabel(label.layerLabel, at: row) }
    }
    return true
  }

  private mutating func relabel(_ name: String, _ label: EntityLabel) -> Bool {
    let found = mentions(of: name)
    for row in found { entities.setLabel(label.layerLabel, at: row) }
    let ids = Set(found.map { entities.ids[$0] })
    for at in entities.index.indices where ids.contains(entities.index[at].id) {
      // A thing has the new label when all its mentions do.
      let all = (rowsByID[entities.index[at].id] ?? []).allSatisfy { entities.labels[$0] == label.layerLabel }
      if all { entities.index[at].label = label.layerLabel }
    }
    return !found.isEmpty
  }

  // MARK: - Splitting

  /// Mentions that are written so become a thing of their own.
  private mutating func split(_ name: String, as shown: String, _ label: EntityLabel?) -> Bool {
    let found = (rows[OneLine.text(name)] ?? []).filter { kept[$0] }
    guard let first = found.first else { return false }
    let id = identity(named: shown, (label?.layerLabel) ?? entities.labels[first], isNew: true)
    for row in found {
      let old = entities.ids[row]
      rowsByID[old]?.removeAll { $0 == row }
      entities.setID(id, at: row)
      if let label { entities.setLabel(label.layerLabel, at: row) }
      rowsByID[id, default: []].append(row)
    }
    return true
  }

  /// Mentions that are written so become several.
  private mutating func divide(_ name: String, _ parts: [String], _ label: EntityLabel?) -> Bool {
    let found = (rows[OneLine.text(name)] ?? []).filter { kept[$0] }
    for row in found {
      let range = entities.ranges[row]
      kept[row] = false
      var start = Int(range.start)
      for part in parts {
        guard let at = Self.place(of: Array(part.utf8), in: text.bytes, from: start, to: Int(range.end))
        else { break }
        append(TextRange(at, at + part.utf8.count), (label?.layerLabel) ?? entities.labels[row], named: part)
        start = at + part.utf8.count
      }
    }
    return !found.isEmpty
  }

  private static func place(of part: [UInt8], in text: [UInt8], from start: Int, to end: Int) -> Int? {
    guard end - start >= part.count else { return nil }
    return (start...end - part.count).first { text[$0..<$0 + part.count].elementsEqual(part) }
  }

  // MARK: - Adding

  /// Marks the words wherever they stand whole and nothing is marked.
  private mutating func add(_ words: String, name: String?, _ label: EntityLabel) -> Bool {
    var tokens: [MatchToken] = []
    text.bytes.withUnsafeBufferPointer { MatchToken.scan($0, into: &tokens) }
    let wanted = MatchToken.tokens(of: words).map(\.exact)
    guard !wanted.isEmpty, tokens.count >= wanted.count else { return false }
    let taken = entities.ranges.indices.filter { kept[$0] }.map { entities.ranges[$0] }.sorted()
    var next = 0
    var index = 0
    var found = false
    while index + wanted.count <= tokens.count {
      guard tokens[index].exact == wanted[0],
        (1..<wanted.count).allSatisfy({
          tokens[index + $0].exact == wanted[$0] && !tokens[index + $0].opensParagraph
        })
      else {
        index += 1
        continue
      }
      let range = TextRange(Int(tokens[index].start), Int(tokens[index + wanted.count - 1].end))
      while next < taken.count, taken[next].end <= range.start { next += 1 }
      if next == taken.count || !taken[next].overlaps(range) {
        append(range, label.layerLabel, named: name ?? OneLine.text(text[range]))
        found = true
      }
      index += wanted.count
    }
    return found
  }

  private mutating func append(_ range: TextRange, _ label: Entities.Label, named name: String) {
    let id =
      EntityLabel(rawValue: label.name)?.isNumeric == true ? 0 : identity(named: name, label, isNew: false)
    entities.append(range, label, id: id)
    kept.append(true)
    isSorted = false
    note(entities.count - 1)
  }

  /// The identity that is shown under a name or that a mention so written has, else a new one.
  private mutating func identity(named name: String, _ label: Entities.Label, isNew: Bool) -> Int32 {
    if !isNew {
      if let known = entities.index.first(where: { $0.name == name }) { return known.id }
      if let row = (rows[name] ?? []).first(where: { kept[$0] && entities.ids[$0] > 0 }) {
        return entities.ids[row]
      }
    }
    highestID += 1
    entities.index.append(Entities.Identity(id: highestID, label: label, name: name, mentions: 0))
    return highestID
  }

  /// The entities without what was dropped, in document order, identities counted and numbered anew.
  consuming func finish() -> Entities {
    entities.keep(kept)
    if !isSorted { entities = entities.sorted }
    IdentityNumbers.renumber(&entities)
    return entities
  }
}

extension Entities {
  /// The same mentions in document order.
  var sorted: Entities {
    var result = Entities()
    let order = ranges.indices.sorted { (ranges[$0], $0) < (ranges[$1], $1) }
    for row in order {
      result.append(
        ranges[row], labels[row], id: ids[row], confidence: confidences[row], value: values[row],
        priority: priorities[row])
    }
    result.index = index
    return result
  }
}
