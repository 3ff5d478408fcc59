public import Sluice

/// Reads a file of JSON lines, plain or compressed as `.jsonl.gz` and `.jsonl.zst`: each line an object that is one document.
///
/// | member | meaning |
/// |---|---|
/// | `html`, `text` | the content, as a page or as it is; of both, `html` is taken |
/// | `uri` | where it came from, and without content, what a fetch stage shall get |
/// | `id` | text or number; without it, the file's name and the line's number: `talks.jsonl:12` |
/// | `metadata` | an object whose members become the document's metadata |
/// | `mediaType` | of the content, if it is neither `text/html` nor `text/plain` |
///
/// Other members are passed over, so that records of Sluice can be read again. The source of a document is the
/// UTF-8 of its content; without a URI of its own it is found under `PATH#line=12`. Lines end with LF or CRLF;
/// empty ones are passed over. A line that is no document is yielded as a failure with its place, and reading goes
/// on behind it. At most one line is in memory.
public struct JSONLinesReader: ArchiveReader {
  public static let name = "jsonl"

  /// The longest line that is read, in bytes.
  static let maximumLine = 64 << 20

  /// What stands for the file in the ids of lines without an id: its name, unless it is set otherwise.
  public var label: String

  /// Records of archives only are filtered, not lines.
  var filter = InputFilter.documents

  private let path: String
  private var lines: LineSplitter

  public static func reads(path: String) -> Bool {
    let name = Path.name(of: path).lowercased()
    let plain = [".gz", ".zst", ".zstd"].first(where: name.hasSuffix).map {
      String(name.dropLast($0.utf8.count))
    }
    return MediaType.named(plain ?? name) == "application/jsonl"
  }

  /// - Throws: ``SluiceError`` with code `.io` when the file cannot be opened.
  public init(path: String) throws {
    self.init(try FileLines.stream(of: path))
  }

  init(_ file: any ByteStream, head: [UInt8] = []) {
    path = file.path
    label = path.split(separator: "/").last.map(String.init) ?? path
    lines = LineSplitter(file, head: head, limit: Self.maximumLine)
  }

  /// - Throws: ``SluiceError`` with code `.io` when the file cannot be read on.
  public mutating func next() throws -> Input? {
    while true {
      let start = position
      guard let line = try nextLine() else { return nil }
      guard !Self.isEmpty(line) else { continue }
      var input = JSONLine(line, path: path, label: label).input
      input.origin = InputOrigin(
        path: path, position: start, length: position.offset - start.offset, type: "line")
      return input
    }
  }

  public var position: ReaderPosition { ReaderPosition(offset: lines.offset, record: lines.count) }

  public var fileOffset: Int { lines.fileOffset }

  public mutating func resume(at position: ReaderPosition) throws {
    try lines.resume(at: position.offset, line: position.record)
  }

  public mutating func skip() throws -> Bool {
    while let line = try nextLine() {
      if !Self.isEmpty(line) { return true }
    }
    return false
  }

  private static func isEmpty(_ line: LineSplitter.Line) -> Bool {
    !line.isTooLong && line.bytes.allSatisfy { [0x20, 0x09, 0x0D].contains($0) }
  }

  /// The document of a line at or behind the last that was read.
  ///
  /// - Returns: `nil` when the file has no such line.
  mutating func input(atLine number: Int) throws -> Input? {
    while let line = try nextLine() {
      if line.number == number { return JSONLine(line, path: path, label: label).input }
    }
    return nil
  }

  private mutating func nextLine() throws -> LineSplitter.Line? {
    guard var line = try lines.next() else { return nil }
    if line.number == 1, line.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { line.bytes.removeFirst(3) }
    return line
  }
}
