/// The name of a stage in pipeline files: its phase, a dot, and what sets it apart: `split.sentences`.
public struct StageName: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  public let phase: Phase
  public let variant: String

  /// `nil` unless the text is a phase, a dot, and a word of lower-case letters, digits and hyphens.
  public init?(_ text: String) {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let phase = Phase(rawValue: String(parts[0])), !parts[1].isEmpty,
      parts[1].utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D })
    else { return nil }
    self.phase = phase
    variant = String(parts[1])
  }

  public init(stringLiteral text: StaticString) {
    guard let name = StageName(text.description) else {
      preconditionFailure("'\(text)' is no stage name: it must be PHASE.VARIANT")
    }
    self = name
  }

  public var description: String { "\(phase).\(variant)" }
}
