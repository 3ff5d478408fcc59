import Sluice

/// One line of a JSONL file as an input.
struct JSONLine {
  private let line: LineSplitter.Line
  private let path: String
  private let label: String

  init(_ line: LineSplitter.Line, path: String, label: String) {
    self.line = line
    self.path = path
    self.label = label
  }

  /// The document, or the failure, that the line is.
  var input: Input {
    var input = Input(id: "\(label):\(line.number)", content: .nothing)
    do throws(SluiceError) {
      try read(into: &input)
    } catch {
      input.content = .failure(error)
    }
    return input
  }

  private func read(into input: inout Input) throws(SluiceError) {
    guard !line.isTooLong else {
      throw failure("the line has more than \(JSONLinesReader.maximumLine) bytes", code: .tooLarge)
    }
    let object = try parse()
    guard object.members != nil else { throw failure("expected an object, not \(object.kindName)") }
    if let id = try text("id", of: object, orNumber: true), !id.isEmpty { input.id = id }
    input.uri = try text("uri", of: object)
    if let metadata = object["metadata"], metadata != .null {
      guard let members = metadata.members else {
        throw failure("expected an object as 'metadata', not \(metadata.kindName)")
      }
      for member in members { input.metadata.set(member.key, member.value) }
    }
    let html = try text("html", of: object)
    let plain = try text("text", of: object)
    guard let content = html ?? plain else {
      guard input.uri != nil else { throw failure("the object has no 'text', 'html' or 'uri'") }
      return
    }
    let mediaType = try text("mediaType", of: object).map(Self.essence)
    input.content = .source(
      Source(
        Array(content.utf8), mediaType: mediaType ?? (html != nil ? "text/html" : "text/plain"),
        declaredCharset: "utf-8"))
    input.uri = input.uri ?? "\(path)#line=\(line.number)"
  }

  private func parse() throws(SluiceError) -> JSONValue {
    do throws(JSONParser.Failure) {
      return try JSONParser.parse(line.bytes)
    } catch {
      // The parser names the start of a string that is not UTF-8; the offending byte is more use.
      let valid = UTF8Validity.validPrefix(of: line.bytes.span)
      let isEncoding = valid < line.bytes.count && valid >= error.offset
      throw failure(
        isEncoding ? "a byte that is not UTF-8" : error.message, at: isEncoding ? valid : error.offset)
    }
  }

  private func text(
    _ key: String, of object: JSONValue, orNumber: Bool = false
  ) throws(SluiceError) -> String? {
    switch object[key] {
    case nil, .null: return nil
    case .string(let text): return text
    case .number(let digits) where orNumber: return digits
    case let other?: throw failure("expected a text as '\(key)', not \(other.kindName)")
    }
  }

  private func failure(
    _ message: String, at offset: Int = 0, code: SluiceError.Code = .unreadable
  ) -> SluiceError {
    let column = line.bytes.prefix(offset).count { $0 & 0xC0 != 0x80 } + 1
    return SluiceError(
      code, message, position: SourcePosition(file: path, line: line.number, column: column))
  }

  /// A media type without its parameters.
  private static func essence(_ mediaType: String) -> String {
    let type = mediaType.prefix { $0 != ";" }
    return String(type.filter { !$0.isWhitespace }).lowercased()
  }
}

extension JSONValue {
  /// What it is, for messages.
  fileprivate var kindName: String {
    switch self {
    case .null: "null"
    case .bool: "a truth value"
    case .number: "a number"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}
