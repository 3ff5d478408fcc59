import Sluice

/// How many documents may fail before a run stops: a number, or a share of those that were read.
public struct ErrorBudget: Hashable, Sendable, CustomStringConvertible {
  let failures: Int
  /// `nil` for a number.
  let outOf: Int?

  /// Reads `20`, or `3/1000`.
  ///
  /// - Returns: `nil` unless failures ≥ 0, and the number read is at least 1 and not below them.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count <= 2, let failures = parts[0], failures >= 0 else { return nil }
    self.failures = failures
    outOf = parts.count == 2 ? parts[1] : nil
    guard parts.count == 1 || outOf.map({ $0 >= max(1, failures) }) == true else { return nil }
  }

  /// A share is not judged before so many documents are read as it names, unless these are all.
  func isExceeded(by counts: RunCounts, atEnd: Bool) -> Bool {
    guard let outOf else { return counts.dead > failures }
    guard counts.read >= outOf || atEnd else { return false }
    return counts.dead.multipliedFullWidth(by: outOf) > counts.read.multipliedFullWidth(by: failures)
  }

  public var description: String { outOf.map { "\(failures)/\($0)" } ?? "\(failures)" }
}
