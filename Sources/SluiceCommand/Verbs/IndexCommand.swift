import ArgumentParser
import Sluice
import SluiceOutputs

struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "List the named things of an output: mentions, documents and dates of each.",
    discussion: """
      Reads records, as `sluice run` writes them, and writes one line of JSON for each thing, the most frequent first. \
      Things of several documents are one when label and name agree; a single name of a person joins the one full \
      name of the output that it is a part of.
      """)

  @Argument(
    help: ArgumentHelp("Files of records, folders of runs, or - for standard input.", valueName: "output"))
  var outputs: [String]

  @Option(help: ArgumentHelp("Only things with this label, such as PERSON; repeatable.", valueName: "label"))
  var label: [String] = []

  @Option(help: ArgumentHelp("Only things that this many documents name.", valueName: "n"))
  var documents = 1

  func run() throws {
    var index = EntityRunIndex()
    for path in outputs {
      let file = try LineReader(path)
      while let line = try file.next() {
        do {
          try index.add(JSONParser.parse(line))
        } catch {
          StandardError.write("\(path):\(file.line): \(error)")
          throw ExitCode(1)
        }
      }
    }
    for thing in index.things where label.isEmpty || label.contains(thing.label) {
      if thing.documents.count < documents { continue }
      Swift.print(String(decoding: thing.json, as: UTF8.self))
    }
  }
}
