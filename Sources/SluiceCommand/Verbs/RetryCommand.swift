import ArgumentParser
import Sluice
import SluiceArchives
import SluiceBatch
import SluiceOutputs
import SluicePipelines

struct RetryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retry",
    abstract: "Work on the dead letters of a finished run again.",
    discussion: """
      What succeeds is added to the folder as a further part, what fails again stays in dead.jsonl, and the manifest \
      accounts for both. Give it in the folder where the run was given, for the inputs are found under the same \
      paths. The pipeline is that of the run, unless another one is named, such as one with a fault mended.
      """)

  @Argument(help: ArgumentHelp("The folder of the run.", valueName: "dir"))
  var folder: String

  @Option(help: ArgumentHelp("Another pipeline than that of the run.", valueName: "pipeline"))
  var pipeline: String?

  @Flag(name: .shortAndLong, help: "Say nothing but what went wrong.")
  var quiet = false

  @Flag(
    inversion: .prefixedNo, help: "Work in a process of its own, so that a crash or hang costs one document.")
  var supervisor = true

  @OptionGroup var fetching: FetchOptions
  @OptionGroup var work: WorkOptions
  @OptionGroup var deadline: DeadlineOption
  @OptionGroup var options: PipelineOptions

  func run() async throws {
    if supervisor, let status = try Supervised.run(deadline.limit) { throw ExitCode(status) }
    Interruption.listen()
    let folder = RunFolder(folder)
    guard try Manifest.read(in: folder) != nil else {
      throw SluiceError(.io, "\(folder.path) holds no finished run")
    }
    let lock = try folder.lock()
    defer { withExtendedLifetime(lock) {} }
    let retry = try RetryRun(folder)
    let identity = retry.manifest.identity
    let loaded = try Installation.pipeline(
      pipeline ?? identity.pipelineArgument,
      overrides: (pipeline == nil ? identity.overrides : []) + options.overrides + fetching.overrides())
    let registry = try Installation.registry()
    let recorded = JSONValue.object(identity.options)
    let unit = recorded["offsets"]?.string.flatMap(OffsetUnit.init(rawValue:)) ?? .utf8
    let writer = JSONLinesWriter(
      RunSession.writerOptions(loaded, offsets: unit, tokens: recorded["tokens"]?.bool ?? false))
    let given = try await fetching.sources(
      of: identity.inputArguments, loaded.pipeline, named: loaded.name)
    let list = try InputList(
      identity.inputArguments, readers: registry.readers, mediaTypes: loaded.pipeline.mediaTypes,
      options: InputOptions(filter: .everything, ids: .asGiven), given: given)
    let languages = (recorded["languages"]?.array ?? []).compactMap(\.string)
    let ending = try await retry.run(
      loaded.pipeline, hash: loaded.hash, writer, list: list,
      admit: { try RunSession.check($0, languages) }, jobs: work.count(for: loaded.pipeline),
      deadline: deadline.limit,
      board: Supervised.board(), isStopped: { Interruption.isRequested })
    throw ExitCode(tell(ending))
  }

  private func tell(_ ending: RetryRun.Ending) -> Int32 {
    switch ending {
    case .nothingToDo:
      if !quiet { StandardError.write("there are no dead letters") }
      return 0
    case .stopped:
      if !quiet { StandardError.write("interrupted; nothing has changed") }
      return BatchSession.interrupted
    case .complete(let manifest, let retry):
      if !quiet {
        StandardError.write("tried again: \(BatchSession.summary(retry.counts))")
        StandardError.write("in all: \(BatchSession.summary(manifest.counts))")
      }
      print(manifest.trailer.jsonText)
      return manifest.counts.dead > 0 ? 1 : 0
    }
  }
}
