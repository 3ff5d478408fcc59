public import Sluice

/// Inputs that ended the worker process twice: they become dead letters without being tried again.
struct Quarantine: Sendable {
  private let suspects: [Int: Suspect]
  /// The number behind the last input that is under suspicion and not yet in quarantine; up to there documents are
  /// worked on one at a time, so that a second crash names its document. `nil` when there is none.
  let serialEnd: Int?
  private let stages: [StageName]

  /// - Parameter stages: names of the pipeline's steps.
  init(_ suspects: [Suspect], stages: [StageName]) {
    self.suspects = Dictionary(suspects.map { ($0.number, $0) }, uniquingKeysWith: { $1 })
    self.stages = stages
    serialEnd = suspects.filter { !$0.isQuarantined }.map { $0.number + 1 }.max()
  }

  func error(for number: Int) -> SluiceError? {
    guard let suspect = suspects[number], suspect.isQuarantined else { return nil }
    let stage = stages.indices.contains(suspect.step) ? stages[suspect.step] : nil
    return switch suspect.cause {
    case .hang:
      SluiceError(.hang, "it was at work long after its time was up, \(suspect.tries) times", stage: stage)
    case .signal(let signal):
      SluiceError(
        .crash, "it ended the process, \(suspect.tries) times: \(Signal.name(signal))", stage: stage)
    }
  }
}

extension SluiceError.Code {
  /// A document that ended the process that worked on it.
  public static let crash = SluiceError.Code("crash")
  /// A document that a stage did not come back from.
  public static let hang = SluiceError.Code("hang")
}
