import Sluice

/// Gets resources of the web by the rules of ``FetchSettings``; shared by everybody who follows the same rules.
public final class Fetcher: Sendable {
  let settings: FetchSettings
  private let fields: [HTTPField]
  private let product: String
  private let loop: TransferLoop
  private let gate: HostGate
  private let robots = RobotsCache()
  private let cache: PageCache?
  private let retry: RetryPolicy

  /// - Throws: ``SluiceError`` with code `.configuration` for header fields that cannot be sent, and for `offline`
  ///   without a cache that can be read.
  public init(_ settings: FetchSettings) throws {
    self.settings = settings
    fields = try FetchHeaders.fields(of: settings)
    product = FetchHeaders.product(of: settings.userAgent)
    loop = TransferLoop(connections: settings.connections)
    gate = HostGate(concurrency: settings.hostConnections, rate: settings.rate)
    cache = settings.cache.map { PageCache($0.path, isReadOnly: settings.offline) }
    retry = RetryPolicy(
      retries: settings.retries, backoff: settings.backoff.seconds, longestWait: settings.longestWait.seconds)
    guard settings.offline else { return }
    guard let path = settings.cache?.path else {
      throw SluiceError(.configuration, "'offline' needs a 'cache' to take pages from")
    }
    guard FileBytes.isReadableFile(path) else {
      throw SluiceError(.configuration, "the cache \(path) cannot be read, and 'offline' allows nothing else")
    }
  }

  /// Gets a resource, following redirects.
  ///
  /// - Parameter deadline: when to give up, whatever the settings say.
  /// - Throws: ``SluiceError`` with code `.fetch`, `.refused`, `.tooLarge` or `.deadline`.
  public func page(at uri: String, deadline: ContinuousClock.Instant? = nil) async throws -> FetchedPage {
    var url = try WebURL(uri)
    var seen: Set<WebURL> = [url]
    while true {
      let (response, date) =
        settings.offline ? try recorded(url) : try await current(url, deadline: deadline)
      guard response.isRedirect, let location = response["location"] else {
        guard response.isSuccess else {
          throw SluiceError(.fetch, "\(url.text) was answered with \(response.statusText)")
        }
        return FetchedPage(url, response, date: date)
      }
      let next = try target(of: location, from: url)
      guard seen.insert(next).inserted else {
        throw SluiceError(.fetch, "\(uri) is redirected in a circle, at \(next.text)")
      }
      guard seen.count <= settings.redirects + 1 else {
        throw SluiceError(.fetch, "\(uri) is redirected more than \(settings.redirects) times")
      }
      url = next
    }
  }

  private func target(of location: String, from url: WebURL) throws -> WebURL {
    let next = try WebURL(location, relativeTo: url)
    guard url.scheme == "http" || next.scheme == "https" || settings.allowDowngrade else {
      throw SluiceError(
        .refused, "\(url.text) is redirected from https to \(next.text); allow-downgrade: true follows")
    }
    return next
  }

  private func recorded(_ url: WebURL) throws -> (HTTPResponse, date: String) {
    guard let kept = try cache?.page(at: url.text, sizeLimit: settings.maxSize) else {
      throw SluiceError(
        .fetch, "\(url.text) is not in the cache \(settings.cache?.path ?? ""); run online once")
    }
    return (kept.response, kept.date)
  }

  /// What the server says of one URL, with the cache asked first whether it must say it all.
  private func current(
    _ url: WebURL, deadline: ContinuousClock.Instant?
  ) async throws -> (HTTPResponse, date: String) {
    let delay = try await permission(url, deadline: deadline)
    let known = try cache?.validators(of: url.text)
    var request = request(url)
    request.fields += known?.fields ?? []
    let response = try await answer(to: request, interval: delay, deadline: deadline)
    if response.status == 304, let kept = try cache?.page(at: url.text, sizeLimit: settings.maxSize) {
      return (kept.response, kept.date)
    }
    let date = CalendarTime.iso(CalendarTime.now)
    if response.isSuccess || response.isRedirect {
      try cache?.keep(Exchange(request: request, response: response, date: date))
    }
    return (response, date)
  }
}

// MARK: - Requests

extension Fetcher {
  private func request(_ url: WebURL) -> TransferRequest {
    TransferRequest(
      url: url, fields: fields, connectTimeout: settings.connectTimeout.milliseconds,
      timeout: settings.timeout.milliseconds, lowSpeed: settings.lowSpeed, lowSpeedSeconds: 20,
      sizeLimit: settings.maxSize,
      allowsPrivate: settings.allowPrivate || settings.privateHosts.contains { $0.lowercased() == url.host },
      certificates: settings.certificates?.path)
  }

  /// The answer to a request, after as many attempts as it takes.
  private func answer(
    to request: TransferRequest, interval: Duration = .zero, deadline: ContinuousClock.Instant?
  ) async throws -> HTTPResponse {
    var attempt = 1
    while true {
      let result = try await attemptOnce(request, interval, deadline)
      let wait: Double?
      switch result {
      case .success(let response) where !RetryPolicy.passingStatuses.contains(response.status):
        return response
      case .success(let response):
        wait = retry.wait(after: attempt, of: request.url.text, retryAfter: response["retry-after"])
      case .failure(let failure):
        wait = failure.kind == .passing ? retry.wait(after: attempt, of: request.url.text) : nil
      }
      guard let wait, deadline.map({ .now + .seconds(wait) < $0 }) ?? true else {
        return try result.mapError { SluiceError($0, attempts: attempt) }.get()
      }
      // The whole host is spared when it says that it is too much.
      if case .success(let response) = result, response.status == 429 || response.status == 503 {
        gate.pause(request.url.host, for: .seconds(wait))
      }
      try await Task.sleep(for: .seconds(wait))
      attempt += 1
    }
  }

  private func attemptOnce(
    _ request: TransferRequest, _ interval: Duration, _ deadline: ContinuousClock.Instant?
  ) async throws -> Result<HTTPResponse, TransferFailure> {
    let host = request.url.host
    do {
      try await gate.enter(host, interval: interval, deadline: deadline)
    } catch let failure as TransferFailure {
      throw SluiceError(.deadline, failure.message)
    }
    defer { gate.leave(host) }
    var request = request
    if let deadline {
      let left = (deadline - .now).milliseconds
      guard left > 0 else { throw SluiceError(.deadline, "the time for \(request.url.text) is up") }
      request.timeout = min(request.timeout, left)
    }
    return await loop.perform(request)
  }
}

// MARK: - Robots

extension Fetcher {
  /// Redirects that a request for robots.txt follows (RFC 9309, section 2.3.1.2).
  private static let robotsRedirects = 5

  /// The least time between requests that a site asks for.
  ///
  /// - Throws: ``SluiceError`` with code `.refused` when robots.txt does not let the URL be fetched.
  private func permission(_ url: WebURL, deadline: ContinuousClock.Instant?) async throws -> Duration {
    guard settings.robots else { return .zero }
    let answer = try await robots.answer(for: url.origin) { try await self.robotsAnswer(of: url) }
    guard answer.rules.allows(url.target) else {
      let reason = answer.trouble.map { "cannot be read (\($0)), so nothing there" } ?? "does not let it"
      throw SluiceError(
        .refused,
        "\(url.text) is not fetched: robots.txt \(reason)\(answer.trouble == nil ? " be" : " may be")")
    }
    return settings.crawlDelay ? .seconds(min(answer.rules.crawlDelay ?? 0, 60)) : .zero
  }

  private func robotsAnswer(of url: WebURL) async throws -> RobotsCache.Answer {
    var url = try WebURL("/robots.txt", relativeTo: url)
    for _ in 0...Self.robotsRedirects {
      var request = request(url)
      // What lies behind the limit of a robots.txt is not read, but must not make the whole unreadable.
      request.sizeLimit = settings.maxSize
      let response: HTTPResponse
      do {
        response = try await answer(to: request, deadline: nil)
      } catch let error as SluiceError where error.code == .fetch {
        return RobotsCache.Answer(.disallowAll, trouble: error.message)
      }
      if response.isRedirect, let location = response["location"] {
        url = try target(of: location, from: url)
      } else if response.isSuccess {
        return RobotsCache.Answer(RobotsRules(response.body, product: product))
      } else if response.status >= 500 {
        return RobotsCache.Answer(.disallowAll, trouble: response.statusText)
      } else {
        return RobotsCache.Answer(.allowAll)
      }
    }
    return RobotsCache.Answer(.allowAll)
  }
}

extension SluiceError {
  fileprivate init(_ failure: TransferFailure, attempts: Int) {
    let code: Code =
      switch failure.kind {
      case .refused: .refused
      case .tooLarge: .tooLarge
      case .passing, .lasting, .cancelled: .fetch
      }
    self.init(code, failure.message + (attempts > 1 ? ", after \(attempts) attempts" : ""))
  }
}

extension Duration {
  /// Whole milliseconds, at least 1 for what is not zero or less.
  fileprivate var milliseconds: Int {
    self <= .zero
      ? 0 : max(1, Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000))
  }
  fileprivate var seconds: Double { Double(nanoseconds) / 1e9 }
}
