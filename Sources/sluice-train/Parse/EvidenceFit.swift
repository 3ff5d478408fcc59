import SluiceHTML

/// Learns how much words and names speak for text: log odds over hosts, each host counting once.
struct EvidenceFit {
  /// Hosts that must have a word or a name.
  static let leastHosts = 6
  private static let prior = 1.0

  static func tables(_ pages: [LabelledPage]) -> EvidenceTables {
    EvidenceTables(
      words: table(pages, \.wordHashes) { words in words > 40 ? 0.3 : 1 },
      names: table(pages, \.nameHashes) { words in Double(min(60, words + 2)) })
  }

  private static func table(
    _ pages: [LabelledPage], _ hashes: (TrainingPage) -> [[UInt32]], _ weight: (Int) -> Double
  ) -> EvidenceTable {
    /// For each hash the sum of the shares of its hosts, and their number.
    var all: [UInt32: (positive: Double, hosts: Double)] = [:]
    var byHost: [String: [LabelledPage]] = [:]
    for page in pages { byHost[page.host, default: []].append(page) }
    for host in byHost.keys.sorted() {
      var counts: [UInt32: (positive: Double, all: Double)] = [:]
      for page in byHost[host] ?? [] {
        for (block, list) in hashes(page.page).enumerated() {
          guard let label = page.labels[block] else { continue }
          let weight = weight(page.words[block].count)
          for hash in list {
            let old = counts[hash] ?? (0, 0)
            counts[hash] = (old.positive + (label ? weight : 0), old.all + weight)
          }
        }
      }
      for (hash, count) in counts {
        let old = all[hash] ?? (0, 0)
        all[hash] = (old.positive + count.positive / count.all, old.hosts + 1)
      }
    }
    var entries: [(key: UInt32, odds: Int8)] = []
    for (hash, sums) in all where sums.hosts >= Double(leastHosts) {
      let negative = sums.hosts - sums.positive
      let odds = logarithm((sums.positive + prior) / (negative + prior))
      let scaled = (odds * Double(EvidenceTable.scale)).rounded()
      guard abs(scaled) >= 4 else { continue }
      entries.append((hash, Int8(max(-127, min(127, scaled)))))
    }
    return EvidenceTable(entries.sorted { $0.key < $1.key })
  }
}
