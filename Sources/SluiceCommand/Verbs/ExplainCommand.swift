import ArgumentParser
import Glibc
import Sluice
import SluiceArchives
import SluiceOutputs
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

  @Flag(help: "Show the whole text with its edits marked in it instead.")
  var marked = false

  @Flag(help: "The same as a page of HTML, on standard output.")
  var html = false

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
    if marked || html { return try await showMarked(document, loaded.pipeline) }
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

  private func showMarked(_ document: Document, _ pipeline: Pipeline) async throws {
    var document = document
    var pipeline = pipeline
    try await pipeline.process(&document)
    guard let parsed = document.parsedText else {
      throw SluiceError(.contract, "the edits do not lead to the text", document: document.id)
    }
    let page = MarkedPage(marked: MarkedText(parsed, document.edits), title: document.id)
    Swift.print(html ? page.html : page.terminal(Style(descriptor: STDOUT_FILENO)))
  }

  private func find(in inputs: [String], _ given: [String: [Input]]) throws -> Input {
    var list = try InputList(inputs, readers: Installation.registry().readers, given: given)
    while let input = try list.next() {
      if id == nil || input.id == id { return input }
    }
    throw SluiceError(.io, id.map { "no document has the id '\($0)'" } ?? "\(inputs[0]) holds no document")
  }
}
