public import Sluice

/// Finds the source bytes of a record again by its place in an archive, which its metadata name, or by its URI, as far
/// as that names a file, or a line of a JSONL file (`PATH#line=12`).
///
/// Records of archives are found wherever they are; lines are found in one pass over a file when they are asked for in their order.
public struct SourceFinder: Sendable {
  private var path = ""
  private var line = 0
  private var reader: JSONLinesReader?
  private var archive: (path: String, reader: any ArchiveReader)?

  public init() {}

  /// The bytes of a source.
  ///
  /// - Parameter metadata: of the record, in which `archive` is the place that a reader noted.
  /// - Throws: as ``bytes(of:)``, and when the archive cannot be read there.
  public mutating func bytes(of uri: String, _ metadata: Metadata) throws -> [UInt8] {
    guard let place = metadata["archive"].flatMap(InputOrigin.init(json:)) else { return try bytes(of: uri) }
    var reader: any ArchiveReader
    if let archive, archive.path == place.path {
      reader = archive.reader
    } else {
      reader = try Self.open(place.path)
    }
    try reader.resume(at: place.position)
    guard let input = try reader.next() else {
      throw SluiceError(.io, "\(place.path) has no record at byte \(place.position.offset)")
    }
    archive = (place.path, reader)
    return try input.document().source.bytes
  }

  private static func open(_ path: String) throws -> any ArchiveReader {
    var reader: any ArchiveReader =
      ContainerReader.reads(path: path) ? try ContainerReader(path: path) : try WARCReader(path: path)
    reader.filter = .everything
    return reader
  }

  /// The bytes of a source.
  ///
  /// - Throws: ``SluiceError`` with code `.io` when the URI leads to no file or line, `.tooLarge` when it has more
  ///   bytes than are ever read.
  public mutating func bytes(of uri: String) throws -> [UInt8] {
    guard let mark = uri.range(ofLast: "#line="), let number = Int(uri[mark.upperBound...]), number > 0 else {
      guard !uri.contains("://") else { throw SluiceError(.io, "\(uri) is not a file") }
      return try FileBytes.read(uri, limit: Input.maximumSize)
    }
    let path = String(uri[..<mark.lowerBound])
    if path != self.path || number <= line || reader == nil {
      reader = try JSONLinesReader(path: path)
      self.path = path
    }
    line = number
    guard let input = try reader?.input(atLine: number) else {
      throw SluiceError(.io, "\(path) has no line \(number)")
    }
    switch input.content {
    case .source(let source): return source.bytes
    case .failure(let error): throw error
    case .deferred(let decode): return try decode().bytes
    case .file, .nothing: throw SluiceError(.io, "line \(number) of \(path) holds no source")
    }
  }
}

extension String {
  fileprivate func range(ofLast mark: String) -> Range<String.Index>? {
    let bytes = Array(mark.utf8)
    var start = utf8.index(utf8.endIndex, offsetBy: -bytes.count, limitedBy: utf8.startIndex)
    while let at = start {
      let end = utf8.index(at, offsetBy: bytes.count)
      if utf8[at..<end].elementsEqual(bytes) { return at..<end }
      start = utf8.index(at, offsetBy: -1, limitedBy: utf8.startIndex)
    }
    return nil
  }
}
