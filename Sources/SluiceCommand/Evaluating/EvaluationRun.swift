import Sluice
import SluicePipelines

/// Runs a pipeline over gold texts and gives what it found in their offsets.
struct EvaluationRun {
  private var pipeline: Pipeline

  /// - Parameter name: a pipeline file or built-in pipeline; `nil` for one of the stage alone.
  init(_ name: String?, stages: [String], overrides: [String]) throws {
    if let name {
      pipeline = try Installation.pipeline(name, overrides: overrides).pipeline
    } else {
      let list = (["parse.text"] + stages).joined(separator: ", ")
      pipeline = try PipelineFile.load(
        text: "sluice: 1\nname: eval\nstages: [\(list)]\n", named: "<eval>", directory: ".",
        registry: Installation.registry(), overrides: overrides
      ).pipeline
    }
  }

  /// - Throws: what the pipeline throws for a document.
  mutating func document(for gold: GoldDocument, language: String? = nil) async throws -> Document {
    var document = Document(id: gold.id, source: Source(Array(gold.text.utf8), mediaType: "text/plain"))
    if let language { document.metadata.set("language", .string(language), evidence: "gold") }
    try await pipeline.process(&document)
    return document
  }

  /// A range of the document's text in code points of the gold text; `nil` for what is not of it.
  static func range(_ range: TextRange, of document: Document, in text: CodePoints) -> Range<Int>? {
    let source = document.alignment.source(of: range)
    guard source.start < source.end else { return nil }
    let (start, end) = (text.index(ofByte: Int(source.start)), text.index(ofByte: Int(source.end)))
    return start < end ? start..<end : nil
  }
}
