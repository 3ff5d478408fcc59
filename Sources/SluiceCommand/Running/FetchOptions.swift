public import ArgumentParser
import Glibc
import Sluice
import SluiceArchives
public import SluiceFetch

extension SourceKind: ExpressibleByArgument {}

/// What `run` and `explain` are told of the web.
struct FetchOptions: ParsableArguments {
  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "What files and URLs are: page, urls, sitemap or feed. (default: by their names)", valueName: "kind"))
  var kind: SourceKind?

  @Option(help: ArgumentHelp("Keep what is fetched in a WARC file, and use what it has.", valueName: "file"))
  var cache: String?

  @Flag(help: "Take everything from the cache and nothing from the network.")
  var offline = false

  /// As settings of the fetch stage.
  func overrides() throws -> [String] {
    var overrides: [String] = []
    // Paths of the command line start where it was typed, those of a pipeline where its file is.
    if let cache { overrides.append("stages.fetch.http.cache=\(try quoted(Self.absolute(cache)))") }
    if offline { overrides.append("stages.fetch.http.offline=true") }
    return overrides
  }

  private static func absolute(_ path: String) throws -> String {
    guard !path.hasPrefix("/") else { return path }
    guard let folder = getcwd(nil, 0) else { throw SluiceError(.io, "the working folder cannot be read") }
    defer { free(folder) }
    return "\(String(cString: folder))/\(path)"
  }

  private func quoted(_ path: String) -> String { JSONValue.string(path).jsonText }

  /// The pipeline that is run when none is named.
  static func defaultPipeline(for inputs: [String]) -> String {
    inputs.contains(where: WebSources.isURL) ? "web" : "talks"
  }

  /// The inputs of arguments that are URLs, and of files that are said to be lists.
  ///
  /// - Throws: `SluiceError` when there are such and the pipeline does not fetch, or one cannot be got.
  func sources(of arguments: [String], _ pipeline: Pipeline, named name: String) async throws -> [String:
    [Input]]
  {
    let remote = arguments.filter { argument in
      WebSources.isURL(argument) || (kind != nil && kind != .page && argument != "-")
    }
    guard let first = remote.first else { return [:] }
    guard let stage = pipeline.steps.lazy.compactMap({ $0.stage as? FetchHTTP }).first else {
      throw SluiceError(
        .configuration,
        "\(first) is to be fetched, and the pipeline '\(name)' fetches nothing: put fetch.http first, "
          + "or run the pipeline 'web'")
    }
    let sources = WebSources(stage.fetcher, as: kind)
    var inputs: [String: [Input]] = [:]
    for argument in remote where inputs[argument] == nil {
      inputs[argument] = try await sources.inputs(of: argument)
    }
    return inputs
  }
}
