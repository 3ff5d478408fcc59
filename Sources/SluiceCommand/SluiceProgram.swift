import ArgumentParser
import Glibc
public import Sluice

/// The command, as a library: what `sluice build` links together with plugins.
public enum SluiceProgram {
  /// Parses the command line, runs the verb and ends the process.
  ///
  /// Exit codes: 0 when all is well, 1 when some documents failed, 2 for a configuration, a command line or a
  /// file that cannot be used, 3 when a test or gate failed, 4 when more documents failed than a run's budget
  /// allows, 130 when the user has stopped it.
  ///
  /// - Parameter plugins: what is there besides the built-in modules.
  public static func main(plugins: [any Plugin.Type]) async -> Never {
    Installation.add(plugins)
    do {
      var command = try RootCommand.parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      exit(0)
    } catch let code as ExitCode {
      exit(code.rawValue)
    } catch {
      exit(report(error))
    }
  }

  /// Tells the user what went wrong; the exit code that says the same to scripts.
  private static func report(_ error: any Error) -> Int32 {
    switch error {
    case let error as ConfigurationError:
      StandardError.write(error.description)
      return 2
    case let error as SluiceError:
      StandardError.write("sluice: \(error)")
      return error.code == .configuration || error.code == .io ? 2 : 1
    default:
      let message = RootCommand.fullMessage(for: error)
      // Help and version are data that was asked for.
      if RootCommand.exitCode(for: error) == .success {
        print(message)
        return 0
      }
      StandardError.write(message)
      return 2
    }
  }
}

struct RootCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sluice",
    abstract: "Turns pages and transcripts into text, speakers, sentences, entities and a digest.",
    discussion: """
      `sluice page.html` runs the talks pipeline on a page and shows the result. `sluice run PIPELINE INPUT…` runs \
      any pipeline over files, folders, JSON lines or standard input. What is written to standard output is data; \
      what is said to people goes to standard error.
      """,
    version: Release.version,
    subcommands: [
      RunCommand.self, RetryCommand.self, MergeCommand.self, RecordsCommand.self, CuesCommand.self,
      CheckCommand.self, ExplainCommand.self, RevertCommand.self, VerifyCommand.self, TestCommand.self,
      IndexCommand.self, EvalCommand.self, GazetteerCommand.self, DigestCommand.self, StagesCommand.self,
      SchemaCommand.self, BuildCommand.self, DemoCommand.self,
    ],
    defaultSubcommand: RunCommand.self)
}
