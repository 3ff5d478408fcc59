import Sluice

/// A mention that a user's list or pattern found.
struct ListMatch {
  var range: TextRange
  var label: Entities.Label
  /// What it is a mention of: equal for all mentions of one entry.
  var thing: String
  /// The name to show; the words of the first mention when `nil`.
  var name: String?
  /// The id that the list has for it.
  var key: String?
}
