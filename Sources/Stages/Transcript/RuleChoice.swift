import Sluice

/// Which rules may change the text, by their ids: all, some alone, or all but some.
struct RuleChoice: Sendable {
  var only: [String] = []
  var without: [String] = []

  func allows(_ rule: String) -> Bool {
    (only.isEmpty || only.contains { Self.covers($0, rule) }) && !without.contains { Self.covers($0, rule) }
  }

  /// The edits of rules that are allowed.
  func allowed(_ edits: [Edit]) -> [Edit] {
    only.isEmpty && without.isEmpty ? edits : edits.filter { allows($0.rule) }
  }

  /// Whether a name is a rule's id, or the part before its full stop.
  private static func covers(_ name: String, _ rule: String) -> Bool {
    rule == name || (rule.hasPrefix(name) && rule.dropFirst(name.count).first == ".")
  }
}
