public import Sluice

/// Cuts the text into tokens: `split.tokens`.
///
/// Words follow UAX 29 with the conventions of English treebanks; ranges are exact, and each token's shape is
/// computed once for the stages that follow. The layer is for them: records carry it on request only.
public struct SplitTokens: Stage {
  public static let name: StageName = "split.tokens"
  public static let summary = "Cuts the text into words, numbers and signs."

  public let contract = Contract(provides: [.tokens])
  private var tokenizer = Tokenizer()

  public init(_ settings: NoSettings = NoSettings(), _ context: LoadContext = LoadContext()) {}

  public mutating func process(_ document: inout Document) async throws {
    document[.tokens] = document.text.bytes.withUnsafeBufferPointer { tokenizer.tokenize($0) }
  }
}
