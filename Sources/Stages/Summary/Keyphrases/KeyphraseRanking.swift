import Glibc

/// Ranks candidates by the C-value, and drops those that say nothing beside better ones.
enum KeyphraseRanking {
  private static let nameFactor: Float = 1.3
  private static let titleFactor: Float = 1.5
  /// A phrase whose first sentence is the first of all counts so much more; half of it is left after ``early``.
  private static let earlyFactor: Float = 0.5
  private static let early: Float = 5
  /// A single word says less than a phrase.
  private static let singleFactor: Float = 0.7
  /// A part of a better phrase is dropped unless it stands so many times as often.
  private static let partCount = 2

  /// The best candidates with scores from 0 to 1, the best first.
  static func best(_ count: Int, of candidates: KeyphraseCandidates, title: Set<UInt64>)
    -> [(KeyphraseCandidates.Candidate, Float)]
  {
    let all = candidates.all
    let nested = nestedCounts(all)
    let scores = all.indices.map { score(all[$0], nested[$0], title) }
    let order = all.indices.filter { scores[$0] > 0 }.sorted { (-scores[$0], $0) < (-scores[$1], $1) }
    var chosen: [Int] = []
    for index in order where chosen.count < count {
      let isSaid = chosen.contains { other in
        if contains(all[other].stems, all[index].stems) {
          return all[index].count < partCount * all[other].count
        }
        return contains(all[index].stems, all[other].stems) && all[index].count * partCount < all[other].count
      }
      if !isSaid { chosen.append(index) }
    }
    let top = chosen.first.map { scores[$0] } ?? 1
    return chosen.map { (all[$0], scores[$0] / top) }
  }

  private static func score(
    _ candidate: KeyphraseCandidates.Candidate, _ nested: (count: Int, phrases: Int), _ title: Set<UInt64>
  ) -> Float {
    let words = Float(candidate.stems.count)
    var count = Float(candidate.count)
    if nested.phrases > 0 { count -= Float(nested.count) / Float(nested.phrases) }
    let isInTitle = candidate.stems.allSatisfy(title.contains)
    // What is said once is a keyphrase only by its name or the title.
    guard candidate.count > 1 || candidate.isName || isInTitle else { return 0 }
    var score = log2(words + 1) * count
    if candidate.isName { score *= nameFactor }
    if isInTitle { score *= titleFactor }
    if words == 1, !candidate.isName { score *= singleFactor }
    return score * (1 + earlyFactor / (1 + Float(candidate.sentence) / early))
  }

  /// How often each candidate stands in longer ones, and in how many; those that stand once count for nothing.
  private static func nestedCounts(_ all: [KeyphraseCandidates.Candidate]) -> [(count: Int, phrases: Int)] {
    var indices: [[UInt64]: Int] = [:]
    for (index, candidate) in all.enumerated() { indices[candidate.stems] = index }
    var nested = [(count: Int, phrases: Int)](repeating: (0, 0), count: all.count)
    for candidate in all where candidate.stems.count > 1 && candidate.count > 1 {
      for start in candidate.stems.indices {
        for end in start + 1...candidate.stems.count where end - start < candidate.stems.count {
          guard let part = indices[Array(candidate.stems[start..<end])] else { continue }
          nested[part].count += candidate.count
          nested[part].phrases += 1
        }
      }
    }
    return nested
  }

  private static func contains(_ long: [UInt64], _ short: [UInt64]) -> Bool {
    guard short.count < long.count else { return false }
    return (0...long.count - short.count).contains { long[$0..<$0 + short.count].elementsEqual(short) }
  }
}
