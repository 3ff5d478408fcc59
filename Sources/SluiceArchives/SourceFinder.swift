import Sluice

/// Finds the source bytes of a record again by its URI, as far as that names a file, or a line of a JSONL file
/// (`PATH#line=12`).
///
/// Lines are found in one pass over a file when they are asked for in their order.
public struct SourceFinder: Sendable {
  private var path = ""
  private var line = 0
  private var reader: JSONLinesReader?

  public init() {}

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
