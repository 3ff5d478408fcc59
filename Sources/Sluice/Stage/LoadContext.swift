/// What a stage can use while it is set up, once per pipeline and before any worker starts.
public struct LoadContext: Sendable {
  /// Directory of the pipeline file; ``SettingFile`` paths are resolved already.
  public let directory: String

  public init(directory: String = ".") {
    self.directory = directory
  }
}
