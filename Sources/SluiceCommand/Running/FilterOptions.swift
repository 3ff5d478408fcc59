import ArgumentParser
import Sluice
import SluiceArchives

/// Which records of archives are wanted, for all verbs that read them.
struct FilterOptions: ParsableArguments {
  @Option(
    name: .customLong("type"), parsing: .singleValue,
    help: ArgumentHelp(
      "Only records of a media type, such as text/html or text/*, or a kind, such as response.",
      valueName: "type"))
  var types: [String] = []

  @Option(
    name: .customLong("url"), parsing: .singleValue,
    help: ArgumentHelp("Only records with a URI that a pattern with * and ? matches.", valueName: "pattern"))
  var urls: [String] = []

  @Option(
    name: .customLong("status"), parsing: .singleValue,
    help: ArgumentHelp("Only records with a status of HTTP: 200, 2xx or 200-206.", valueName: "status"))
  var statuses: [String] = []

  @Option(
    help: ArgumentHelp("Only records archived at or after a date: 2024, 2024-05-16.", valueName: "date"))
  var since: String?

  @Option(
    help: ArgumentHelp("Only records archived up to a date; 2024-05 is the whole month.", valueName: "date"))
  var until: String?

  /// - Throws: `ValidationError` that names what cannot be understood.
  func applied(to filter: InputFilter) throws -> InputFilter {
    var filter = filter
    let mediaTypes = types.filter { $0.contains("/") }.map { $0.lowercased() }
    let kinds = types.filter { !$0.contains("/") }.map { $0.lowercased() }
    if !mediaTypes.isEmpty { filter.mediaTypes = mediaTypes }
    if !kinds.isEmpty { filter.recordTypes = kinds }
    filter.urls = urls
    filter.statuses = try statuses.map(Self.range)
    filter.since = try since.map(Self.date)
    filter.until = try until.map(Self.date)
    return filter
  }

  private static func range(_ text: String) throws -> ClosedRange<Int> {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    if text.utf8.count == 3, text.hasSuffix("xx"), let hundred = Int(text.prefix(1)) {
      return hundred * 100...hundred * 100 + 99
    }
    guard (1...2).contains(parts.count), let first = Int(parts[0]), let last = Int(parts[parts.count - 1]),
      (100...999).contains(first), (first...999).contains(last)
    else { throw ValidationError("--status is like 200, 2xx or 200-206, not '\(text)'") }
    return first...last
  }

  private static func date(_ text: String) throws -> String {
    let digits = text.utf8.prefix(4)
    guard digits.count == 4, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
      throw ValidationError("a date is like 2024, 2024-05 or 2024-05-16T10:20:30Z, not '\(text)'")
    }
    return text
  }
}
