import Sluice
import SluiceArchives
import SluiceCaptions
import SluiceEntities
import SluiceFetch
import SluiceHTML
import SluiceOutputs
import SluicePipelines
import SluiceSentences
import SluiceSummary
import SluiceText
import SluiceTranscript
import Synchronization

/// The stages, readers, writers and pipelines that this program has.
enum Installation {
  private static let builtins: [any Plugin.Type] = [
    ArchivesPlugin.self, FetchPlugin.self, HTMLPlugin.self, TextPlugin.self, CaptionsPlugin.self,
    TranscriptPlugin.self, SentencesPlugin.self, EntitiesPlugin.self, SummaryPlugin.self, OutputsPlugin.self,
  ]
  private static let extras = Mutex<[any Plugin.Type]>([])

  /// Adds what a program that was built with plugins has besides.
  static func add(_ plugins: [any Plugin.Type]) {
    extras.withLock { $0 += plugins }
  }

  static func registry() throws -> Registry {
    try Registry(builtins + extras.withLock { $0 })
  }

  /// A pipeline by the path of its file, or by name when it is built in.
  ///
  /// - Throws: `ConfigurationError` with everything that is wrong with it.
  static func pipeline(_ pathOrName: String, overrides: [String] = []) throws -> LoadedPipeline {
    let registry = try registry()
    if !FileBytes.isReadableFile(pathOrName),
      let builtin = Resources.pipelines.first(where: { $0.name == pathOrName })
    {
      return try PipelineFile.load(
        text: builtin.text, named: "\(builtin.name).yaml", directory: ".", registry: registry,
        overrides: overrides)
    }
    return try PipelineFile.load(path: pathOrName, registry: registry, overrides: overrides)
  }

  /// `true` for what names a pipeline rather than an input.
  static func isPipeline(_ argument: String) -> Bool {
    let name = argument.lowercased()
    return name.hasSuffix(".yaml") || name.hasSuffix(".yml")
      || (Resources.pipelines.contains { $0.name == argument } && !FileBytes.isReadableFile(argument)
        && !FileBytes.isDirectory(argument))
  }
}
