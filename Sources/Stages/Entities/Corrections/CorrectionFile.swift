import Sluice

/// Reads a corrections file; its grammar is that of ``CorrectionSettings``.
enum CorrectionFile {
  static func read(_ bytes: [UInt8], named file: String, _ reader: SettingsReader) -> [Correction] {
    var corrections: [Correction] = []
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var line = 0
    while start < bytes.count {
      line += 1
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if let correction = self.correction(
        bytes, start..<end, SourcePosition(file: file, line: line, column: 1), reader)
      {
        corrections.append(correction)
      }
      start = end + 1
    }
    return corrections
  }

  private static func correction(
    _ bytes: [UInt8], _ range: Range<Int>, _ position: SourcePosition, _ reader: SettingsReader
  ) -> Correction? {
    guard let first = bytes[range].first(where: { $0 > 0x20 }), first != UInt8(ascii: "#") else { return nil }
    var position = position
    let value: JSONValue
    do throws(JSONParser.Failure) {
      value = try JSONParser.parse(bytes, in: range)
    } catch {
      let before = bytes[range.lowerBound..<min(error.offset, range.upperBound)]
      position.column = 1 + before.count { $0 & 0xC0 != 0x80 }
      reader.complain("this is no JSON: \(error.message)", at: position)
      return nil
    }
    let known = reader.diagnostics.count
    guard case .object = value else {
      reader.complain("expected an object such as {\"drop\": \"…\"}", at: position)
      return nil
    }
    let entry = CorrectionEntry.read(node(value, position), reader, in: "a correction")
    // An entry with wrong keys or types has been complained of; it is not looked at further.
    guard let entry, reader.diagnostics.count == known else { return nil }
    return Correction(entry, at: position, reader)
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
