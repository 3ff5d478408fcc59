/// A stretch of tokens that is a name, a date or an amount.
struct NameCandidate {
  /// Token indices, half open.
  var first: Int
  var end: Int
  var label: EntityLabel
  var confidence: Float
  /// Identity in the gazetteer, -1 when it is not from there.
  var identity: Int32 = -1
  /// Hash of the words.
  var phrase: UInt64 = 0
  /// What a date or an amount means.
  var value: String?
}
