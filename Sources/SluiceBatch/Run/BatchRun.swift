public import Sluice
public import SluiceArchives

/// A run of a pipeline into a folder that survives any kill: started again with the same arguments, it goes on behind
/// the last commit, and ends with the same bytes as if nothing had happened.
public struct BatchRun: Sendable {
  public enum Ending: Sendable {
    /// All inputs are done, by this run or, when it is so said, by an earlier one.
    case complete(Manifest, wasDone: Bool)
    /// The user has stopped it; what is committed is kept.
    case stopped(RunCounts)
    /// More documents failed than its budget allows; what is committed is kept.
    case overBudget(RunCounts)
  }

  public let folder: RunFolder
  public let identity: RunIdentity
  public let inventory: InputInventory
  public let options: BatchOptions
  /// Index and number of shards, where this is one of several.
  public var shard: (index: Int, count: Int)?

  public init(
    _ folder: RunFolder, identity: RunIdentity, inventory: InputInventory, options: BatchOptions
  ) {
    self.folder = folder
    self.identity = identity
    self.inventory = inventory
    self.options = options
  }

  /// Starts the run, takes it up where it was stopped, or finds that it is over.
  ///
  /// - Parameters:
  ///   - inputs: the inputs from a position on.
  ///   - admit: throws `.filtered` for documents that are not wanted.
  ///   - board: shows what is at work; a supervisor looks on.
  ///   - isStopped: asked before each input.
  ///   - begin: told the counts that earlier runs have left.
  ///   - advance: told the counts after each document, and how far the inputs are read.
  /// - Throws: `SluiceError` with code `.configuration` when the folder holds a run of something else, with what is
  ///   different; with code `.io` when a file cannot be read or written. The run can then be taken up.
  public func run(
    _ pipeline: Pipeline, _ writer: any Writer, inputs: (InputPosition) throws -> InputList,
    admit: @escaping @Sendable (Document) throws -> Void, board: WorkBoard,
    isStopped: @escaping @Sendable () -> Bool, begin: (RunCounts) -> Void,
    advance: @escaping @Sendable (RunCounts, InputPosition) -> Void
  ) async throws -> Ending {
    if let manifest = try Manifest.read(in: folder) {
      try refuse(changesFrom(manifest.identity))
      try folder.removeWork()
      return .complete(manifest, wasDone: true)
    }
    let journal = try openJournal()
    let last = journal.last
    begin(last.counts)
    if last.isLast { return .complete(try publish(journal.entries), wasDone: false) }

    board[.committed] = last.counts.read
    let log = try RunLog(journal, in: folder, partSize: options.partSize)
    let index = try options.deduplication.map {
      try $0.index(rebuiltFrom: folder.growing(Deduplication.fileName))
    }
    let quarantine = Quarantine(board.suspects, stages: pipeline.steps.map(\.name))
    let feed = InputFeed(try inputs(last.position), number: last.counts.read, quarantine: quarantine)
    let queue = CommitQueue(log, board: board)
    let sink = BatchSink(
      queue, behind: last.counts, index, feed: feed, options: options, advance: advance)

    let deduplication = options.deduplication
    var first = last.counts.read
    // One at a time as long as it is not known which document ended the process before.
    let alone = quarantine.serialEnd.map { [(jobs: 1, end: Int?.some($0))] } ?? []
    for (jobs, end) in alone + [(jobs: options.jobs, end: nil)] {
      board[.firstNumber] = first
      let report = try await Engine(pipeline, jobs: jobs, deadline: options.deadline).run(
        next: { isStopped() ? nil : try feed.next(before: end) },
        encode: { document in
          try admit(document)
          var writer = writer
          let record = try writer.encode(document)
          let text = document.text.bytes
          let fingerprint =
            text.isEmpty ? nil : deduplication.map { Fingerprint(of: text, isNear: $0.isNear) }
          return Encoded(record: record, fingerprint: fingerprint)
        },
        sink: { try sink.take($0) }, observer: board)
      first += report.read
    }
    if feed.isAtEnd { try sink.finish() }
    let entries = try queue.entries()
    let committed = entries.last?.counts ?? RunCounts()
    if sink.isOverBudget { return .overBudget(committed) }
    return feed.isAtEnd ? .complete(try publish(entries), wasDone: false) : .stopped(committed)
  }

  private func openJournal() throws -> Journal {
    if let journal = try Journal(continuingIn: folder) {
      try refuse(changesFrom(journal.identity))
      return journal
    }
    if try FileCalls.size(of: folder.work) == nil { try folder.makeWork() }
    try AtomicFile.write(inventory.lines, to: folder.growing(RunFolder.inputs))
    return try Journal(beginning: identity, in: folder)
  }

  private func changesFrom(_ earlier: RunIdentity) throws -> [String] {
    let changes = earlier.changes(to: identity)
    guard earlier.inputArguments == identity.inputArguments, earlier.inputList != identity.inputList else {
      return changes
    }
    let before = try InputInventory(lines: FileBytes.read(folder.whereabouts(RunFolder.inputs)))
    return changes + before.changes(to: inventory)
  }

  private func refuse(_ changes: [String]) throws {
    guard !changes.isEmpty else { return }
    throw SluiceError(
      .configuration,
      """
      \(folder.path) holds a run of something else, which cannot go on:
        \(changes.joined(separator: "\n  "))
      run it as it was, write to another folder, or begin anew with --restart
      """)
  }

  private func publish(_ entries: [JournalEntry]) throws -> Manifest {
    try Publication(
      folder: folder, identity: identity, entries: entries, hasDuplicates: options.deduplication != nil,
      shard: shard
    ).publish(InputInventory(inventory.paths))
  }
}
