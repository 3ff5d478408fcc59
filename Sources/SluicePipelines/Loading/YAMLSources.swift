import Sluice

/// The texts that a pipeline is read from, and what their variables lack.
struct YAMLSources {
  let variables: Variables
  /// By the names that positions have.
  private(set) var texts: [String: YAMLText] = [:]
  private(set) var variableDiagnostics: [Diagnostic] = []
  private var scalarsWithoutValue: Set<SourcePosition> = []

  init(variables: Variables) {
    self.variables = variables
  }

  /// The document of a text, `nil` after a complaint that leaves nothing to read.
  mutating func read(_ text: YAMLText, _ reader: SettingsReader) -> ConfigNode? {
    var yaml = YAMLReader(text, variables: variables, complaints: reader)
    let root = yaml.read()
    texts[text.file] = yaml.text
    variableDiagnostics += yaml.variableDiagnostics
    scalarsWithoutValue.formUnion(yaml.scalarsWithoutValue)
    return root
  }

  /// `true` for a scalar with a variable that has no value.
  func hasNoValue(_ node: ConfigNode) -> Bool {
    node.position.map { scalarsWithoutValue.contains($0) } ?? false
  }

  /// Diagnostics without those that only follow from variables that have no value, and with what is wrong with
  /// the variables.
  func withVariables(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    let own = diagnostics.filter { diagnostic in
      diagnostic.position.map { !scalarsWithoutValue.contains($0) } ?? true
    }
    return own + variableDiagnostics
  }
}
