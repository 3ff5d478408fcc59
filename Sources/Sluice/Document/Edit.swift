/// One change that a cleaning rule makes to the text that it sees.
public struct Edit: Hashable, Sendable {
  /// What it replaces: bytes of the text before the change. Empty for an insertion.
  public var range: TextRange
  /// UTF-8 to put there. Empty for a deletion.
  public var replacement: [UInt8]
  /// Id of the rule, such as `notice.edited`.
  public var rule: String
  public var kind: EditClass

  public init(_ range: TextRange, with replacement: String = "", rule: String, kind: EditClass) {
    self.range = range
    self.replacement = replacement.isEmpty ? [] : Array(replacement.utf8)
    self.rule = rule
    self.kind = kind
  }
}

/// The class of an edit, by what it does to the words; levels of cleaning are sets of classes.
public struct EditClass: Hashable, Sendable {
  public let name: String

  public init(_ name: String) { self.name = name }

  /// Repair of wrongly decoded characters.
  public static let charset = EditClass("charset")
  /// White space, bullets, page furniture.
  public static let layout = EditClass("layout")
  /// A notice by the editors, kept as metadata.
  public static let notice = EditClass("notice")
  /// A speaker's label, kept as a turn.
  public static let label = EditClass("label")
  public static let stageDirection = EditClass("stage-direction")
  public static let filler = EditClass("filler")
  public static let repetition = EditClass("repetition")
  public static let falseStart = EditClass("false-start")
  public static let caption = EditClass("caption")
  /// A word written otherwise: from a glossary or a user's corrections.
  public static let respelling = EditClass("respelling")
  /// Words masked on purpose.
  public static let redaction = EditClass("redaction")
}
