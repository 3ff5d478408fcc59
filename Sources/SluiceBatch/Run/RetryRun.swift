public import Sluice
public import SluiceArchives
import SluiceHash
import Synchronization

/// Works on the dead letters of a finished run again.
///
/// What succeeds is appended as a further part; what fails again stays in `dead.jsonl`. The manifest is the commit:
/// before it is replaced the folder is as it was, so a retry that is killed is simply done again.
public struct RetryRun {
  public enum Ending: Sendable {
    case complete(Manifest, Manifest.Retry)
    case stopped
    /// There are no dead letters.
    case nothingToDo
  }

  private let folder: RunFolder
  public let manifest: Manifest
  private let entries: [DeadLetterEntry]

  private static let remaining = RunFolder.deadLetters + ".new"
  /// Documents in one frame of the part.
  private static let chunk = 100

  /// - Throws: `SluiceError` with code `.io` when the folder holds no finished run, or not what its manifest says.
  public init(_ folder: RunFolder) throws {
    self.folder = folder
    guard let manifest = try Manifest.read(in: folder) else {
      throw SluiceError(.io, "\(folder.path) holds no finished run")
    }
    self.manifest = manifest
    let list = folder.result(RunFolder.deadLetters)
    if try FileDigest(list).sha256 != manifest.deadLetters.sha256 {
      // A retry was killed between its commit and the last change of a name.
      let other = folder.result(Self.remaining)
      guard try FileCalls.size(of: other) != nil, try FileDigest(other).sha256 == manifest.deadLetters.sha256
      else { throw SluiceError(.io, "\(list) is not what the manifest says") }
      try FileCalls.move(other, to: list)
    }
    entries = try DeadLetterEntry.read(list)
  }

  /// - Parameters:
  ///   - pipeline: the pipeline of the run, or a better one; its hash is noted.
  ///   - list: all inputs of the run.
  ///   - admit: throws `.filtered` for documents that are not wanted.
  /// - Throws: `SluiceError` with code `.io`.
  public func run(
    _ pipeline: Pipeline, hash: String, _ writer: any Writer, list: InputList,
    admit: @escaping @Sendable (Document) throws -> Void, jobs: Int, deadline: Duration?,
    board: WorkBoard, isStopped: @escaping @Sendable () -> Bool
  ) async throws -> Ending {
    guard !entries.isEmpty else { return .nothingToDo }
    let quarantine = Quarantine(board.suspects, stages: pipeline.steps.map(\.name))
    let feed = Feed(list, entries, quarantine)
    let results = ResultList(entries)
    var first = 0
    let alone = quarantine.serialEnd.map { [(jobs: 1, end: $0)] } ?? []
    for (jobs, end) in alone + [(jobs: jobs, end: entries.count)] {
      board[.firstNumber] = first
      let report = try await Engine(pipeline, jobs: jobs, deadline: deadline).run(
        next: { isStopped() ? nil : try feed.next(before: end) },
        encode: { document in
          try admit(document)
          var writer = writer
          return try writer.encode(document)
        },
        sink: { results.take($0) }, observer: board)
      first += report.read
    }
    guard first == entries.count else { return .stopped }
    return try commit(results.all, pipeline: hash)
  }

  private func commit(_ results: Results, pipeline: String) throws -> Ending {
    var manifest = manifest
    var retry = Manifest.Retry(counts: results.counts, pipeline: pipeline)
    if !results.records.isEmpty {
      let name = RunFolder.part(
        manifest.parts.last.flatMap { RunFolder.number(ofPart: $0.name) }.map { $0 + 1 } ?? 0)
      let file = try DurableFile(folder.result(name), cutTo: 0)
      let frames = try ZstdFrame()
      for start in stride(from: 0, to: results.records.count, by: Self.chunk) {
        let chunk = results.records[start..<min(start + Self.chunk, results.records.count)]
        try file.append(frames.compress(Array(chunk.joined())))
      }
      try file.sync()
      let digest = try FileDigest(file.path, continuing: manifest.crc)
      manifest.parts.append(
        Manifest.File(
          name: name, bytes: digest.bytes, sha256: digest.sha256, records: results.records.count))
      manifest.crc = digest.crc
      retry.part = name
    }
    let remaining = folder.result(Self.remaining)
    try AtomicFile.write(results.deadLetters, to: remaining)
    manifest.deadLetters = try Manifest.File(RunFolder.deadLetters, at: remaining)
    manifest.counts.written += results.counts.written
    manifest.counts.filtered += results.counts.filtered
    manifest.counts.dead = results.counts.dead
    manifest.retries.append(retry)
    try manifest.write(in: folder)
    try FileCalls.move(remaining, to: folder.result(RunFolder.deadLetters))
    try FileCalls.sync(folder: folder.path)
    return .complete(manifest, retry)
  }
}

extension RetryRun {
  /// Reads the inputs of dead letters again.
  private final class Feed: Sendable {
    private struct State {
      var list: InputList
      var index = 0
    }

    private let state: Mutex<State>
    private let entries: [DeadLetterEntry]
    private let quarantine: Quarantine

    init(_ list: InputList, _ entries: [DeadLetterEntry], _ quarantine: Quarantine) {
      state = Mutex(State(list: list))
      self.entries = entries
      self.quarantine = quarantine
    }

    func next(before end: Int) throws -> Input? {
      try state.withLock { state in
        guard state.index < end else { return nil }
        let entry = entries[state.index]
        if state.list.position != entry.position { try state.list.move(to: entry.position) }
        guard var input = try state.list.next(), input.id == entry.json["id"]?.string else {
          throw SluiceError(
            .io, "the input \(entry.json["id"]?.string ?? "") is not where it was: the inputs have changed")
        }
        if let error = quarantine.error(for: state.index) { input.content = .failure(error) }
        state.index += 1
        return input
      }
    }
  }

  private struct Results: Sendable {
    var counts = RunCounts()
    var records: [[UInt8]] = []
    var deadLetters: [UInt8] = []
  }

  private final class ResultList: Sendable {
    private let state = Mutex(Results())
    private let entries: [DeadLetterEntry]

    init(_ entries: [DeadLetterEntry]) { self.entries = entries }

    var all: Results { state.withLock { $0 } }

    func take(_ outcome: Engine.Outcome<[UInt8]>) {
      state.withLock { results in
        let entry = entries[results.counts.read]
        results.counts.read += 1
        switch outcome {
        case .written(let record):
          results.counts.written += 1
          results.records.append(record)
        case .filtered: results.counts.filtered += 1
        case .dead(let letter):
          results.counts.dead += 1
          results.deadLetters += entry.with(letter).line
        }
      }
    }
  }
}
