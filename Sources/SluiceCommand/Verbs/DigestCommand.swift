import ArgumentParser
import Glibc
import Sluice
import SluiceOutputs

struct DigestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "digest",
    abstract: "Make one digest of many records: their points by speaker, entity or date.",
    discussion: """
      The records need the stage summarize.extract; a point that several documents make is shown once. Each point \
      names its document.
      """)

  @Argument(
    help: ArgumentHelp("Files of records, folders of runs, or - for standard input.", valueName: "records"))
  var inputs: [String]

  @Option(help: "What to gather points by: speaker, entity or date.")
  var by: RunDigest.Grouping = .speaker

  @Option(help: ArgumentHelp("Points of each.", valueName: "n"))
  var top = 5

  @Option(help: ArgumentHelp("Speakers, entities or dates, those of most documents first.", valueName: "n"))
  var groups = 20

  @Option(help: "markdown, or html for a page that stands alone.")
  var format: DigestPage.Form = .markdown

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"))
  var output: String?

  func validate() throws {
    guard top > 0, groups > 0 else { throw ValidationError("--top and --groups must be 1 or more") }
  }

  func run() throws {
    var digest = RunDigest(by: by, top: top)
    var unread = 0
    for path in inputs {
      let file = try LineReader(path)
      while let line = try file.next() {
        do {
          digest.add(try Record(line: line))
        } catch {
          unread += 1
          StandardError.write("\(file.path):\(file.line): \(error)")
        }
      }
    }
    let file = try OutputFile(output)
    try file.write(Array(DigestPage(digest: digest, groups: groups).text(format).utf8))
    try file.finish()
    if unread > 0 { throw ExitCode(1) }
  }
}

extension RunDigest.Grouping: ExpressibleByArgument {}
extension DigestPage.Form: ExpressibleByArgument {}
