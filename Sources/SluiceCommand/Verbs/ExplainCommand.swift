import ArgumentParser
import Glibc
import Sluice
import SluiceArchives
import SluicePipelines

struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show what each stage does to one document: dropped, edited, annotated, and in what time.")

  @Argument(help: ArgumentHelp("A pipeline (default: talks), then one input.", valueName: "pipeline] [input"))
  var arguments: [String]

  @Option(help: ArgumentHelp("Which document of an input that holds many.", valueName: "id"))
  var id: String?

  @Flag(help: "Show all that was dropped and edited, not the first few.")
  var all = false

  @OptionGroup var fetching: FetchOptions
  @OptionGroup var deadline: DeadlineOption
  @OptionGroup var options: PipelineOptions

  func run() async throws {
    var inputs = arguments
    let name =
      inputs.first.map(Installation.isPipeline) == true
      ? inputs.removeFirst() : FetchOptions.defaultPipeline(for: inputs)
    guard inputs.count == 1 else { throw ValidationError("explain takes one input") }
    let loaded = try Installation.pipeline(name, overrides: options.overrides + fetching.overrides())
    let given = try await fetching.sources(of: inputs, loaded.pipeline, named: loaded.name)
    var document = try find(in: inputs, given).document()
    document.deadline = deadline.limit.map { .now + $0 }
    var explanation = Explanation(
      of: document, pipeline: loaded.pipeline, style: Style(descriptor: STDOUT_FILENO), isComplete: all)
    var failure: (any Error)?
    do {
      try await explanation.run()
    } catch {
      failure = error
    }
    Swift.print(explanation.text)
    if let failure {
      StandardError.write("failed: \(failure)")
      throw ExitCode(1)
    }
  }

  private func find(in inputs: [String], _ given: [String: [Input]]) throws -> Input {
    var list = try InputList(inputs, readers: Installation.registry().readers, given: given)
    while let input = try list.next() {
      if id == nil || input.id == id { return input }
    }
    throw SluiceError(.io, id.map { "no document has the id '\($0)'" } ?? "\(inputs[0]) holds no document")
  }
}
