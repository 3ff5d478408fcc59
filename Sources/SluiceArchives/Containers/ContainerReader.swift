public import Sluice
import Synchronization

/// Reads the members of zip, tar and 7z files, whatever their compression, by libarchive: pages and texts, and what
/// the archives among them hold, such as the WARC files of a WACZ. Archives within those are passed over.
///
/// A zip that holds WARC or ARC files is read for these alone: its other members describe them. Members are inputs
/// with the id `FILE!MEMBER`, those of archives among them `FILE!MEMBER#NUMBER`. Names of members are cleaned, and
/// never used to write; names of members that are archives decide how they are read.
public struct ContainerReader: ArchiveReader {
  public static let name = "zip"

  var label: String
  var filter = InputFilter.documents

  private let path: String
  private let region: ByteRegion
  /// The member that this archive is, when it lies in another.
  private let outer: String?
  private let holdsRecords: Bool
  private var container: ContainerBox
  private var nested: Nested?

  private struct Nested: Sendable {
    var reader: any ArchiveReader
    let member: Int
    let name: String
  }

  private static let suffixes =
    [".zip", ".wacz", ".7z", ".tar", ".tgz", ".tbz", ".tbz2", ".txz", ".tzst"]
    + ["gz", "bz2", "xz", "zst", "lz4", "lzma"].map { ".tar.\($0)" }

  public static func reads(path: String) -> Bool {
    let name = Path.name(of: path).lowercased()
    return suffixes.contains(where: name.hasSuffix)
  }

  /// - Throws: ``SluiceError`` when the file cannot be opened, or is none of the formats.
  public init(path: String) throws {
    try self.init(try ByteRegion(mapping: path), path: path)
  }

  init(_ region: ByteRegion, path: String, outer: String? = nil) throws {
    self.path = path
    self.region = region
    self.outer = outer
    label = Path.name(of: path)
    holdsRecords = try region.bytes.has("PK") && Self.holdsRecords(region, path)
    container = ContainerBox(try Container(region, path: path))
  }

  private static func holdsRecords(_ region: ByteRegion, _ path: String) throws -> Bool {
    let scan = try Container(region, path: path)
    while let entry = try? scan.next() {
      if WARCReader.hasName(entry.name) { return true }
    }
    return false
  }

  public mutating func next() throws -> Input? {
    while true {
      if let input = try nextNested() { return input }
      guard let entry = try container.next() else { return nil }
      if entry.isFile, let input = try input(entry) { return input }
    }
  }

  private mutating func nextNested() throws -> Input? {
    guard var open = nested else { return nil }
    nested = nil
    var input: Input
    do {
      guard let next = try open.reader.next() else { return nil }
      input = next
      nested = open
    } catch {
      // What is damaged costs its member, and the next is read.
      let error = (error as? SluiceError) ?? SluiceError(.io, String(describing: error))
      let position = open.reader.position
      let origin = InputOrigin(
        path: path, member: open.name, position: position, flags: [ArchiveRecord.damaged])
      input = Input(
        id: "\(label)!\(open.name)#\(position.record)", uri: "\(path)!\(open.name)", content: .failure(error),
        origin: origin)
    }
    var position = input.origin?.position ?? ReaderPosition()
    if open.reader is ContainerReader { position = ReaderPosition(record: position.member) }
    position.member = open.member
    var origin = input.origin ?? InputOrigin(path: path, position: position)
    origin.path = path
    origin.member = origin.member ?? open.name
    origin.position = position
    input.origin = origin
    input.metadata.set("archive", origin.json, evidence: "archive")
    return input
  }

  /// What a member becomes; `nil` when it is an archive, which is open then.
  private mutating func input(_ entry: Container.Entry) throws -> Input? {
    let place = outer.map { "\($0)!\(entry.name)" } ?? entry.name
    let (path, label) = (path, label)
    func made(_ content: Input.Content, length: Int? = nil, flags: [String] = []) -> Input {
      let origin = InputOrigin(
        path: path, member: place, position: ReaderPosition(member: entry.index), length: length,
        type: "resource",
        flags: flags)
      var metadata = Metadata()
      metadata.set("archive", origin.json, evidence: "archive")
      return Input(
        id: "\(label)!\(entry.name)", uri: "\(path)!\(place)", content: content, metadata: metadata,
        origin: origin)
    }
    func filtered(_ reason: String) -> Input { made(.failure(SluiceError(.filtered, reason))) }

    let isRecords = WARCReader.hasName(entry.name)
    if holdsRecords, !isRecords { return filtered("it describes the records beside it") }
    if entry.isEncrypted { return made(.failure(SluiceError(.unreadable, "\(place) is encrypted"))) }
    if isRecords || JSONLinesReader.reads(path: entry.name) || Self.reads(path: entry.name) {
      guard outer == nil else { return filtered("an archive within an archive within an archive") }
      return try open(entry, made)
    }
    if let reason = filter.reasonAgainst(member: "\(path)!\(place)") { return filtered(reason) }
    do {
      let (bytes, isWhole) = try container.content(limit: Input.maximumSize)
      guard isWhole || filter.cutsOversize else {
        return made(.failure(SluiceError(.tooLarge, "\(place) has more than \(Input.maximumSize) bytes")))
      }
      let mediaType = MediaType.named(entry.name) ?? MediaType.sniff(Array(bytes.prefix(1024)))
      if let reason = filter.reasonAgainst(mediaType: mediaType) { return filtered(reason) }
      return made(
        .source(Source(bytes, mediaType: mediaType)), length: bytes.count,
        flags: isWhole ? [] : [ArchiveRecord.truncated])
    } catch let error as SluiceError {
      return made(.failure(error))
    }
  }

  private mutating func open(
    _ entry: Container.Entry, _ made: (Input.Content, Int?, [String]) -> Input
  ) throws -> Input? {
    do {
      let (content, error) = try container.spooledContent()
      nested = Nested(reader: try reader(content, entry), member: entry.index, name: entry.name)
      return error.map { made(.failure($0), nil, [ArchiveRecord.damaged]) }
    } catch let error as SluiceError {
      return made(.failure(error), nil, [])
    }
  }

  private func reader(_ content: ByteRegion, _ entry: Container.Entry) throws -> any ArchiveReader {
    var reader: any ArchiveReader =
      if WARCReader.hasName(entry.name) {
        WARCReader(content, path: path, member: entry.name)
      } else if JSONLinesReader.reads(path: entry.name) {
        JSONLinesReader(RegionStream(content, path: "\(path)!\(entry.name)"))
      } else {
        try ContainerReader(content, path: path, outer: entry.name)
      }
    reader.label = "\(label)!\(entry.name)"
    reader.filter = filter
    return reader
  }

  // MARK: Resumption

  public var position: ReaderPosition {
    guard let nested else { return ReaderPosition(member: container.position) }
    var position = nested.reader.position
    if nested.reader is ContainerReader { position = ReaderPosition(record: position.member) }
    position.member = nested.member
    return position
  }

  public var fileOffset: Int { container.fileOffset }

  public mutating func resume(at position: ReaderPosition) throws {
    nested = nil
    container = ContainerBox(try Container(region, path: path))
    for _ in 0..<position.member { _ = try container.next() }
    guard container.position == position.member else {
      throw SluiceError(.io, "\(path) has no member \(position.member)")
    }
    guard position.offset > 0 || position.record > 0 || position.skip > 0 else { return }
    guard let member = try container.next() else {
      throw SluiceError(.io, "\(path) has no member \(position.member)")
    }
    var reader = try reader(container.spooledContent().region, member)
    var within = position
    within.member = 0
    try reader.resume(at: reader is ContainerReader ? ReaderPosition(member: position.record) : within)
    nested = Nested(reader: reader, member: member.index, name: member.name)
  }
}

/// A container that one reader at a time uses.
private final class ContainerBox: Sendable {
  private let container: Mutex<Container>

  init(_ container: sending Container) {
    self.container = Mutex(container)
  }

  var position: Int { container.withLock { $0.position } }
  var fileOffset: Int { container.withLock { $0.fileOffset } }
  func next() throws -> Container.Entry? { try container.withLock { try $0.next() } }
  func content(limit: Int) throws -> (bytes: [UInt8], isWhole: Bool) {
    try container.withLock { try $0.content(limit: limit) }
  }
  func spooledContent() throws -> (region: ByteRegion, error: SluiceError?) {
    try container.withLock { try $0.spooledContent() }
  }
}
