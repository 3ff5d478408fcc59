import ArgumentParser
import Sluice
import SluicePipelines

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find everything that is wrong with pipeline files, without running them.",
    discussion: "It loads them as run does: what check accepts, run runs.")

  @Argument(help: ArgumentHelp("Pipeline files, or names of built-in pipelines.", valueName: "pipeline"))
  var pipelines: [String]

  enum Graph: String, ExpressibleByArgument, CaseIterable { case mermaid }

  @Option(help: "Print the stages and the layers between them as a graph: mermaid.")
  var graph: Graph?

  @Flag(help: "Print the file with everything filled in: defaults, variables, what it extends.")
  var print = false

  @OptionGroup var options: PipelineOptions

  func run() throws {
    var failed = false
    for path in pipelines {
      do {
        let loaded = try Installation.pipeline(path, overrides: options.overrides)
        if print {
          Swift.print(loaded.normalYAML())
        } else if graph == .mermaid {
          Swift.print(PipelineGraph.mermaid(loaded))
        } else {
          Swift.print("\(path): ok, \(Format.plural(loaded.pipeline.steps.count, "stage"))")
        }
      } catch let error as ConfigurationError {
        failed = true
        StandardError.write(error.description)
      } catch let error as SluiceError {
        failed = true
        StandardError.write("\(path): error: \(error)")
      }
    }
    if failed { throw ExitCode(2) }
  }
}
