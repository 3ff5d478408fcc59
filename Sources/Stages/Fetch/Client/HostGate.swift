import Synchronization

/// Lets requests through to each host at its rate, and no more of them at a time than it may have.
final class HostGate: Sendable {
  private struct Host {
    var active = 0
    var waiting: [CheckedContinuation<Void, Never>] = []
    /// When the next request may start.
    var nextStart: ContinuousClock.Instant
  }

  /// Hosts that nothing goes to are forgotten beyond this many.
  private static let rememberedHosts = 4096

  private let hosts = Mutex<[String: Host]>([:])
  private let concurrency: Int
  private let interval: Duration

  /// - Parameters:
  ///   - concurrency: requests to a host at the same time, at least 1.
  ///   - rate: requests to a host per second; 0 for no limit.
  init(concurrency: Int, rate: Double) {
    self.concurrency = max(1, concurrency)
    interval = rate > 0 ? .seconds(1 / rate) : .zero
  }

  /// Waits until a request to a host may start; ``leave(_:)`` must follow when it returns.
  ///
  /// - Parameter interval: the least time to the start of the request before, when it is longer than the usual.
  /// - Throws: ``TransferFailure`` when it could not start before the deadline, `CancellationError`.
  func enter(_ host: String, interval own: Duration = .zero, deadline: ContinuousClock.Instant?) async throws
  {
    await withCheckedContinuation { continuation in
      let isFree = hosts.withLock { hosts in
        if hosts[host] == nil { Self.prune(&hosts) }
        var entry = hosts[host] ?? Host(nextStart: .now)
        defer { hosts[host] = entry }
        guard entry.active < concurrency else {
          entry.waiting.append(continuation)
          return false
        }
        entry.active += 1
        return true
      }
      if isFree { continuation.resume() }
    }
    do {
      try await waitForStart(host, max(interval, own), deadline)
    } catch {
      leave(host)
      throw error
    }
  }

  private func waitForStart(_ host: String, _ interval: Duration, _ deadline: ContinuousClock.Instant?)
    async throws
  {
    // A pause can be imposed while this one sleeps.
    while true {
      let now = ContinuousClock.now
      let start = hosts.withLock { hosts in
        var entry = hosts[host] ?? Host(nextStart: now)
        let start = max(now, entry.nextStart)
        if start == now { entry.nextStart = now + interval }
        hosts[host] = entry
        return start
      }
      if start == now { return }
      if let deadline, start > deadline {
        throw TransferFailure(
          kind: .lasting, message: "\(host) lets no request through before the time is up")
      }
      try await Task.sleep(until: start, clock: .continuous)
    }
  }

  /// Says that a request is over.
  func leave(_ host: String) {
    let next = hosts.withLock { hosts -> CheckedContinuation<Void, Never>? in
      guard var entry = hosts[host] else { return nil }
      defer { hosts[host] = entry }
      // The next one takes the place over.
      if !entry.waiting.isEmpty { return entry.waiting.removeFirst() }
      entry.active -= 1
      return nil
    }
    next?.resume()
  }

  /// Lets nothing more through to a host for a while.
  func pause(_ host: String, for time: Duration) {
    hosts.withLock { hosts in
      guard var entry = hosts[host] else { return }
      entry.nextStart = max(entry.nextStart, .now + time)
      hosts[host] = entry
    }
  }

  private static func prune(_ hosts: inout [String: Host]) {
    guard hosts.count >= rememberedHosts else { return }
    let now = ContinuousClock.now
    hosts = hosts.filter { $0.value.active > 0 || $0.value.nextStart > now }
  }
}
