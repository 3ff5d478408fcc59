import Glibc
public import Sluice

/// Reads a text file with a URL on each line (`.urls`).
///
/// Empty lines and lines that begin with `#` are passed over. A line that is no http or https URL is yielded as a
/// failure with its place.
public struct URLListReader: Reader {
  public static let name = "urls"

  private let path: String
  private let file: CacheFile
  private var offset = 0
  private var chunk: ArraySlice<UInt8> = []
  private var line = 0

  public static func reads(path: String) -> Bool { SourceKind(named: path) == .urls }

  /// - Throws: ``SluiceError`` with code `.io` when the file cannot be opened.
  public init(path: String) throws {
    self.path = path
    file = try CacheFile(path, isReadOnly: true)
  }

  /// - Throws: ``SluiceError`` with code `.io` when the file cannot be read on.
  public mutating func next() throws -> Input? {
    while let bytes = try nextLine() {
      if let input = SourceInput.line(bytes, number: line, of: path) { return input }
    }
    return nil
  }

  /// The next line, cut behind what no URL is longer than.
  private mutating func nextLine() throws -> [UInt8]? {
    var bytes: [UInt8] = []
    var hasAny = false
    while true {
      if chunk.isEmpty {
        chunk = try file.read(at: offset, count: 1 << 16)[...]
        offset += chunk.count
        guard !chunk.isEmpty else { break }
      }
      hasAny = true
      let end = chunk.firstIndex(of: 0x0A) ?? chunk.endIndex
      bytes += chunk[..<end].prefix(WebURL.maximumLength + 1 - bytes.count)
      let isComplete = end < chunk.endIndex
      chunk = chunk[(isComplete ? end + 1 : end)...]
      if isComplete { break }
    }
    guard hasAny else { return nil }
    line += 1
    return bytes
  }
}
