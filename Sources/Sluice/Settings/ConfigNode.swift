/// One node of a configuration file, with its place: what is left of YAML once it is parsed.
public struct ConfigNode: Hashable, Sendable {
  public indirect enum Content: Hashable, Sendable {
    case null
    case scalar(String)
    case sequence([ConfigNode])
    case mapping([Entry])
  }

  public struct Entry: Hashable, Sendable {
    public var key: String
    public var keyPosition: SourcePosition?
    public var value: ConfigNode

    public init(key: String, keyPosition: SourcePosition?, value: ConfigNode) {
      self.key = key
      self.keyPosition = keyPosition
      self.value = value
    }
  }

  public var content: Content
  /// `nil` for what came from the command line or from code.
  public var position: SourcePosition?

  public init(_ content: Content, at position: SourcePosition? = nil) {
    self.content = content
    self.position = position
  }

  /// The value of a key, `nil` when this is no mapping or has no such key.
  public subscript(key: String) -> ConfigNode? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value
  }

  /// What it is, for messages: `a list`, `a mapping`, `'5'`.
  public var kindName: String {
    switch content {
    case .null: "nothing"
    case .scalar(let text): "'\(text)'"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}
