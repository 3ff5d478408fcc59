import Sluice

/// Counts the mentions of identities and numbers them anew, in order of first mention.
enum IdentityNumbers {
  /// Identities without mentions go; mentions whose identity is not in the index keep what they have.
  static func renumber(_ entities: inout Entities) {
    let known = Dictionary(entities.index.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var index: [Entities.Identity] = []
    var numbers: [Int32: Int] = [:]
    for row in entities.ranges.indices {
      guard var identity = known[entities.ids[row]] else { continue }
      if let number = numbers[identity.id] {
        index[number].mentions += 1
      } else {
        numbers[identity.id] = index.count
        identity.id = Int32(index.count + 1)
        identity.mentions = 1
        index.append(identity)
      }
      entities.setID(Int32((numbers[entities.ids[row]] ?? 0) + 1), at: row)
    }
    entities.index = index
  }
}
