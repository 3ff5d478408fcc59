import Sluice

/// A stretch of tokens that may be a name, with what speaks for it.
struct NameCandidate {
  /// Token indices, half open.
  var first: Int
  var end: Int
  var label: EntityLabel
  var confidence: Float
  /// The evidence is in the words themselves or beside them, so that other mentions may learn from it.
  var isFirm: Bool
  /// Identity in the gazetteer, -1 when it is not from there.
  var identity: Int32 = -1
  /// Hash of the words.
  var phrase: UInt64 = 0

  /// Below this, a candidate is no mention unless the rest of the document speaks for it.
  static let threshold: Float = 0.4
}
