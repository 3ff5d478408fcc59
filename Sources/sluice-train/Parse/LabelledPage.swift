import SluiceHTML

/// A page whose blocks are known to be text or boilerplate.
struct LabelledPage {
  let id: String
  /// Without `www.`.
  let host: String
  let page: TrainingPage
  /// Words of the true text.
  let truth: [UInt64]
  /// Words of each block.
  let words: [[UInt64]]
  let labels: [Bool]

  init(id: String, url: String, page: TrainingPage, truth: String) {
    self.id = id
    self.page = page
    host = Self.host(url)
    self.truth = WordHashes.of(Array(truth.utf8))
    words = page.texts.map(WordHashes.of)
    let reference = TrueText(self.truth)
    labels = words.map(reference.holds)
  }

  /// One of some folds, by the host.
  func fold(of folds: Int) -> Int {
    Int(host.utf8.reduce(WordHashes.start, WordHashes.mix) % UInt64(folds))
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
