import Sluice
import SluiceArchives
import SluiceOutputs
import SluicePipelines

/// What came of one test of a pipeline file.
struct PipelineTestResult {
  let pipeline: String
  let name: String
  let seconds: Double
  /// How the record differs from what was expected: one line each.
  let differences: [String]

  var isPassed: Bool { differences.isEmpty }

  static func run(
    _ test: PipelineTest, of loaded: LoadedPipeline, path: String, update: Bool
  ) async -> PipelineTestResult {
    let start = ContinuousClock.now
    var differences: [String]
    do {
      let record = try await record(of: test.input, loaded)
      differences = try compare(record, with: test.expect, update: update)
    } catch {
      differences = ["\(error)"]
    }
    return PipelineTestResult(
      pipeline: path, name: test.name,
      seconds: Double((ContinuousClock.now - start).nanoseconds) / 1e9, differences: differences)
  }

  /// The record of the first document of an input.
  static func record(of input: String, _ loaded: LoadedPipeline) async throws -> JSONValue {
    var inputs = try InputList([input], readers: Installation.registry().readers)
    guard let first = try inputs.next() else { throw SluiceError(.io, "\(input) holds no document") }
    var document = try first.document()
    var pipeline = loaded.pipeline
    try await pipeline.process(&document)
    let writer = JSONLinesWriter(RunSession.writerOptions(loaded, offsets: .utf8))
    return try JSONParser.parse(writer.encode(document))
  }

  private static func compare(_ record: JSONValue, with path: String, update: Bool) throws -> [String] {
    let expected = FileBytes.isReadableFile(path) ? try JSONParser.parse(FileBytes.read(path)) : nil
    if update {
      let shown = expected?.members.map { members in members.map(\.key) }
      let text = record.selecting(shown ?? record.membersWorthExpecting).prettyText + "\n"
      let file = try OutputFile(path)
      try file.write(Array(text.utf8))
      try file.finish()
      return []
    }
    guard let expected else { return ["there is no \(path); write it with --update"] }
    return JSONDifference.lines(from: expected, to: record)
  }

  /// The results in the form that build servers read.
  static func junit(_ results: [PipelineTestResult]) -> String {
    let cases = results.map { result in
      let head =
        "<testcase classname=\"\(Markup.escaped(result.pipeline))\" name=\"\(Markup.escaped(result.name))\""
        + " time=\"\(result.seconds)\""
      guard !result.isPassed else { return "  \(head)/>\n" }
      let message = Markup.escaped(result.differences.joined(separator: "\n"))
      return "  \(head)><failure>\(message)</failure></testcase>\n"
    }
    let failures = results.count { !$0.isPassed }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + "<testsuite name=\"sluice\" tests=\"\(results.count)\" failures=\"\(failures)\">\n"
      + cases.joined() + "</testsuite>\n"
  }
}

extension JSONValue {
  /// All members but those that change with every version, and the maps that `sluice verify` proves.
  fileprivate var membersWorthExpecting: [String] {
    let passing = ["sluice", "run", "alignment", "parsedAlignment", "evidence", "digest"]
    return (members ?? []).map(\.key).filter { !passing.contains($0) }
  }

  /// The wanted members; a source without its URI, which depends on where the test is run.
  fileprivate func selecting(_ keys: [String]) -> JSONValue {
    .object(
      (members ?? []).filter { keys.contains($0.key) }.map { member in
        guard member.key == "source" else { return member }
        return JSONValue.Member("source", .object((member.value.members ?? []).filter { $0.key != "uri" }))
      })
  }
}
