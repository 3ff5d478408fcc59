import ArgumentParser
import Sluice
import SluiceEntities

struct GazetteerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gazetteer",
    abstract: "Prepare lists of names for tag.gazetteer.",
    subcommands: [Compile.self])

  struct Compile: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Compile a list of names into a file that is there at once, however long.",
      discussion: """
        The input is tab-separated (name, label, id, aliases parted by |) or JSON lines with name, label, id and \
        aliases. The output is named for tag.gazetteer: its name ends in .sgaz.
        """)

    @Argument(help: "File of entries: .tsv or .jsonl.")
    var input: String

    @Option(name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"))
    var output: String

    @Flag(help: "Capital and small letters are the same.")
    var ignoreCase = false

    func validate() throws {
      guard output.hasSuffix(".sgaz") else {
        throw ValidationError("the name of the output must end in .sgaz")
      }
    }

    func run() throws {
      let compiled = try GazetteerBuilder.compile(
        try FileBytes.read(input), named: input, ignoresCase: ignoreCase)
      let file = try OutputFile(output)
      try file.write(compiled.bytes)
      try file.finish()
      let builder = compiled.builder
      var line = "\(Format.plural(builder.entryCount, "entry", "entries")), "
      line += "\(Format.plural(builder.phraseCount, "name")), \(Format.bytes(compiled.bytes.count))"
      if builder.repeatedCount > 0 {
        line += "; \(Format.plural(builder.repeatedCount, "name")) of earlier entries left to them"
      }
      if builder.longCount > 0 {
        line += "; \(Format.plural(builder.longCount, "name")) without words or with more than 32 left out"
      }
      StandardError.write(line)
    }
  }
}
