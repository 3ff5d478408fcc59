import ArgumentParser
import Sluice
import SluiceOutputs
import SluicePipelines

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print a JSON Schema: of pipeline files, for editors, or of records.")

  enum Subject: String, ExpressibleByArgument, CaseIterable { case pipeline, record }

  @Argument(help: "pipeline or record.")
  var subject: Subject

  func run() throws {
    switch subject {
    case .pipeline: Swift.print(PipelineSchema.json(try Installation.registry()).prettyText)
    case .record: Swift.print(RecordSchema.json.prettyText)
    }
  }
}
