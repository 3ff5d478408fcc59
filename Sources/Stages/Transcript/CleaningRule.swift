import Sluice

/// One thing that cleaning does, by one method. Rules run one after the other, each on the text that the last one
/// left, and say what they would change; they change nothing themselves.
protocol CleaningRule: Sendable {
  /// What the rule's edits are; it runs only at levels that have the class.
  var kind: EditClass { get }
  /// Edits in the order of the text, without overlap.
  func edits(in page: CleaningPage) -> [Edit]
}
