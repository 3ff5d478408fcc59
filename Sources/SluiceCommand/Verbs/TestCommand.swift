import ArgumentParser
import Sluice
import SluiceArchives
import SluiceOutputs
import SluicePipelines

struct TestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the tests that pipeline files carry.",
    discussion: """
      A test names an input and a file of JSON with what is expected of its record. Every member that the file has \
      must be equal in the record; what it leaves out is not looked at. --update writes the file anew: the members \
      that it has, or all when it does not exist yet.
      """)

  @Argument(help: ArgumentHelp("Pipeline files.", valueName: "pipeline"))
  var pipelines: [String]

  @Flag(help: "Write what came out as what is expected.")
  var update = false

  @Option(help: ArgumentHelp("Write the results as JUnit XML.", valueName: "file"))
  var junit: String?

  @OptionGroup var options: PipelineOptions

  func run() async throws {
    var results: [PipelineTestResult] = []
    for path in pipelines {
      let loaded = try Installation.pipeline(path, overrides: options.overrides)
      for test in loaded.tests {
        let tested =
          test.overrides.isEmpty
          ? loaded : try Installation.pipeline(path, overrides: options.overrides + test.overrides)
        let result = await PipelineTestResult.run(test, of: tested, path: path, update: update)
        results.append(result)
        let outcome = result.isPassed ? (update ? "wrote" : "ok   ") : "FAIL "
        Swift.print("\(outcome)  \(path): \(test.name)")
        for difference in result.differences { Swift.print("      \(difference)") }
      }
    }
    if let junit {
      let file = try OutputFile(junit)
      try file.write(Array(PipelineTestResult.junit(results).utf8))
      try file.finish()
    }
    let failed = results.count { !$0.isPassed }
    Swift.print("\(results.count - failed) passed, \(failed) failed")
    if failed > 0 { throw ExitCode(3) }
  }
}
