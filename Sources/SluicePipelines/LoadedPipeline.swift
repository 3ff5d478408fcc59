public import Sluice
import SluiceHash

/// A pipeline file that has been checked and can run.
public struct LoadedPipeline: Sendable {
  public let pipeline: Pipeline
  /// What the file calls it; without a name there, the name of the file.
  public let name: String
  public let description: String?
  /// `sha256:…`, over the stages in their normal form and the contents of all files that their settings name:
  /// equal hashes give equal records. Name, description and tests are not part of it.
  public let hash: String
  /// The pipeline with everything resolved: what it extends merged, defaults filled in, variables replaced.
  public let normalForm: JSONValue
  public let tests: [PipelineTest]

  /// The normal form as a pipeline file. Loaded from the same directory, it has the same ``hash``.
  public func normalYAML() -> String {
    YAMLWriter.text(of: normalForm)
  }

  static func hash(of stages: [JSONValue], files: [(written: String, content: [UInt8])]) -> String {
    var hash = SHA256()
    let stages = JSONValue.object([
      .init("sluice", .integer(PipelineDraft.version)), .init("stages", .array(stages)),
    ])
    hash.update(Array(stages.jsonText.utf8))
    for file in files {
      let contentHash = SHA256.hash(file.content)
      let member = JSONValue.object([
        .init("file", .string(file.written)), .init("sha256", .string(contentHash)),
      ])
      hash.update(Array("\n\(member.jsonText)".utf8))
    }
    return "sha256:" + hash.finish()
  }
}

/// An input and the record that a pipeline is to make of it, from the `tests` of a pipeline file.
public struct PipelineTest: Hashable, Sendable {
  public let name: String
  /// Path of the input, resolved.
  public let input: String
  /// Path of the expected record, resolved; the file need not be there yet.
  public let expect: String
  /// Settings that hold in this test alone, as `PATH=VALUE`.
  public let overrides: [String]
  /// Where the pipeline file names the test.
  public let position: SourcePosition?
}
