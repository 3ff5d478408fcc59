import Foundation
public import Sluice

/// Reads pipeline files: YAML to checked, runnable pipelines.
///
/// ```yaml
/// sluice: 1                          # version of the format
/// name: talks
/// description: Web pages that carry a transcript, to a digest.
/// stages:
///   - parse.html                     # a stage at its defaults
///   - clean.transcript: { level: clean }
///   - stage: split.sentences         # the long form
///     with: { newlines: hard }
///     when: metadata.language == "en"
///     on-error: skip                 # or fail, the default
///     timeout: 5s
/// tests:
///   - { name: the seed page, input: fixtures/a.html, expect: fixtures/a.json }
/// ```
///
/// - `extends: other.yaml` takes over name, description and stages of another file, relative to this one, unless
///   this file has its own; tests are not taken over. Beside it, `override: {split.sentences: {newlines: soft}}`
///   puts settings over those of a stage that stands once: mappings are merged, everything else is replaced.
/// - `${VAR}` and `${VAR:-default}` are replaced in values, after parsing, so that no variable can change the
///   structure of the file; `$${` stands for `${`. Inside `{ }` and `[ ]`, YAML wants quotes around them.
/// - Anchors, aliases and tags are refused, and so are duplicate keys.
///
/// Whatever runs a pipeline file and whatever only checks it call the same functions, so they cannot disagree.
public enum PipelineFile {
  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: of the file. Paths in it are relative to its directory.
  ///   - registry: the stages that it can name.
  ///   - overrides: `PATH=VALUE`, applied in their order: `stages.summarize.extract.sentences=5`.
  ///   - environment: what `${VAR}` is replaced from.
  /// - Throws: ``ConfigurationError`` with everything that is wrong, by place.
  public static func load(
    path: String, registry: Registry, overrides: [String] = [],
    environment: [String: String] = processEnvironment
  ) throws -> LoadedPipeline {
    let content: [UInt8]
    do {
      content = try FileBytes.read(path, limit: YAMLText.maximumSize)
    } catch let error as SluiceError where error.code == .tooLarge {
      throw ConfigurationError([YAMLText.tooLarge(file: path)])
    } catch let error as SluiceError {
      throw ConfigurationError([Diagnostic(error.message, at: nil, hint: error.underlying)])
    }
    var loader = PipelineLoader(
      registry: registry, file: path, directory: FilePaths.directory(of: path), isFile: true,
      overrides: overrides,
      environment: environment)
    return try loader.load(content)
  }

  /// Reads a text that is no file, such as a pipeline that comes with the program, or standard input.
  ///
  /// The inputs of its tests need not be there.
  ///
  /// - Parameters:
  ///   - name: what diagnostics call it: `<stdin>`.
  ///   - directory: where relative paths in it start.
  /// - Throws: ``ConfigurationError`` with everything that is wrong, by place.
  public static func load(
    text: String, named name: String, directory: String, registry: Registry, overrides: [String] = [],
    environment: [String: String] = processEnvironment
  ) throws -> LoadedPipeline {
    var loader = PipelineLoader(
      registry: registry, file: name, directory: directory, isFile: false, overrides: overrides,
      environment: environment)
    return try loader.load(Array(text.utf8))
  }

  /// The environment of this process.
  public static var processEnvironment: [String: String] { ProcessInfo.processInfo.environment }
}
