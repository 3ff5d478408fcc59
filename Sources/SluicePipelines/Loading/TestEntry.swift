import Sluice

/// One item of `tests`.
struct TestEntry {
  let test: PipelineTest
  let normalForm: JSONValue

  private static let keys = ["name", "input", "expect"]
  /// What a test may have besides.
  private static let settingsKey = "set"

  /// - Parameter checksInput: whether the input must be there.
  /// - Returns: `nil` after a complaint.
  init?(_ node: ConfigNode, directory: String, checksInput: Bool, _ reader: SettingsReader) {
    guard case .mapping(let entries) = node.content else {
      reader.expected("a mapping with name, input and expect", at: node)
      return nil
    }
    let complaints = reader.diagnostics.count
    reader.checkKeys(of: entries, known: Self.keys + [Self.settingsKey], in: "a test")
    var values: [String: String] = [:]
    for key in Self.keys {
      guard let value = node[key] else {
        if !entries.prefix(20).contains(where: { Suggestion.nearest(to: $0.key, among: Self.keys) == key }) {
          reader.complain("a test needs '\(key)'", at: node.position)
        }
        continue
      }
      let isInput = key == "input" && checksInput
      let text = isInput ? SettingFile.read(value, reader)?.written : String.read(value, reader)
      if text == "" { reader.complain("'\(key)' is empty", at: value.position) }
      values[key] = text
    }
    let overrides = node[Self.settingsKey].flatMap { Self.overrides($0, reader) } ?? []
    guard reader.diagnostics.count == complaints, let name = values["name"], let input = values["input"],
      let expect = values["expect"]
    else { return nil }
    func resolved(_ path: String) -> String {
      path.hasPrefix("/") ? path : FilePaths.joined(directory, path)
    }
    test = PipelineTest(
      name: name, input: resolved(input), expect: resolved(expect), overrides: overrides,
      position: node.position)
    var members = Self.keys.map { JSONValue.Member($0, .string(values[$0] ?? "")) }
    if !overrides.isEmpty { members.append(.init(Self.settingsKey, .strings(overrides))) }
    normalForm = .object(members)
  }

  /// The overrides of a test; what they mean is checked when it is run.
  private static func overrides(_ node: ConfigNode, _ reader: SettingsReader) -> [String]? {
    guard let overrides = [String].read(node, reader) else { return nil }
    for override in overrides where !override.contains("=") {
      reader.complain(
        "expected PATH=VALUE, not '\(override)'", at: node.position,
        hint: "such as stages.summarize.extract.sentences=5")
    }
    return overrides
  }

  /// Complains of tests that have the name of another.
  static func checkNames(_ tests: [PipelineTest], _ reader: SettingsReader) {
    var first: [String: PipelineTest] = [:]
    for test in tests {
      if let other = first[test.name] {
        let line = other.position.map { " in line \($0.line)" } ?? ""
        reader.complain(
          "two tests are called '\(test.name)'", at: test.position, hint: "the first stands\(line)")
      } else {
        first[test.name] = test
      }
    }
  }
}
