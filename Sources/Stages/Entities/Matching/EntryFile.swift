import Sluice

/// Reads a user's list: in JSON Lines one object a line, where empty lines and lines that begin with `#` say nothing; in
/// files named `.yaml` or `.yml` a sequence of mappings.
enum EntryFile {
  /// Calls back for each object, with its place; complains of lines that are none.
  static func read(
    _ bytes: [UInt8], named file: String, _ reader: SettingsReader, yaml: LoadContext.YAMLReading? = nil,
    example: String, _ body: (ConfigNode, SourcePosition) -> Void
  ) {
    if let yaml, file.hasSuffix(".yaml") || file.hasSuffix(".yml") {
      return readYAML(yaml(bytes, file, reader), SourcePosition(file: file, line: 1, column: 1), reader, body)
    }
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var line = 0
    while start < bytes.count {
      line += 1
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let position = SourcePosition(file: file, line: line, column: 1)
      if let node = node(bytes, start..<end, position, reader, example) { body(node, position) }
      start = end + 1
    }
  }

  private static func readYAML(
    _ root: ConfigNode?, _ start: SourcePosition, _ reader: SettingsReader,
    _ body: (ConfigNode, SourcePosition) -> Void
  ) {
    switch root?.content {
    case nil, .null: return
    case .sequence(let nodes):
      for node in nodes {
        if case .mapping = node.content {
          body(node, node.position ?? start)
        } else {
          reader.expected("an entry, a mapping of keys to values", at: node)
        }
      }
    default: reader.complain("expected a sequence of entries", at: root?.position ?? start)
    }
  }

  private static func node(
    _ bytes: [UInt8], _ range: Range<Int>, _ position: SourcePosition, _ reader: SettingsReader,
    _ example: String
  ) -> ConfigNode? {
    guard let first = bytes[range].first(where: { $0 > 0x20 }), first != UInt8(ascii: "#") else { return nil }
    let value: JSONValue
    do throws(JSONParser.Failure) {
      value = try JSONParser.parse(bytes, in: range)
    } catch {
      var place = position
      let before = bytes[range.lowerBound..<max(range.lowerBound, min(error.offset, range.upperBound))]
      place.column = 1 + before.count { $0 & 0xC0 != 0x80 }
      reader.complain("this is no JSON: \(error.message)", at: place)
      return nil
    }
    guard case .object = value else {
      reader.complain("expected an object such as \(example)", at: position)
      return nil
    }
    return node(value, position)
  }

  private static func node(_ value: JSONValue, _ position: SourcePosition) -> ConfigNode {
    switch value {
    case .null: ConfigNode(.null, at: position)
    case .array(let values): ConfigNode(.sequence(values.map { node($0, position) }), at: position)
    case .object(let members):
      ConfigNode(
        .mapping(members.map { .init(key: $0.key, keyPosition: position, value: node($0.value, position)) }),
        at: position)
    case .string, .number, .bool: ConfigNode(.scalar(value.scalarText ?? ""), at: position)
    }
  }
}
