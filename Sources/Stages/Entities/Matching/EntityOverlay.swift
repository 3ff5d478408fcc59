import Sluice

/// Lays the mentions of a user's list over those that are there, and joins their identities.
///
/// Overlaps are settled by priority, then by length, then for what was there. Mentions of one thing share an
/// identity; where a mention takes the place of one of the same words, or a thing of its name is known, it takes over
/// that identity, and the list's label, name and id with it.
struct EntityOverlay {
  private let text: Text
  private let old: Entities
  private let priority: Int32

  init(_ text: Text, over entities: Entities?, priority: Int32) {
    self.text = text
    old = entities ?? Entities()
    self.priority = priority
  }

  /// - Parameter matches: in document order, without overlap.
  func merged(_ matches: [ListMatch]) -> Entities {
    guard !matches.isEmpty else { return old }
    var kept = [Bool](repeating: true, count: old.count)
    var taken: [ListMatch] = []
    var identities = ThingIdentities(old, text)
    // Rows of taggers do not overlap, but those of other stages may: their ends say from where to look.
    var firstRow = 0
    for match in matches {
      while firstRow < old.count, old.ranges[firstRow].end <= match.range.start { firstRow += 1 }
      var rivals: [Int] = []
      var row = firstRow
      while row < old.count, old.ranges[row].start < match.range.end {
        if kept[row], old.ranges[row].overlaps(match.range) { rivals.append(row) }
        row += 1
      }
      guard rivals.allSatisfy({ isBeaten($0, by: match) }) else { continue }
      for rival in rivals {
        kept[rival] = false
        if old.ranges[rival] == match.range, old.ids[rival] > 0 {
          identities.adopt(old.ids[rival], for: match.thing)
        }
      }
      taken.append(match)
    }
    return layer(kept, taken, &identities)
  }

  private func isBeaten(_ row: Int, by match: ListMatch) -> Bool {
    let other = old.priorities[row]
    return priority != other ? priority > other : match.range.count > old.ranges[row].count
  }

  private func layer(_ kept: [Bool], _ taken: [ListMatch], _ identities: inout ThingIdentities) -> Entities {
    var result = Entities()
    var next = 0
    func appendOld(_ row: Int, _ id: Int32) {
      result.append(
        old.ranges[row], old.labels[row], id: id, confidence: old.confidences[row], value: old.values[row],
        priority: old.priorities[row])
    }
    for match in taken { identities.claim(match) }
    for row in old.ranges.indices where kept[row] {
      while next < taken.count, taken[next].range < old.ranges[row] {
        append(taken[next], identities, to: &result)
        next += 1
      }
      appendOld(row, identities.current(old.ids[row]))
    }
    for match in taken[next...] { append(match, identities, to: &result) }
    result.index = identities.index
    IdentityNumbers.renumber(&result)
    return result
  }

  private func append(_ match: ListMatch, _ identities: ThingIdentities, to entities: inout Entities) {
    entities.append(
      match.range, match.label, id: identities.id(of: match.thing), confidence: 1, priority: priority)
  }
}
