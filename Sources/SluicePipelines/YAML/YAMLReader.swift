import Sluice
import Yams

/// Reads YAML into configuration nodes that know their places.
///
/// What it accepts is YAML 1.1 without anchors, aliases, tags and keys that are no text. Values stay text; what
/// they mean is up to the setting that they are for.
struct YAMLReader {
  /// Files nested deeper than this are refused.
  static let maximumDepth = 64
  /// Every duplicate key costs another parse: so many are told apart at most, and so many bytes parsed for it.
  private static let maximumDuplicates = 50
  private static let maximumBytesParsedAgain = 1 << 18

  private(set) var text: YAMLText
  private let reader: SettingsReader
  /// `nil` where texts stay as they are.
  private let variables: Variables?
  /// What is wrong with variables, and the scalars that have no value because of it: nothing else that is said
  /// of these is worth reading.
  private(set) var variableDiagnostics: [Diagnostic] = []
  private(set) var scalarsWithoutValue: Set<SourcePosition> = []
  /// Keys that are duplicates, by where they stand, as they were before they were told apart.
  private var renamedKeys: [Place: String] = [:]

  private struct Place: Hashable {
    let line: Int
    let column: Int

    init(_ mark: Mark?) {
      line = mark?.line ?? 1
      column = mark?.column ?? 1
    }
  }

  init(_ text: YAMLText, variables: Variables?, complaints reader: SettingsReader) {
    self.text = text
    self.variables = variables
    self.reader = reader
  }

  /// The document of a user's own file, in which variables mean nothing.
  static func document(_ content: [UInt8], _ file: String, _ complaints: SettingsReader) -> ConfigNode? {
    do throws(ConfigurationError) {
      var reader = YAMLReader(
        try YAMLText(content, file: file), variables: nil, complaints: complaints)
      return reader.read()
    } catch {
      for diagnostic in error.diagnostics {
        complaints.complain(diagnostic.message, at: diagnostic.position, hint: diagnostic.hint)
      }
      return nil
    }
  }

  /// The document of the file, `nil` after a complaint that leaves nothing to read.
  mutating func read() -> ConfigNode? {
    do {
      return try compose()
    } catch let error as YamlError {
      let diagnostic = YAMLSyntax.diagnostic(for: error, in: &text)
      reader.complain(diagnostic.message, at: diagnostic.position, hint: diagnostic.hint)
    } catch {
      reader.complain("the file cannot be read as YAML", at: text.start, hint: String(describing: error))
    }
    return nil
  }

  private mutating func compose() throws -> ConfigNode? {
    guard !Aliases.mayExplode(text.string) else {
      complainOfAnchor(at: text.start)
      return nil
    }
    var yaml = text.string
    let maximumRenamed = min(
      Self.maximumDuplicates, 1 + Self.maximumBytesParsedAgain / max(1, yaml.utf8.count))
    while true {
      // libYAML reads from the string's own storage, which short strings do not have.
      let parser = try Parser(
        yaml: yaml.utf8.count < 16 ? yaml + "\n                " : yaml, resolver: .basic)
      do {
        guard let root = try parser.singleRoot() else { return ConfigNode(.null, at: text.start) }
        return withExtendedLifetime(parser) { convertUnlessAnchored(root) }
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        let place = Place(context.mark)
        let standIn = Unicode.Scalar(0xF_0000 + UInt32(renamedKeys.count)) ?? "\u{FFFD}"
        // The parser stops at duplicates. So that all are found, the first of them is renamed and read again.
        // A quoted key is renamed behind its quote.
        let isQuoted = ["\"", "'"].contains(text.scalar(line: place.line, scalarColumn: place.column))
        let renamed = text.replacing(
          line: place.line, scalarColumn: place.column + (isQuoted ? 1 : 0), by: standIn, in: yaml)
        guard let renamed, let key = keys.first, renamedKeys.count < maximumRenamed,
          renamedKeys.updateValue(key, forKey: place) == nil
        else {
          complainOfDuplicate(keys.first ?? "", at: position(context.mark), first: nil)
          return nil
        }
        yaml = renamed
      }
    }
  }

  private mutating func position(_ mark: Mark?) -> SourcePosition {
    text.position(line: mark?.line ?? 1, scalarColumn: mark?.column ?? 1)
  }

  // MARK: - Anchors

  private mutating func convertUnlessAnchored(_ root: Node) -> ConfigNode? {
    var seen: Set<Place> = []
    findAnchors(in: root, &seen)
    return seen.isEmpty ? convert(root, depth: 1) : nil
  }

  /// An anchored node is met again wherever an alias names it, and then passed over.
  private mutating func findAnchors(in node: Node, _ seen: inout Set<Place>) {
    if node.anchor != nil {
      guard seen.insert(Place(node.mark)).inserted else { return }
      complainOfAnchor(at: position(node.mark))
    }
    switch node {
    case .mapping(let mapping):
      for (key, value) in mapping {
        findAnchors(in: key, &seen)
        findAnchors(in: value, &seen)
      }
    case .sequence(let sequence):
      for element in sequence { findAnchors(in: element, &seen) }
    case .scalar, .alias: break
    }
  }

  private func complainOfAnchor(at position: SourcePosition) {
    reader.complain(
      "anchors and aliases (&name, *name) are not supported", at: position,
      hint:
        "write the value out where it is used, or share it by 'extends'; quote a text that begins with & or *"
    )
  }

  private func complainOfDuplicate(_ key: String, at position: SourcePosition, first: SourcePosition?) {
    let hint = first.map { "it stands in line \($0.line) already" } ?? "it stands here more than once"
    reader.complain("duplicate key '\(key)'", at: position, hint: hint)
  }

  // MARK: - Nodes

  private mutating func convert(_ node: Node, depth: Int) -> ConfigNode {
    let place = position(node.mark)
    guard depth <= Self.maximumDepth else {
      reader.complain("nested deeper than \(Self.maximumDepth) levels", at: place)
      return ConfigNode(.null, at: place)
    }
    let plainTags = ["", "!", Tag.Name.str.rawValue, Tag.Name.seq.rawValue, Tag.Name.map.rawValue]
    if !plainTags.contains(node.tag.rawValue) {
      reader.complain(
        "tags such as '\(shortTag(node.tag.rawValue))' are not supported", at: place,
        hint: "remove it; quote a text that begins with '!'")
    }
    switch node {
    case .scalar(let scalar):
      if scalar.style == .plain, ["", "~", "null", "Null", "NULL"].contains(scalar.string) {
        return ConfigNode(.null, at: place)
      }
      return ConfigNode(.scalar(replaceVariables(in: scalar.string, at: place)), at: place)
    case .sequence(let sequence):
      return ConfigNode(.sequence(sequence.map { convert($0, depth: depth + 1) }), at: place)
    case .mapping(let mapping):
      return ConfigNode(.mapping(entries(of: mapping, depth: depth)), at: place)
    case .alias:
      complainOfAnchor(at: place)
      return ConfigNode(.null, at: place)
    }
  }

  private mutating func entries(of mapping: Node.Mapping, depth: Int) -> [ConfigNode.Entry] {
    var entries: [ConfigNode.Entry] = []
    var first: [String: SourcePosition] = [:]
    for (keyNode, valueNode) in mapping {
      let place = position(keyNode.mark)
      guard let scalar = keyNode.scalar else {
        reader.complain("a key must be a text, not a list or a mapping", at: place)
        continue
      }
      let key = renamedKeys[Place(keyNode.mark)] ?? scalar.string
      let value = convert(valueNode, depth: depth + 1)
      if let other = first[key] {
        complainOfDuplicate(key, at: place, first: other)
        continue
      }
      first[key] = place
      entries.append(ConfigNode.Entry(key: key, keyPosition: place, value: value))
    }
    return entries
  }

  private mutating func replaceVariables(in value: String, at place: SourcePosition) -> String {
    guard let variables else { return value }
    let (result, problems) = variables.replaced(in: value)
    for problem in problems {
      let exact = text.position(ofUTF8: problem.offset, in: value, at: place)
      variableDiagnostics.append(Diagnostic(problem.message, at: exact, hint: problem.hint))
      scalarsWithoutValue.insert(place)
    }
    return result
  }

  private func shortTag(_ tag: String) -> String {
    let standard = "tag:yaml.org,2002:"
    return tag.hasPrefix(standard) ? "!!" + tag.dropFirst(standard.count) : tag
  }
}
