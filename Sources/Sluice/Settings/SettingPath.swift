/// A file that a setting names and that need not be there yet: a path relative to the pipeline file that says so.
public struct SettingPath: SettingValue, Hashable {
  /// The path as it was written, made relative to the pipeline that is loaded when another file said so.
  public let written: String
  /// The path to open.
  public let path: String

  public init(_ path: String) {
    written = path
    self.path = path
  }

  private init(written: String, path: String) {
    self.written = written
    self.path = path
  }

  public static func read(_ node: ConfigNode, _ reader: SettingsReader) -> SettingPath? {
    guard case .scalar(let text) = node.content, !text.isEmpty else {
      reader.expected("the path of a file", at: node)
      return nil
    }
    let path = reader.resolve(text, at: node.position)
    return SettingPath(written: text.hasPrefix("/") ? text : reader.relative(path), path: path)
  }

  public static var schema: JSONValue {
    .object([.init("type", .string("string")), .init("format", .string("uri-reference"))])
  }
  public var normalForm: JSONValue { .string(written) }
}
