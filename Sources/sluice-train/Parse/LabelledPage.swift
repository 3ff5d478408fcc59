import SluiceHTML

/// A page whose blocks are known to be text or boilerplate, all or some of them.
struct LabelledPage {
  let id: String
  /// Without `www.`.
  let host: String
  let page: TrainingPage
  /// Words of the true text; none where only snippets are known.
  let truth: [UInt64]
  let with: [[UInt64]]
  let without: [[UInt64]]
  /// Words of each block.
  let words: [[UInt64]]
  let labels: [Bool?]

  init(id: String, url: String, page: TrainingPage, truth: String) {
    self.id = id
    self.page = page
    host = Self.host(url)
    self.truth = WordHashes.of(Array(truth.utf8))
    words = page.texts.map(WordHashes.of)
    (with, without) = ([], [])
    labels = BlockLabels(words, truth: self.truth).labels
  }

  init(id: String, page: TrainingPage, with: [String], without: [String]) {
    self.id = id
    self.page = page
    // Copies of a site's pages are named SITE-WORD or SITE.WORD: the first two parts tell it.
    host = id.split { $0 == "-" || $0 == "." }.prefix(2).joined(separator: ".")
    truth = []
    words = page.texts.map(WordHashes.of)
    self.with = with.map { WordHashes.of(Array($0.utf8)) }
    self.without = without.map { WordHashes.of(Array($0.utf8)) }
    labels = BlockLabels(words, with: self.with, without: self.without).labels
  }

  /// One of some folds, by the host.
  func fold(of folds: Int) -> Int {
    Int(host.utf8.reduce(WordHashes.start, WordHashes.mix) % UInt64(folds))
  }

  /// How much a block counts: by the share of the page's text that it would make, of which 100 words count.
  func weight(of block: Int) -> Float {
    guard labels[block] != nil else { return 0 }
    if truth.isEmpty { return 12 }
    let all = words.reduce(0) { $0 + min(100, $1.count + 1) }
    let scale = 100 / Float(truth.count + 50)
    let page = Float(all) * scale
    return Float(min(100, words[block].count + 1)) * scale * min(1, 400 / page)
  }

  /// The text of the blocks that are kept, one a line.
  func text(_ keep: [Bool]) -> [UInt8] {
    Array(zip(page.texts, keep).filter(\.1).map(\.0).joined(separator: [0x0A]))
  }

  private static func host(_ url: String) -> String {
    var bytes = Array(url.lowercased().utf8)[...]
    if let scheme = bytes.firstIndex(of: UInt8(ascii: ":")), bytes[scheme...].starts(with: "://".utf8) {
      bytes = bytes[(scheme + 3)...]
    }
    bytes = bytes.prefix { !"/:?#".utf8.contains($0) }
    if bytes.starts(with: "www.".utf8) { bytes = bytes.dropFirst(4) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
