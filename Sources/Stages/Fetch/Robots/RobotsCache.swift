import Sluice

/// What robots.txt says on each site, asked once a day, by one request whoever waits for it.
actor RobotsCache {
  /// The answer of a site, or why nothing there may be fetched.
  struct Answer: Sendable {
    let rules: RobotsRules
    /// Set when the site could not say.
    let trouble: String?

    init(_ rules: RobotsRules, trouble: String? = nil) {
      self.rules = rules
      self.trouble = trouble
    }
  }

  private struct Entry {
    let answer: Task<Answer, any Error>
    let expires: ContinuousClock.Instant
  }

  private var entries: [String: Entry] = [:]

  /// Answers are used for so long at most (RFC 9309, section 2.4).
  private static let lifetime = Duration.seconds(24 * 3600)
  /// Sites that could not say are asked again earlier.
  private static let lifetimeOfTrouble = Duration.seconds(600)
  private static let rememberedSites = 8192

  /// The rules of a site.
  ///
  /// - Parameter fetch: gets them when they are not known yet.
  func answer(
    for origin: String, fetch: @escaping @Sendable () async throws -> Answer
  ) async throws -> Answer {
    if let entry = entries[origin], entry.expires > .now { return try await entry.answer.value }
    if entries.count >= Self.rememberedSites { entries = entries.filter { $0.value.expires > .now } }
    if entries.count >= Self.rememberedSites { entries.removeAll() }
    let task = Task { try await fetch() }
    entries[origin] = Entry(answer: task, expires: .now + Self.lifetime)
    do {
      let answer = try await task.value
      if answer.trouble != nil {
        entries[origin] = Entry(answer: task, expires: .now + Self.lifetimeOfTrouble)
      }
      return answer
    } catch {
      // What was refused by rule, or stopped, says nothing of the site.
      entries[origin] = nil
      throw error
    }
  }
}
