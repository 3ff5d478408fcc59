import Sluice

/// Reads a corrections file; its grammar is that of ``CorrectionSettings``.
enum CorrectionFile {
  /// The format that is known here.
  static let version = 1

  static func read(
    _ bytes: [UInt8], named file: String, _ reader: SettingsReader, yaml: LoadContext.YAMLReading?
  ) -> [Correction] {
    var corrections: [Correction] = []
    var isFirst = true
    EntryFile.read(bytes, named: file, reader, yaml: yaml, example: #"{"drop": "…"}"#) { node, position in
      defer { isFirst = false }
      let known = reader.diagnostics.count
      let entry = CorrectionEntry.read(node, reader, in: "a correction")
      // An entry with wrong keys or types has been complained of; it is not looked at further.
      guard let entry, reader.diagnostics.count == known else { return }
      if isVersionOnly(node), let version = entry.version {
        if !isFirst { reader.complain("the version stands before all entries", at: position) }
        if version != Self.version {
          reader.complain(
            "version \(version) of this format is not known, only \(Self.version)", at: position)
        }
        return
      }
      if let correction = Correction(entry, at: position, reader) { corrections.append(correction) }
    }
    return corrections
  }

  private static func isVersionOnly(_ node: ConfigNode) -> Bool {
    guard case .mapping(let entries) = node.content else { return false }
    return entries.map(\.key) == ["version"]
  }
}
