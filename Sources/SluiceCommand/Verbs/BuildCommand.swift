import ArgumentParser
import Glibc
import Sluice

struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Make a sluice that has plugins built in.",
    discussion: """
      A plugin is a Swift package with a library product that holds a public `Plugin`; package, product and type \
      follow one convention: the folder Redact holds a product Redact with an enum RedactPlugin. It needs the Swift \
      toolchain and the sources of Sluice.
      """)

  @Option(
    name: .customLong("plugin"), parsing: .singleValue,
    help: ArgumentHelp("Folder of a plugin's package; may be given again.", valueName: "folder"))
  var plugins: [String]

  @Option(name: .shortAndLong, help: ArgumentHelp("The program to write.", valueName: "file"))
  var output: String

  @Option(
    help: ArgumentHelp(
      "Folder with the sources of Sluice. (default: where this program was built)", valueName: "folder"))
  var sluice: String?

  @Option(help: ArgumentHelp("Build folder, kept for the next time.", valueName: "folder"))
  var scratch: String = ".build-plugins"

  @Flag(help: "Build without optimisation: faster to build, slower to run.")
  var debug = false

  func run() throws {
    let build = try PluginBuild(
      plugins: plugins, sluice: sluice ?? PluginBuild.sourcesOfThisProgram(), scratch: scratch)
    try build.run(output: output, configuration: debug ? "debug" : "release")
    StandardError.write("wrote \(output)")
  }
}
