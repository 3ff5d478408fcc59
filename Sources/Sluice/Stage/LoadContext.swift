/// What a stage can use while it is set up, once per pipeline and before any worker starts.
public struct LoadContext: Sendable {
  /// Reads YAML into nodes that know their places, `nil` after a complaint that leaves nothing to read.
  public typealias YAMLReading =
    @Sendable (_ content: [UInt8], _ file: String, _ complaints: SettingsReader) -> ConfigNode?

  /// Directory of the pipeline file; ``SettingFile`` paths are resolved already.
  public let directory: String
  /// For files of a user that are YAML; `nil` where stages are made without pipeline files.
  public let readYAML: YAMLReading?

  public init(directory: String = ".", readYAML: YAMLReading? = nil) {
    self.directory = directory
    self.readYAML = readYAML
  }
}
