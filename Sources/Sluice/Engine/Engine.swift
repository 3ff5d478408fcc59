import Synchronization

/// Carries documents from a source of inputs through a pipeline to a sink, with several workers and in order.
///
/// The order and content of what reaches the sink do not depend on the number of workers. At most
/// ``window`` documents are in memory: a worker that runs ahead of the slowest one waits.
public struct Engine: Sendable {
  public let pipeline: Pipeline
  /// Documents worked on at the same time.
  public let jobs: Int
  /// The most time that one document may take; `nil` for no limit. Stages poll it.
  public let deadline: Duration?

  /// Documents that may be finished ahead of the next one to be written.
  public var window: Int { jobs * 4 }

  /// - Parameter jobs: at least 1.
  public init(_ pipeline: Pipeline, jobs: Int = 1, deadline: Duration? = .seconds(10)) {
    self.pipeline = pipeline
    self.jobs = max(1, jobs)
    self.deadline = deadline
  }

  /// What became of an input.
  public enum Outcome<Output: Sendable>: Sendable {
    case written(Output)
    /// Not wanted, by a reader's filter or a stage that threw `.filtered`: the reason.
    case filtered(SluiceError)
    case dead(DeadLetter)
  }

  /// Counts and times of a run: read = written + filtered + dead.
  public struct Report: Sendable {
    public var read = 0
    public var written = 0
    public var filtered = 0
    public var dead = 0
    /// Bytes of source in all documents.
    public var sourceBytes = 0
    /// Wall time in each step, over all workers, in nanoseconds.
    public var nanoseconds: [UInt64]
  }

  /// Runs until the source is empty or the task is cancelled; what is begun is finished.
  ///
  /// - Parameters:
  ///   - next: the next input, called by one worker at a time; an error ends the run.
  ///   - encode: makes the output of a document; called in parallel.
  ///   - sink: takes outcomes in the order of the inputs, one at a time; an error ends the run.
  ///   - observer: is told what each worker is at.
  /// - Throws: what `next` or `sink` threw.
  public func run<Output: Sendable>(
    next: sending @escaping () throws -> Input?,
    encode: @escaping @Sendable (Document) throws -> Output,
    sink: sending @escaping (Outcome<Output>) throws -> Void,
    observer: (any WorkObserver)? = nil
  ) async throws -> Report {
    let source = Ordered(next)
    let buffer = ReorderBuffer<Outcome<Output>>(window: window, sink: sink)
    return try await withThrowingTaskGroup(of: Report.self) { group in
      for number in 0..<jobs {
        group.addTask {
          var worker = pipeline
          var report = Report(nanoseconds: worker.nanoseconds)
          while !Task.isCancelled, let (index, input) = try source.next() {
            observer?.begin(worker: number, index: index)
            let outcome = await process(input, &worker, &report, encode) { step, _, _ in
              observer?.enter(worker: number, step: step + 1)
            }
            observer?.end(worker: number, nanoseconds: worker.nanoseconds)
            try await buffer.put(outcome, at: index)
          }
          report.nanoseconds = worker.nanoseconds
          return report
        }
      }
      var total = Report(nanoseconds: pipeline.nanoseconds)
      do {
        for try await report in group { total.add(report) }
      } catch {
        // Let no worker wait for a place that will never come free.
        buffer.close()
        throw error
      }
      return total
    }
  }

  private func process<Output: Sendable>(
    _ input: Input, _ worker: inout Pipeline, _ report: inout Report,
    _ encode: @Sendable (Document) throws -> Output,
    _ observe: @escaping (_ step: Int, _ outcome: Pipeline.StepOutcome, _ document: Document) -> Void
  ) async -> Outcome<Output> {
    report.read += 1
    do {
      var document = try input.document()
      report.sourceBytes += document.source.count
      document.deadline = deadline.map { ContinuousClock.now + $0 }
      try await worker.process(&document, observe: observe)
      let output = try encode(document)
      report.written += 1
      return .written(output)
    } catch {
      let error = (error as? SluiceError) ?? SluiceError(.stage, String(describing: error))
      if error.code == .filtered {
        report.filtered += 1
        return .filtered(error)
      }
      report.dead += 1
      return .dead(DeadLetter(id: input.id, uri: input.uri, error: error))
    }
  }
}

/// An input that did not become a record, and why.
public struct DeadLetter: Hashable, Sendable {
  public let id: String
  public let uri: String?
  public let error: SluiceError

  public init(id: String, uri: String?, error: SluiceError) {
    self.id = id
    self.uri = uri
    self.error = error
  }
}

extension Engine.Report {
  fileprivate mutating func add(_ other: Self) {
    read += other.read
    written += other.written
    filtered += other.filtered
    dead += other.dead
    sourceBytes += other.sourceBytes
    for index in nanoseconds.indices { nanoseconds[index] += other.nanoseconds[index] }
  }
}

/// Numbers the inputs in the order in which workers take them.
private final class Ordered: Sendable {
  private struct State {
    var next: () throws -> Input?
    var count = 0
    var isDone = false
  }

  private let state: Mutex<State>

  init(_ next: sending @escaping () throws -> Input?) {
    state = Mutex(State(next: next))
  }

  func next() throws -> (Int, Input)? {
    try state.withLock { state in
      guard !state.isDone else { return nil }
      do {
        guard let input = try state.next() else {
          state.isDone = true
          return nil
        }
        defer { state.count += 1 }
        return (state.count, input)
      } catch {
        state.isDone = true
        throw error
      }
    }
  }
}
