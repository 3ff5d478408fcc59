public import Sluice

/// `clean.mojibake`: repairs characters that were decoded by the wrong code page, and nothing else.
///
/// `clean.transcript` does the same as its first rule; this is for pipelines that want no other change.
public struct CleanMojibake: Stage {
  public static let name: StageName = "clean.mojibake"
  public static let summary =
    "Repairs characters that were decoded by the wrong code page, such as â€™ for ’."

  public init(_ settings: NoSettings = NoSettings(), _ context: LoadContext = LoadContext()) {}

  public var contract: Contract { Contract(uses: [.blocks]) }

  public mutating func process(_ document: inout Document) async throws {
    try document.apply(MojibakeRule().edits(in: CleaningPage(document)))
  }
}
