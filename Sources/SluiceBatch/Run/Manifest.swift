public import Sluice
import SluiceHash

/// What a finished run says of itself: what was run on what, what came of it, and the hashes that prove it.
///
/// It holds no times and no names of machines, so that the same run leaves the same bytes.
public struct Manifest: Hashable, Sendable {
  /// A file of the run.
  public struct File: Hashable, Sendable {
    public var name: String
    public var bytes: Int
    /// 64 hexadecimal digits.
    public var sha256: String
    /// Records in it; `nil` for what holds none.
    public var records: Int?
  }

  /// What `retry` did.
  public struct Retry: Hashable, Sendable {
    /// Of the dead letters; ``RunCounts/read`` were tried.
    public var counts: RunCounts
    /// Hash of the pipeline that they were tried with.
    public var pipeline: String
    /// Where the results are; `nil` when there were none.
    public var part: String?
  }

  public var identity: RunIdentity
  public var counts: RunCounts
  /// CRC-32 of all bytes of all parts in their order.
  public var crc: UInt32
  public var parts: [File]
  public var deadLetters: File
  public var duplicates: File?
  public var inputs: File
  /// Inputs that changed while they were read.
  public var changedInputs: [String] = []
  public var retries: [Retry] = []
  /// Shards that were merged; `nil` for one run.
  public var shards: Int?

  /// What a program checks that had the work done: `{"in":…,"out":…,"filtered":…,"dead":…,"crc":"…"}`.
  public var trailer: JSONValue { .object(trailerMembers) }

  private var trailerMembers: [JSONValue.Member] {
    [
      .init("in", .integer(counts.read)), .init("out", .integer(counts.written)),
      .init("filtered", .integer(counts.filtered)), .init("dead", .integer(counts.dead)),
      .init("crc", .string(CRC32.hexadecimal(crc))),
    ]
  }

  public var json: JSONValue {
    var members = [JSONValue.Member("sluice", .integer(1))] + trailerMembers
    members.append(.init("parts", .array(parts.map(\.json))))
    members.append(.init("deadLetters", deadLetters.json))
    if let duplicates { members.append(.init("duplicates", duplicates.json)) }
    members.append(.init("inputFiles", inputs.json))
    if !changedInputs.isEmpty { members.append(.init("changedInputs", .strings(changedInputs))) }
    if !retries.isEmpty { members.append(.init("retries", .array(retries.map(\.json)))) }
    if let shards { members.append(.init("shards", .integer(shards))) }
    members.append(.init("run", identity.json))
    return .object(members)
  }

  /// - Returns: `nil` when there is none in the folder.
  /// - Throws: `SluiceError` with code `.io` when it cannot be read.
  public static func read(in folder: RunFolder) throws -> Manifest? {
    let path = folder.result(RunFolder.manifest)
    guard try FileCalls.size(of: path) != nil else { return nil }
    guard let json = try? JSONParser.parse(FileBytes.read(path)), let manifest = Manifest(json: json) else {
      throw SluiceError(.io, "\(path) is no manifest of a run")
    }
    return manifest
  }

  func write(in folder: RunFolder) throws {
    try AtomicFile.write(Array(json.prettyText.utf8) + [0x0A], to: folder.result(RunFolder.manifest))
  }
}

extension Manifest {
  init?(json: JSONValue) {
    let pairs = [("read", "in"), ("written", "out"), ("filtered", "filtered"), ("dead", "dead")]
    let counts = RunCounts(.object(pairs.map { .init($0, json[$1] ?? .null) }))
    guard let counts, let crc = json["crc"]?.string.flatMap({ UInt32($0, radix: 16) }),
      let parts = json["parts"]?.array, let identity = json["run"].flatMap(RunIdentity.init(json:)),
      let deadLetters = json["deadLetters"].flatMap(File.init(json:)),
      let inputs = json["inputFiles"].flatMap(File.init(json:))
    else { return nil }
    self.init(
      identity: identity, counts: counts, crc: crc, parts: parts.compactMap(File.init(json:)),
      deadLetters: deadLetters, duplicates: json["duplicates"].flatMap(File.init(json:)), inputs: inputs,
      changedInputs: (json["changedInputs"]?.array ?? []).compactMap(\.string),
      retries: (json["retries"]?.array ?? []).compactMap(Retry.init(json:)), shards: json["shards"]?.integer)
    guard self.parts.count == parts.count else { return nil }
  }
}

extension Manifest.File {
  fileprivate var json: JSONValue {
    var members: [JSONValue.Member] = [.init("file", .string(name)), .init("bytes", .integer(bytes))]
    if let records { members.append(.init("records", .integer(records))) }
    return .object(members + [.init("sha256", .string("sha256:" + sha256))])
  }

  fileprivate init?(json: JSONValue) {
    guard let name = json["file"]?.string, let bytes = json["bytes"]?.integer,
      let hash = json["sha256"]?.string, !name.contains("/"), hash.hasPrefix("sha256:")
    else { return nil }
    self.init(
      name: name, bytes: bytes, sha256: String(hash.dropFirst("sha256:".count)),
      records: json["records"]?.integer)
  }

  /// - Throws: `SluiceError` with code `.io` when the file cannot be read.
  init(_ name: String, at path: String, records: Int? = nil) throws {
    let digest = try FileDigest(path)
    self.init(name: name, bytes: digest.bytes, sha256: digest.sha256, records: records)
  }
}

extension Manifest.Retry {
  fileprivate var json: JSONValue {
    var members = counts.members
    members.append(.init("pipeline", .string(pipeline)))
    if let part { members.append(.init("part", .string(part))) }
    return .object(members)
  }

  fileprivate init?(json: JSONValue) {
    guard let counts = RunCounts(json), let pipeline = json["pipeline"]?.string else { return nil }
    self.init(counts: counts, pipeline: pipeline, part: json["part"]?.string)
  }
}
