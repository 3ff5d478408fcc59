import Foundation
import Sluice
import SluicePipelines
import Testing

struct SchemaTests {
  /// With `UPDATE_FIXTURES=1` in the environment, the expectations are written anew.
  private func expect(_ text: String, isIn name: String) throws {
    let path = "\(Samples.fixtures)/\(name)"
    if PipelineFile.processEnvironment["UPDATE_FIXTURES"] == "1" {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(text == (try? String(contentsOfFile: path, encoding: .utf8)))
  }

  @Test func `the schema says what settings there are, at any depth`() throws {
    let schema = PipelineSchema.json(try Samples.registry())
    let window = schema["$defs"]?["settings.tag.entities"]?["properties"]?["window"]
    let size = window?["properties"]?["size"]
    #expect(
      size?["default"] == .number("4") && size?["description"] == .string("Sentences that are read together.")
    )
    #expect(schema["$defs"]?["settings.tag.corrections"]?["required"] == .strings(["file"]))
    try expect(schema.jsonText + "\n", isIn: "schema.json")
  }

  @Test func `the graph shows what flows between stages`() throws {
    try expect(PipelineGraph.mermaid(Samples.load("good/full.yaml")), isIn: "full.mermaid")
  }

  @Test func `the normal form reads like a pipeline file`() throws {
    try expect(Samples.load("good/full.yaml").normalYAML(), isIn: "full.normal.yaml")
  }
}
