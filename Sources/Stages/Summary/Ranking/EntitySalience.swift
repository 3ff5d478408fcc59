import Glibc
import Sluice

/// How much each sentence speaks of the things that the document speaks of most.
enum EntitySalience {
  static func of(_ entities: Entities, _ sentences: [TextRange]) -> [Float] {
    var mentions: [Int32: Int] = [:]
    for identity in entities.index { mentions[identity.id] = identity.mentions }
    let most = max(1, entities.index.map(\.mentions).max() ?? 1)
    var row = 0
    return sentences.map { sentence in
      var sum: Float = 0
      while row < entities.count, entities.ranges[row].start < sentence.end {
        if entities.ranges[row].start >= sentence.start, let count = mentions[entities.ids[row]] {
          sum += log(1 + Float(count)) / log(1 + Float(most))
        }
        row += 1
      }
      return sum
    }
  }
}
