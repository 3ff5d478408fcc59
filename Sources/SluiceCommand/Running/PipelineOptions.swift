public import ArgumentParser
public import Sluice

/// `--set`, which every verb takes that loads a pipeline.
struct PipelineOptions: ParsableArguments {
  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp(
      "Change a setting: stages.split.sentences.newlines=hard", valueName: "path=value"))
  var overrides: [String] = []
}

/// How many documents are worked on at the same time.
struct WorkOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Workers. (default: one per core; 32 to wait for the web)", valueName: "n"))
  var jobs: Int?

  /// Workers for a pipeline: those of one that fetches spend their time waiting.
  func count(for pipeline: Pipeline) -> Int {
    let fetches = pipeline.steps.contains { $0.name.phase == .fetch }
    return jobs ?? (fetches ? max(32, Machine.cores) : Machine.cores)
  }

  func validate() throws {
    guard (1...1024).contains(jobs ?? 1) else { throw ValidationError("--jobs must be from 1 to 1024") }
  }
}

/// How long a document may be worked on.
struct DeadlineOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Most time for one document, such as 500ms or 10s; 0s for no limit.", valueName: "time"))
  var deadline: Duration = .seconds(10)

  var limit: Duration? { deadline == .zero ? nil : deadline }
}

extension Duration: @retroactive ExpressibleByArgument {
  public init?(argument: String) {
    self.init(setting: argument)
  }

  public var defaultValueDescription: String { "\(components.seconds)s" }
}

extension OffsetUnit: ExpressibleByArgument {}
