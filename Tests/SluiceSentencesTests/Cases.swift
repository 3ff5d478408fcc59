import Sluice
import SluiceSentences

/// Cases of a fixture file: a text, and the sentences that it must be split into.
struct Case: Sendable {
  let text: String
  let sentences: [String]

  /// Reads `A sentence. ¦ Another.`: the mark ¦ and the space before it are no part of the text; `\n` is a line break.
  init(marked line: String) {
    let text = line.replacing("\\n", with: "\n").replacing("\\t", with: "\t")
    self.text = text.replacing("¦ ", with: "").replacing("¦", with: "")
    sentences = text.replacing("\n\n", with: "\n\n¦").split(separator: "¦").map { piece in
      let trimmed = piece.drop(while: \.isWhitespace)
      return String(trimmed.reversed().drop(while: \.isWhitespace).reversed())
    }
  }

  static func read(_ name: String) throws -> [Case] {
    try lines(of: name).map { Case(marked: $0) }
  }

  /// Reads lines such as `de|Ein Satz. ¦ Noch einer.`
  static func readByLanguage(_ name: String) throws -> [(language: String, test: Case)] {
    try lines(of: name).map { line in
      let language = line.prefix { $0 != "|" }
      return (String(language), Case(marked: String(line.dropFirst(language.count + 1))))
    }
  }

  static func path(of name: String, from file: StaticString = #filePath) -> String {
    let folder = "\(file)".split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
      separator: "/")
    return "\(folder)/Fixtures/\(name)"
  }

  static func lines(of name: String) throws -> [String] {
    let bytes = try FileBytes.read(path(of: name))
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init).filter {
      !$0.hasPrefix("#")
    }
  }
}

/// Takes the source as the text, and each of its lines as a block when asked to.
struct ParseCase: Stage {
  static let name: StageName = "parse.case"
  static let summary = "the source as it is"
  let contract: Contract
  let linesAreBlocks: Bool

  init(_ settings: NoSettings = NoSettings(), _ context: LoadContext = LoadContext()) {
    self.init(linesAreBlocks: false)
  }

  init(linesAreBlocks: Bool) {
    self.linesAreBlocks = linesAreBlocks
    contract = Contract(provides: linesAreBlocks ? [.blocks] : [])
  }

  mutating func process(_ document: inout Document) async throws {
    let bytes = document.source.bytes
    var builder = TextBuilder()
    builder.copy(bytes.span, 0..<bytes.count)
    let (text, alignment) = builder.finish()
    try document.setText(text, alignment: alignment, charset: "utf-8")
    guard linesAreBlocks else { return }
    var blocks = Blocks()
    var start = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      blocks.append(.paragraph, TextRange(start, start + line.count))
      start += line.count + 1
    }
    document[.blocks] = blocks
  }
}

/// A text after a stage has worked on it.
func process(
  _ text: String, _ stage: any Stage, language: String? = nil, linesAreBlocks: Bool = false
) async throws -> Document {
  var document = Document(id: "case", source: Source(Array(text.utf8), mediaType: "text/plain"))
  if let language { document.metadata.set("language", .string(language)) }
  var pipeline = try Pipeline {
    ParseCase(linesAreBlocks: linesAreBlocks)
    stage
  }
  try await pipeline.process(&document)
  return document
}

/// The sentences of a text, by the stage itself.
func sentences(
  of text: String, language: String? = nil, linesAreBlocks: Bool = false,
  _ change: (inout SplitSentences.Settings) -> Void = { _ in }
) async throws -> [String] {
  var settings = SplitSentences.Settings()
  change(&settings)
  let document = try await process(
    text, SplitSentences(settings), language: language, linesAreBlocks: linesAreBlocks)
  return (document[.sentences]?.ranges ?? []).map { document.text[$0] }
}
