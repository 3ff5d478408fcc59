import Sluice

/// Reads a user's glossary: JSON, one object a line or a list of them, or the same in YAML.
///
/// ```yaml
/// - from: R&B
///   to: RMB
///   near: [yuan, currency]
/// ```
///
/// Of YAML a list of mappings is read, with plain or quoted values and lists in brackets.
enum GlossaryFile {
  static func read(_ file: SettingFile) throws -> [GlossaryEntry] {
    try read(file.contents(), named: file.written)
  }

  static func read(_ bytes: [UInt8], named name: String) throws -> [GlossaryEntry] {
    let first = bytes.first { $0 > 0x20 && $0 < 0x80 }
    if first == UInt8(ascii: "[") {
      let value = try json(bytes, 0..<bytes.count, name, 1)
      return try (value.array ?? []).map { try entry($0, name, 1) }
    }
    if first == UInt8(ascii: "{") {
      var entries: [GlossaryEntry] = []
      for (number, line) in lines(bytes) where bytes[line].contains(where: { $0 > 0x20 }) {
        entries.append(try entry(json(bytes, line, name, number), name, number))
      }
      return entries
    }
    return try yaml(bytes, name)
  }

  private static func lines(_ bytes: [UInt8]) -> [(Int, Range<Int>)] {
    var result: [(Int, Range<Int>)] = []
    var start = 0
    while start < bytes.count {
      let end = bytes.first(0x0A, in: start..<bytes.count) ?? bytes.count
      result.append((result.count + 1, start..<end))
      start = end + 1
    }
    return result
  }

  private static func fault(_ message: String, _ name: String, _ line: Int) -> SluiceError {
    SluiceError(
      .configuration, "glossary: \(message)", position: SourcePosition(file: name, line: line, column: 1))
  }

  private static func json(_ bytes: [UInt8], _ range: Range<Int>, _ name: String, _ line: Int) throws
    -> JSONValue
  {
    do throws(JSONParser.Failure) {
      return try JSONParser.parse(bytes, in: range)
    } catch {
      throw fault("this is no JSON: \(error.message)", name, line)
    }
  }

  private static func entry(_ value: JSONValue, _ name: String, _ line: Int) throws -> GlossaryEntry {
    for member in value.members ?? [] where !["from", "to", "near"].contains(member.key) {
      throw fault("unknown key '\(member.key)'; an entry has from, to and near", name, line)
    }
    guard let from = value["from"]?.string, let to = value["to"]?.string, from != to, isText(from), isText(to)
    else {
      throw fault("an entry needs 'from' and 'to', two different texts", name, line)
    }
    let near = value["near"].map { $0.array?.compactMap(\.string) ?? [$0.string].compactMap(\.self) } ?? []
    return GlossaryEntry(from, to, near: near)
  }

  private static func isText(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    return first.isWordByte && !text.utf8.contains(0x0A)
  }

  private static func yaml(_ bytes: [UInt8], _ name: String) throws -> [GlossaryEntry] {
    var entries: [GlossaryEntry] = []
    var members: [JSONValue.Member] = []
    var begun = 0
    func finish() throws {
      guard begun > 0 else { return }
      entries.append(try entry(.object(members), name, begun))
    }
    for (number, range) in lines(bytes) {
      var line = Substring(String(decoding: bytes[range], as: UTF8.self)).trimmed
      if line.isEmpty || line.hasPrefix("#") || line == "---" { continue }
      if line.hasPrefix("-") {
        try finish()
        members = []
        begun = number
        line = line.dropFirst().trimmed
        if line.isEmpty { continue }
      }
      guard begun > 0, let colon = line.firstIndex(of: ":") else {
        throw fault("expected '- from: …' or 'key: value'", name, number)
      }
      let key = String(line[..<colon].trimmed)
      members.append(JSONValue.Member(key, value(line[line.index(after: colon)...].trimmed)))
    }
    try finish()
    return entries
  }

  private static func value(_ text: Substring) -> JSONValue {
    if text.hasPrefix("["), text.hasSuffix("]") {
      let items = text.dropFirst().dropLast().split(separator: ",").map { $0.trimmed }
      return .array(items.filter { !$0.isEmpty }.map(value))
    }
    for quote in ["\"", "'"] where text.count > 1 && text.hasPrefix(quote) && text.hasSuffix(quote) {
      return .string(String(text.dropFirst().dropLast()))
    }
    return .string(String(text))
  }
}

extension Substring {
  /// Without spaces, tabs and carriage returns at its ends.
  fileprivate var trimmed: Substring {
    func isSpace(_ character: Character) -> Bool {
      character == " " || character == "\t" || character == "\r"
    }
    guard let first = firstIndex(where: { !isSpace($0) }), let last = lastIndex(where: { !isSpace($0) })
    else {
      return self[endIndex...]
    }
    return self[first...last]
  }
}
