/// The fingerprints of the last documents that were kept, and which of them a new one is like.
///
/// Memory is bounded by the window: about 300 bytes for each document in it.
struct DuplicateIndex {
  struct Match: Hashable {
    /// Id of the document that was there before.
    var id: String
    /// From 0 to 1.
    var similarity: Double
  }

  /// Documents of one band that are looked at, from the last one on: what bounds the time for texts such as error
  /// pages, thousands of which are alike.
  private static let maximumCandidates = 32

  private let options: Deduplication
  /// Kept so far; the place of a document in the ring is its number modulo the window.
  private var count = 0
  private var exacts: [Fingerprint.Exact] = []
  private var signatures: [UInt8] = []
  private var ids: [String] = []
  private var exact: [Fingerprint.Exact: Int] = [:]
  /// For each band, number + 1 of the last document by some bits of its hash; and for each document, that of the
  /// one before it in the same place.
  private var heads: [UInt32] = []
  private var earlier: [UInt32] = []
  private let headBits: Int

  init(_ options: Deduplication) {
    self.options = options
    headBits = options.isNear ? Int.bitWidth - options.window.leadingZeroBitCount : 0
    if options.isNear { heads = Array(repeating: 0, count: Fingerprint.bands << headBits) }
  }

  /// Looks for a document that this one is like; when there is none, it is kept under its id.
  mutating func admit(_ fingerprint: Fingerprint, id: String) -> Match? {
    if let match = match(of: fingerprint) { return match }
    keep(fingerprint, id: id)
    return nil
  }

  private func match(of fingerprint: Fingerprint) -> Match? {
    if let number = exact[fingerprint.exact] { return Match(id: ids[number % options.window], similarity: 1) }
    guard options.isNear else { return nil }
    var best: (number: Int, similarity: Double)?
    for (band, hash) in fingerprint.bandHashes.enumerated() {
      var next = Int(heads[head(band, hash)])
      var looks = 0
      while next > 0, next > count - options.window, looks < Self.maximumCandidates {
        let number = next - 1
        let slot = number % options.window
        let similarity = similarity(fingerprint, slot)
        if similarity >= options.threshold,
          best.map({ (similarity, $0.number) > ($0.similarity, number) }) ?? true
        {
          best = (number, similarity)
        }
        next = Int(earlier[slot * Fingerprint.bands + band])
        looks += 1
      }
    }
    return best.map { Match(id: ids[$0.number % options.window], similarity: $0.similarity) }
  }

  mutating func keep(_ fingerprint: Fingerprint, id: String) {
    let slot = count % options.window
    if slot == ids.count {
      exacts.append(fingerprint.exact)
      signatures += fingerprint.signature
      ids.append(id)
      if options.isNear { earlier += repeatElement(0, count: Fingerprint.bands) }
    } else {
      if exact[exacts[slot]] == count - options.window { exact[exacts[slot]] = nil }
      exacts[slot] = fingerprint.exact
      let place = slot * fingerprint.signature.count
      signatures.replaceSubrange(place..<place + fingerprint.signature.count, with: fingerprint.signature)
      ids[slot] = id
    }
    exact[fingerprint.exact] = count
    for (band, hash) in fingerprint.bandHashes.enumerated() {
      let head = head(band, hash)
      earlier[slot * Fingerprint.bands + band] = heads[head]
      heads[head] = UInt32(truncatingIfNeeded: count + 1)
    }
    count += 1
  }

  private func similarity(_ fingerprint: Fingerprint, _ slot: Int) -> Double {
    let place = slot * fingerprint.signature.count
    return Fingerprint.similarity(
      fingerprint.signature[...], signatures[place..<place + fingerprint.signature.count])
  }

  private func head(_ band: Int, _ hash: UInt32) -> Int {
    band << headBits | Int(hash) & (1 << headBits - 1)
  }
}
