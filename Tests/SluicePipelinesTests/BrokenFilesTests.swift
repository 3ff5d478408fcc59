import Foundation
import Sluice
import SluicePipelines
import Testing

/// Every file of `Fixtures/broken` gives exactly the diagnostics that stand beside it.
///
/// With `UPDATE_FIXTURES=1` in the environment, the expectations are written anew: read them all then.
struct BrokenFilesTests {
  @Test(arguments: Samples.names(in: "broken"))
  func `a broken file says all that is wrong with it`(name: String) throws {
    let expectation = "\(Samples.fixtures)/broken/\(name.dropLast(5)).expected"
    let found = try Samples.complaints(in: "broken") { try Samples.load("broken/\(name)") }
    let complaints = try #require(found, "\(name) loads")
    if PipelineFile.processEnvironment["UPDATE_FIXTURES"] == "1" {
      try complaints.write(toFile: expectation, atomically: true, encoding: .utf8)
    }
    #expect(complaints == (try? String(contentsOfFile: expectation, encoding: .utf8)))
  }

  @Test func `there are broken files enough`() {
    #expect(Samples.names(in: "broken").count >= 35)
  }

  @Test(arguments: Samples.names(in: "broken"))
  func `a file and the same text agree on what is wrong`(name: String) throws {
    let directory = "\(Samples.fixtures)/broken"
    let text = try String(contentsOfFile: "\(directory)/\(name)", encoding: .utf8)
    let asFile = try Samples.complaints(in: "broken") { try Samples.load("broken/\(name)") }
    let asText = try Samples.complaints(in: "broken") {
      try PipelineFile.load(
        text: text, named: "\(directory)/\(name)", directory: directory, registry: Samples.registry(),
        environment: Samples.environment)
    }
    // A text is no file: its tests need no inputs, and nothing can lead back to it but another file.
    let differ = ["42-extends-itself.yaml", "43-extends-in-a-circle.yaml", "48-test-input-missing.yaml"]
    #expect(asFile == asText || differ.contains(name))
  }
}
