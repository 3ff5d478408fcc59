/// Is told what each worker of an ``Engine`` is at, so that somebody can look on: what shows progress, or ends a
/// process that hangs.
///
/// Each worker calls with its own number, from 0; calls of different workers are concurrent.
public protocol WorkObserver: Sendable {
  /// A worker takes the input with an index in this run of the engine.
  func begin(worker: Int, index: Int)
  /// Its document comes to a step of the pipeline; behind the last step, it is encoded.
  func enter(worker: Int, step: Int)
  /// It is done with the document.
  ///
  /// - Parameter nanoseconds: spent in each step since the worker began.
  func end(worker: Int, nanoseconds: [UInt64])
}
