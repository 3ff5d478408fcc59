import Sluice
import SluiceArchives
import SluiceBatch
import SluiceHash
import SluicePipelines

/// A run into a folder, with all that people and programs are told of it.
struct BatchSession {
  let folder: String
  let pipelineArgument: String
  let overrides: [String]
  let pipeline: LoadedPipeline
  let inputs: [String]
  /// The inputs of arguments that are no paths.
  let given: [String: [Input]]
  let filter: InputFilter
  /// In lower case; none for all.
  let languages: [String]
  let writer: any Writer
  let jobs: Int
  let deadline: Duration?
  let isQuiet: Bool
  let reporting: ReportOptions
  let arguments: BatchArguments
  /// Options that show in the output, besides those of ``arguments``.
  let identity: [JSONValue.Member]

  /// More documents failed than the budget allows.
  static let overBudget: Int32 = 4
  static let interrupted: Int32 = 130

  /// - Returns: the exit status.
  func run(_ registry: Registry) async throws -> Int32 {
    guard !inputs.contains("-") else {
      throw SluiceError(
        .configuration, "a run into a folder needs inputs that can be read again, not standard input")
    }
    Interruption.listen()
    let board = try Supervised.board()
    let shard = arguments.shard?.shard
    let list = try InputList(
      inputs, readers: registry.readers, mediaTypes: pipeline.pipeline.mediaTypes,
      options: InputOptions(filter: filter, ids: .asGiven, shard: shard), given: given)
    let inventory = InputInventory(list.paths)
    var options = arguments.options
    options.jobs = jobs
    options.deadline = deadline

    let folder = RunFolder(folder)
    let lock = try folder.lock()
    defer { withExtendedLifetime(lock) {} }
    if arguments.restart, board.beginsAnew() { try folder.clear() }
    var run = BatchRun(
      folder, identity: runIdentity(options, inventory), inventory: inventory, options: options)
    run.shard = shard.map { ($0.index, $0.count) }
    let progress = reporting.makeProgress(
      isShown: !isQuiet, run: folder.path, board: board, stages: pipeline.pipeline.steps.map(\.name))
    let share = InputShare(inventory, shard)
    let ending = try await run.run(
      pipeline.pipeline, writer,
      inputs: { position in
        var list = list
        try list.move(to: position)
        return list
      },
      admit: { [languages] in try RunSession.check($0, languages) },
      board: board, isStopped: { Interruption.isRequested },
      begin: { counts in
        progress.begin(with: counts)
        if counts.read > 0, board.restarts == 0, !isQuiet {
          StandardError.write("going on behind \(Format.plural(counts.read, "document")) of an earlier run")
        }
      },
      advance: { counts, position in progress.advance(to: counts, share: share.of(position)) })
    for step in pipeline.pipeline.steps {
      for remark in step.stage.remarks { StandardError.write("\(step.name): \(remark)") }
    }
    return try tell(ending, progress, board, passedOver: list.passedOver)
  }

  private func runIdentity(_ options: BatchOptions, _ inventory: InputInventory) -> RunIdentity {
    var members = identity + options.identity
    members.append(.init("filter", filter.json))
    members.append(.init("languages", .strings(languages)))
    // What a sitemap or feed lists can be something else the next time.
    let addresses = inputs.flatMap { given[$0] ?? [] }.map { $0.uri ?? $0.id }
    if !addresses.isEmpty {
      let hash = SHA256.hash(Array(addresses.joined(separator: "\n").utf8))
      members.append(.init("addresses", .string("\(addresses.count), sha256:\(hash)")))
    }
    let shard = arguments.shard?.shard
    members.append(.init("shard", shard.map { .string("\($0.index)/\($0.count)") } ?? .null))
    return RunIdentity(
      version: Release.version, pipelineArgument: pipelineArgument, overrides: overrides,
      pipelineName: pipeline.name, pipelineHash: pipeline.hash,
      stages: pipeline.normalForm["stages"]?.array ?? [],
      models: pipeline.pipeline.models.map { .init($0.stage.description, .string($0.model)) },
      options: members, inputArguments: inputs, inputFiles: inventory.count, inputBytes: inventory.bytes,
      inputList: inventory.hash)
  }

  private func tell(
    _ ending: BatchRun.Ending, _ progress: Progress, _ board: WorkBoard, passedOver: Int
  ) throws -> Int32 {
    switch ending {
    case .complete(let manifest, let wasDone):
      try progress.finish(manifest.counts, isComplete: true)
      if !isQuiet {
        if wasDone { StandardError.write("\(folder) is whole already: nothing to do") }
        var line = Self.summary(manifest.counts)
        if !wasDone { line += "; \(Format.seconds(progress.seconds))" }
        if passedOver > 0 { line += "; \(Format.plural(passedOver, "file")) of other types left out" }
        StandardError.write(line)
        for path in manifest.changedInputs { StandardError.write("\(path) has changed while it was read") }
      }
      print(manifest.trailer.jsonText)
      return manifest.counts.dead > 0 ? 1 : 0
    case .stopped(let counts):
      try progress.finish(counts, isComplete: false)
      if !isQuiet {
        StandardError.write("\(Self.summary(counts)); interrupted, the same command goes on from here")
      }
      return Self.interrupted
    case .overBudget(let counts):
      try progress.finish(counts, isComplete: false)
      StandardError.write(
        """
        \(Self.summary(counts)); stopped: more than --max-errors \(arguments.maxErrors?.description ?? "") allows
        the failures are in \(RunFolder(folder).path)/.run/dead.jsonl; with a larger budget the run goes on
        """)
      return Self.overBudget
    }
  }

  static func summary(_ counts: RunCounts) -> String {
    var line = "\(Format.plural(counts.read, "document")) read = \(Format.count(counts.written)) written"
    if counts.filtered > 0 { line += " + \(Format.count(counts.filtered)) filtered" }
    return line + " + \(Format.count(counts.dead)) failed"
  }
}

extension InputFilter {
  /// As the identity of a run names it.
  fileprivate var json: JSONValue {
    .object([
      .init("recordTypes", .strings(recordTypes)), .init("mediaTypes", .strings(mediaTypes)),
      .init("urls", .strings(urls)),
      .init("statuses", .strings(statuses.map { "\($0.lowerBound)-\($0.upperBound)" })),
      .init("since", since.map(JSONValue.string) ?? .null),
      .init("until", until.map(JSONValue.string) ?? .null),
    ])
  }
}
