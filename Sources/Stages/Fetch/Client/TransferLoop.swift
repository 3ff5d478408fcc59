import CLibCurl
import Glibc
import Synchronization

/// Carries out requests, many at a time, on one thread with curl's multi interface; all workers share it.
///
/// The thread starts with the first request and ends with the loop.
final class TransferLoop: Sendable {
  private let inbox: Inbox

  /// - Parameter connections: open at the same time, at most.
  init(connections: Int) {
    inbox = Inbox(connections: connections)
  }

  deinit { inbox.stop() }

  /// Gets a resource; cancelled with its task.
  func perform(_ request: TransferRequest) async -> Result<HTTPResponse, TransferFailure> {
    let transfer = Transfer(request)
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        transfer.onFinish(continuation)
        if !inbox.send(.start(transfer)) {
          transfer.finish(.failure(TransferFailure(kind: .lasting, message: "libcurl cannot be started")))
        }
      }
    } onCancel: {
      _ = inbox.send(.cancel(transfer))
    }
  }
}

private enum Order {
  case start(Transfer)
  case cancel(Transfer)
}

/// The loop's thread and what it is told to do.
///
/// Unchecked, because the multi handle is used by its thread alone but for `curl_multi_wakeup`, which any may call;
/// the thread frees it only after nobody can.
private final class Inbox: @unchecked Sendable {
  private struct State {
    var orders: [Order] = []
    var isRunning = false
    var isStopped = false
  }

  private static let libraryIsReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
  /// Handles that are kept for the next requests.
  private static let spareHandles = 64

  private let multi: UnsafeMutableRawPointer?
  private let state = Mutex(State())

  init(connections: Int) {
    multi = Self.libraryIsReady ? curl_multi_init() : nil
    guard let multi else { return }
    sluice_curl_multi_set_long(multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, connections)
    sluice_curl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, connections)
  }

  deinit {
    if let multi { curl_multi_cleanup(multi) }
  }

  /// `false` when there is no thread to do it.
  func send(_ order: Order) -> Bool {
    state.withLock { state in
      guard let multi, !state.isStopped else { return false }
      if !state.isRunning {
        guard start() else { return false }
        state.isRunning = true
      }
      state.orders.append(order)
      curl_multi_wakeup(multi)
      return true
    }
  }

  func stop() {
    state.withLock { state in
      state.isStopped = true
      if let multi, state.isRunning { curl_multi_wakeup(multi) }
    }
  }

  private func start() -> Bool {
    var thread = pthread_t()
    let me = Unmanaged.passRetained(self)
    let code = pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        Unmanaged<Inbox>.fromOpaque(context).takeRetainedValue().run()
        return nil
      }, me.toOpaque())
    guard code == 0 else {
      me.release()
      return false
    }
    pthread_detach(thread)
    return true
  }

  // MARK: - On the thread

  private func run() {
    guard let multi else { return }
    var active: [UnsafeMutableRawPointer: Transfer] = [:]
    var spare: [UnsafeMutableRawPointer] = []
    var running: Int32 = 0
    while true {
      let (orders, isStopped) = state.withLock { state in
        defer { state.orders.removeAll() }
        return (state.orders, state.isStopped)
      }
      for order in orders { carryOut(order, multi, &active, &spare) }
      if isStopped { break }
      curl_multi_perform(multi, &running)
      collect(multi, &active, &spare)
      curl_multi_poll(multi, nil, 0, 1000, nil)
    }
    for (handle, transfer) in active {
      curl_multi_remove_handle(multi, handle)
      curl_easy_cleanup(handle)
      transfer.finish(.failure(Self.cancelled))
    }
    for handle in spare { curl_easy_cleanup(handle) }
  }

  private static let cancelled = TransferFailure(kind: .cancelled, message: "the run was stopped")

  private func carryOut(
    _ order: Order, _ multi: UnsafeMutableRawPointer,
    _ active: inout [UnsafeMutableRawPointer: Transfer], _ spare: inout [UnsafeMutableRawPointer]
  ) {
    switch order {
    case .start(let transfer):
      guard !transfer.isCancelled else { return transfer.finish(.failure(Self.cancelled)) }
      guard let handle = spare.popLast() ?? curl_easy_init() else {
        return transfer.finish(.failure(TransferFailure(kind: .lasting, message: "libcurl has no memory")))
      }
      transfer.prepare(handle)
      active[handle] = transfer
      curl_multi_add_handle(multi, handle)
    case .cancel(let transfer):
      transfer.isCancelled = true
      if let handle = active.first(where: { $0.value === transfer })?.key {
        release(handle, multi, &active, &spare)
      }
      transfer.finish(.failure(Self.cancelled))
    }
  }

  private func collect(
    _ multi: UnsafeMutableRawPointer, _ active: inout [UnsafeMutableRawPointer: Transfer],
    _ spare: inout [UnsafeMutableRawPointer]
  ) {
    var left: Int32 = 0
    while let message = curl_multi_info_read(multi, &left) {
      guard message.pointee.msg == CURLMSG_DONE, let handle = message.pointee.easy_handle else { continue }
      let code = sluice_curl_result(message)
      guard let transfer = active[handle] else { continue }
      let outcome = transfer.outcome(code, handle)
      release(handle, multi, &active, &spare)
      transfer.finish(outcome)
    }
  }

  private func release(
    _ handle: UnsafeMutableRawPointer, _ multi: UnsafeMutableRawPointer,
    _ active: inout [UnsafeMutableRawPointer: Transfer], _ spare: inout [UnsafeMutableRawPointer]
  ) {
    curl_multi_remove_handle(multi, handle)
    active[handle] = nil
    if spare.count < Self.spareHandles {
      curl_easy_reset(handle)
      spare.append(handle)
    } else {
      curl_easy_cleanup(handle)
    }
  }
}
