public import Sluice

/// Reads the records of a WARC file, versions 0.18 to 1.1, or an ARC file, versions 1 and 2: plain, of gzip members or
/// zstd or lz4 frames, one for each record or for many, with the dictionary that `.warc.zst` files may have.
///
/// Each record is an input with the id `FILE#NUMBER`, its URI, and its content without the encodings of HTTP, which
/// are undone by the worker that takes the input. Records that are not wanted are yielded as filtered. Of content
/// above 64 MB no document is made. A length that is wrong ends where the next record begins; what is cut off is
/// yielded as far as it is there, with a flag in the metadata; reading goes on behind damage at the next record.
///
/// Metadata of a document: `archived`, the date of the record; `status` of HTTP; `archiveFlags`, why the content may
/// not be what was archived.
///
/// Sources: ISO 28500:2017 (WARC 1.1); https://archive.org/web/researcher/ArcFileFormat.php
public struct WARCReader: ArchiveReader {
  public static let name = "warc"

  /// What stands for the file in ids.
  var label: String
  var filter = InputFilter.documents

  private let path: String
  private let member: String?
  private let archive: RecordArchive

  private static let suffixes = [".warc", ".arc"].flatMap { kind in
    ["", ".gz", ".zst", ".zstd", ".lz4"].map { kind + $0 }
  }

  public static func reads(path: String) -> Bool {
    if hasName(path) { return true }
    // Names that tell nothing: `crawl.warc.gz.1`, `crawl.gz`.
    guard [nil, "application/gzip"].contains(MediaType.named(path)), FileBytes.isReadableFile(path) else {
      return false
    }
    guard let file = try? FileDescriptor(opening: path), let head = try? file.read(upTo: 1 << 14) else {
      return false
    }
    return RecordArchive.begins(head)
  }

  /// Whether a name says that it is a WARC or ARC file.
  static func hasName(_ path: String) -> Bool {
    let name = Path.name(of: path).lowercased()
    return suffixes.contains(where: name.hasSuffix)
  }

  /// - Throws: ``SluiceError`` with code `.io` when the file cannot be opened.
  public init(path: String) throws {
    self.init(try ByteRegion(mapping: path), path: path)
  }

  init(_ region: ByteRegion, path: String, member: String? = nil) {
    self.path = path
    self.member = member
    label = Path.name(of: path)
    archive = RecordArchive(region)
  }

  public mutating func next() throws -> Input? {
    let filter = filter
    let event = archive.next { filter.reasonAgainst($0) == nil }
    return event.map { RecordInput(path: path, label: label, member: member, filter: filter).input($0) }
  }

  public var position: ReaderPosition { archive.position }

  public mutating func resume(at position: ReaderPosition) throws {
    try archive.resume(at: position)
  }

  public mutating func skip() throws -> Bool {
    archive.next { _ in false } != nil
  }
}
