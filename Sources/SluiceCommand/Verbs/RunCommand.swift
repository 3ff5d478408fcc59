import ArgumentParser
import Glibc
import Sluice
import SluiceArchives
import SluiceOutputs
import SluicePipelines

struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run a pipeline over files, folders, JSON lines, URLs or standard input.",
    discussion: """
      The first argument is a pipeline when it ends in .yaml or is the name of a built-in one (talks, article, \
      plain, web); without it the talks pipeline is run, and for URLs the web pipeline. Inputs are files, folders, \
      .jsonl files with {"id", "text" | "html" | "uri"} a line, .urls files, sitemaps and feeds, http and https \
      URLs of pages or of such, or - for standard input.
      """)

  @Argument(help: ArgumentHelp("A pipeline, then what to run it on.", valueName: "pipeline] [input"))
  var arguments: [String] = []

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"))
  var output: String?

  @Option(help: "Form of the output: jsonl, or text for people. (default: text on a terminal, else jsonl)")
  var format: String?

  @Option(help: "What offsets count: utf8 bytes, utf16 units, or unicode code points.")
  var offsets: OffsetUnit = .utf8

  @Option(help: ArgumentHelp("Write inputs that failed to a file, as JSON lines.", valueName: "file"))
  var dead: String?

  @Flag(help: "Put the tokens of split.tokens into the records.")
  var tokens = false

  @Flag(name: .shortAndLong, help: "Say nothing but what went wrong.")
  var quiet = false

  @OptionGroup var fetching: FetchOptions
  @OptionGroup var work: WorkOptions
  @OptionGroup var deadline: DeadlineOption
  @OptionGroup var options: PipelineOptions

  func run() async throws {
    var inputs = arguments
    let pipelineName =
      inputs.first.map(Installation.isPipeline) == true
      ? inputs.removeFirst() : FetchOptions.defaultPipeline(for: inputs)
    if inputs.isEmpty {
      guard !Machine.standardInputIsTerminal else {
        throw ValidationError("name a file, a folder, or - for standard input")
      }
      inputs = ["-"]
    }
    let registry = try Installation.registry()
    let pipeline = try Installation.pipeline(
      pipelineName, overrides: options.overrides + fetching.overrides())
    guard !tokens || pipeline.pipeline.steps.contains(where: { $0.contract.provides.contains(.tokens) })
    else { throw SluiceError(.configuration, "--tokens needs a stage that makes them: add split.tokens") }
    let writer = try writer(for: pipeline, registry)
    let given = try await fetching.sources(of: inputs, pipeline.pipeline, named: pipeline.name)
    let list = try InputList(
      inputs, readers: registry.readers, mediaTypes: pipeline.pipeline.mediaTypes, given: given)
    var session = RunSession(pipeline: pipeline)
    session.jobs = work.count(for: pipeline.pipeline)
    session.deadline = deadline.limit
    session.isQuiet = quiet || isView
    session.deadLetters = try dead.map { try OutputFile($0) }
    let report = try await session.run(list, writer: writer, output: OutputFile(output))
    if Interruption.isRequested { throw ExitCode(130) }
    if report.dead > 0 { throw ExitCode(1) }
  }

  private var formatName: String {
    format ?? (output == nil && Machine.standardOutputIsTerminal ? TextWriter.name : JSONLinesWriter.name)
  }

  /// The output is the view for people, on standard output.
  private var isView: Bool { output == nil && formatName == TextWriter.name }

  private func writer(for pipeline: LoadedPipeline, _ registry: Registry) throws -> any Writer {
    guard let writerType = registry.writer(named: formatName) else {
      let known = registry.writers.map { $0.name }
      throw SluiceError(
        .configuration,
        "unknown format '\(formatName)'; \(Suggestion.didYouMean(formatName, among: known) ?? "known: \(known.joined(separator: ", "))")"
      )
    }
    if isView {
      return TextWriter(width: Machine.terminalColumns, isColoured: Style(descriptor: STDOUT_FILENO).isOn)
    }
    return try writerType.init(RunSession.writerOptions(pipeline, offsets: offsets, tokens: tokens))
  }
}
