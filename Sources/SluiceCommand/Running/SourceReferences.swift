import Sluice

/// Character references of HTML, as `sluice verify` decodes them once more.
enum SourceReferences {
  @Sendable static func decodeAll(_ text: [UInt8]) -> [UInt8] {
    text
  }
}
