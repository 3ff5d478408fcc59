import Sluice
import SluicePipelines

/// Runs a pipeline over gold texts and gives what it found in their offsets.
struct EvaluationRun {
  private var pipeline: Pipeline

  /// - Parameters:
  ///   - name: a pipeline file or built-in pipeline; `nil` for one of the stages alone.
  ///   - stages: the stages, without the one that makes the text unless that is the first.
  init(_ name: String?, stages: [String], overrides: [String]) throws {
    if let name {
      pipeline = try Installation.pipeline(name, overrides: overrides).pipeline
    } else {
      let parses = stages.first?.hasPrefix("parse.") == true
      let list = ((parses ? [] : ["parse.text"]) + stages).joined(separator: ", ")
      pipeline = try PipelineFile.load(
        text: "sluice: 1\nname: eval\nstages: [\(list)]\n", named: "<eval>", directory: ".",
        registry: Installation.registry(), overrides: overrides
      ).pipeline
    }
  }

  /// - Throws: what the pipeline throws for a document.
  mutating func document(for gold: GoldDocument, language: String? = nil) async throws -> Document {
    try await document(
      gold.id, Source(Array(gold.text.utf8), mediaType: "text/plain"), language: language)
  }

  /// - Throws: what the pipeline throws for a document.
  mutating func document(_ id: String, _ source: Source, language: String? = nil) async throws -> Document {
    var document = Document(id: id, source: source)
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
