import Sluice

/// Reads the entries of a gazetteer: tab-separated lines, or JSON Lines.
///
/// A tab-separated line has the name, the label, the id and the aliases, which `|` parts; the last two may be missing.
/// A file is JSON Lines when its first line that is no comment begins with `{`.
enum GazetteerSource {
  static func read(
    _ bytes: [UInt8], named file: String, _ reader: SettingsReader, _ body: (GazetteerEntry) -> Void
  ) {
    if isJSON(bytes) {
      EntryFile.read(bytes, named: file, reader, example: #"{"name": "…", "label": "ORG"}"#) {
        node, position in
        let known = reader.diagnostics.count
        let entry = GazetteerEntry.read(node, reader, in: "an entry")
        guard let entry, reader.diagnostics.count == known, check(entry, position, reader) else { return }
        body(entry)
      }
    } else {
      readTabs(bytes, named: file, reader, body)
    }
  }

  private static func isJSON(_ bytes: [UInt8]) -> Bool {
    for line in bytes.split(separator: 0x0A, maxSplits: 100) {
      guard let first = line.first(where: { $0 > 0x20 && $0 < 0x80 }), first != UInt8(ascii: "#") else {
        continue
      }
      return first == UInt8(ascii: "{")
    }
    return false
  }

  /// More complaints than this help nobody.
  private static let maximumComplaints = 100

  private static func readTabs(
    _ bytes: [UInt8], named file: String, _ reader: SettingsReader, _ body: (GazetteerEntry) -> Void
  ) {
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var line = 0
    while start < bytes.count, reader.diagnostics.count < maximumComplaints {
      line += 1
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      defer { start = end + 1 }
      let content = bytes[start..<end]
      guard let first = content.first(where: { $0 > 0x20 }), first != UInt8(ascii: "#") else { continue }
      let position = SourcePosition(file: file, line: line, column: 1)
      guard let text = String(validating: content.last == 0x0D ? content.dropLast() : content, as: UTF8.self)
      else {
        reader.complain("this line is not UTF-8", at: position)
        continue
      }
      let columns = text.split(separator: "\t", omittingEmptySubsequences: false)
      guard (2...4).contains(columns.count) else {
        reader.complain(
          "a line has a name, a label, and may have an id and aliases, parted by tabs; this has \(columns.count) columns",
          at: position)
        continue
      }
      var entry = GazetteerEntry()
      entry.name = String(columns[0])
      entry.label = String(columns[1])
      if columns.count > 2, !columns[2].isEmpty { entry.id = String(columns[2]) }
      if columns.count > 3 { entry.aliases = columns[3].split(separator: "|").map(String.init) }
      if check(entry, position, reader) { body(entry) }
    }
  }

  private static func check(_ entry: GazetteerEntry, _ position: SourcePosition, _ reader: SettingsReader)
    -> Bool
  {
    guard PatternCompiler.isLabel(entry.label) else {
      reader.complain(
        "'\(entry.label)' is no label", at: position,
        hint: "a label is capital letters, digits, _ and -, such as ORG")
      return false
    }
    guard ([entry.name] + entry.aliases).allSatisfy({ $0.utf8.contains { $0 > 0x20 } }) else {
      reader.complain("a name cannot be empty", at: position)
      return false
    }
    return true
  }
}
