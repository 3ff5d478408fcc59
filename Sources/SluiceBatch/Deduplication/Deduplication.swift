import Sluice

/// `clean.dedupe`, the filter of a run that leaves out documents whose text was there before.
///
/// It decides in the order of the inputs, so the outcome does not depend on the number of workers; fingerprints are
/// made by the workers. A text is compared with those that were kept: the first stays, later ones are counted as
/// filtered and listed in `duplicates.jsonl` with the id of the one that they are like. Documents without text are
/// always kept.
public struct Deduplication: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    /// Equal texts only.
    case exact
    /// Also texts that share most of their runs of five words.
    case near
  }

  public var kind: Kind
  /// Kept documents that a new one is compared with, counted back from the last.
  public var window: Int
  /// The share of runs of words, from 0 to 1, from which on texts are near duplicates.
  public var threshold: Double

  static let fileName = "fingerprints"
  /// Named as the reason in lists of what was filtered.
  static let name = "clean.dedupe"

  /// - Parameters:
  ///   - window: from 1 to 100 million.
  ///   - threshold: more than 0, at most 1.
  public init(_ kind: Kind, window: Int = 100_000, threshold: Double = 0.8) {
    self.kind = kind
    self.window = min(max(1, window), 100_000_000)
    self.threshold = threshold
  }

  var isNear: Bool { kind == .near }

  /// As the identity of a run names it.
  var json: JSONValue {
    .object([
      .init("kind", .string(kind.rawValue)), .init("window", .integer(window)),
      .init("threshold", .number("\(threshold)")),
    ])
  }

  /// A line of `duplicates.jsonl`.
  static func line(_ id: String, uri: String?, _ match: DuplicateIndex.Match) -> [UInt8] {
    var members = [JSONValue.Member("id", .string(id))]
    if let uri { members.append(.init("uri", .string(uri))) }
    let thousandths = Int((match.similarity * 1000).rounded())
    members += [
      .init("filter", .string(name)), .init("of", .string(match.id)),
      .init("similarity", .number(thousandths == 1000 ? "1" : "0." + String(1000 + thousandths).dropFirst())),
    ]
    return Array(JSONValue.object(members).jsonText.utf8) + [0x0A]
  }

  /// The index as it was when the run was stopped.
  ///
  /// - Parameter path: of the file of fingerprints, cut to what is committed.
  func index(rebuiltFrom path: String) throws -> DuplicateIndex {
    var index = DuplicateIndex(self)
    let file = try FileChunks(path)
    var rest: [UInt8] = []
    while let bytes = try file.next() {
      rest += bytes
      var place = 0
      while let (fingerprint, id) = FingerprintLine.decode(rest, &place) { index.keep(fingerprint, id: id) }
      rest.removeFirst(place)
    }
    return index
  }
}
