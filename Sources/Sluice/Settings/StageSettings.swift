/// The options of a stage, or a group of them: a struct whose stored properties are all ``Setting``s.
///
/// One type gives defaults, validation, `sluice stages show` and the JSON Schema for editors. A settings type can
/// itself be the type of a setting.
public protocol StageSettings: SettingValue {
  /// All defaults.
  init()
  /// The setting that a single value stands for: `summarize.query: "who pays?"`; `nil` where all must be named.
  static var mainSetting: String? { get }
}

extension StageSettings {
  public static var mainSetting: String? { nil }
}

/// For stages without options.
public struct NoSettings: StageSettings {
  public init() {}
}

extension StageSettings {
  public static func read(_ node: ConfigNode, _ reader: SettingsReader) -> Self? {
    read(node, reader, in: reader.place.isEmpty ? "these settings" : reader.place.joined(separator: "."))
  }

  /// Reads all settings, complaining of every unknown key, wrong value and missing setting.
  ///
  /// - Parameter what: what the settings belong to, for messages: `split.sentences`.
  public static func read(_ node: ConfigNode, _ reader: SettingsReader, in what: String) -> Self? {
    let entries: [ConfigNode.Entry]
    switch node.content {
    case .null: entries = []
    case .mapping(let mapping): entries = mapping
    case .scalar where mainSetting != nil:
      entries = [.init(key: mainSetting ?? "", keyPosition: node.position, value: node)]
    default:
      reader.expected("a mapping of settings", at: node)
      return nil
    }
    let declared = Self().declared
    reader.checkKeys(of: entries, known: declared.map(\.name), in: what)
    var complete = true
    for (name, setting) in declared where setting.isRequired && !entries.contains(where: { $0.key == name }) {
      reader.complain("\(what) needs the setting '\(name)'", at: node.position)
      complete = false
    }
    guard complete else { return nil }
    let outside = reader.place
    reader.place = [what]
    defer { reader.place = outside }
    return try? Self(from: SettingsDecoder(entries: entries, declared: declared, reader: reader))
  }

  public static var schema: JSONValue {
    let declared = Self().declared
    var members: [JSONValue.Member] = [
      .init("type", .string("object")), .init("additionalProperties", .bool(false)),
      .init("properties", .object(declared.map { .init($0.name, $0.setting.schema) })),
    ]
    let required = declared.filter { $0.setting.isRequired }.map(\.name)
    if !required.isEmpty { members.append(.init("required", .strings(required))) }
    return .object(members)
  }

  public var normalForm: JSONValue {
    .object(declared.compactMap { entry in entry.setting.normalForm.map { .init(entry.name, $0) } })
  }

  /// `true` when the settings cannot be used without being given some values.
  public static var hasRequiredSettings: Bool {
    Self().declared.contains { $0.setting.isRequired }
  }

  /// The settings by name, found by reflection over the property wrappers.
  var declared: [(name: String, setting: any AnySetting)] {
    Mirror(reflecting: self).children.compactMap { child in
      guard let label = child.label, let setting = child.value as? any AnySetting else { return nil }
      return (Self.settingName(String(label.drop { $0 == "_" })), setting)
    }
  }

  /// `maxSentences` becomes `max-sentences`.
  static func settingName(_ property: String) -> String {
    property.reduce(into: "") { name, character in
      if character.isUppercase { name += "-" }
      name += character.lowercased()
    }
  }
}

/// Lets the compiler's own `init(from:)` put the settings together from values that are read already.
private struct SettingsDecoder: Decoder {
  let entries: [ConfigNode.Entry]
  let declared: [(name: String, setting: any AnySetting)]
  let reader: SettingsReader

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(Container<Key>(decoder: self))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw Self.misuse }
  func singleValueContainer() throws -> any SingleValueDecodingContainer { throw Self.misuse }

  static var misuse: SluiceError {
    SluiceError(.configuration, "every stored property of settings must be a @Setting")
  }

  struct Container<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let decoder: SettingsDecoder

    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { [] }
    func contains(_ key: Key) -> Bool { true }
    func decodeNil(forKey key: Key) -> Bool { false }

    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
      let name = NoSettings.settingName(key.stringValue)
      guard let setting = decoder.declared.first(where: { $0.name == name })?.setting else { throw misuse }
      let entry = decoder.entries.first { $0.key == name }
      decoder.reader.place.append(name)
      defer { decoder.reader.place.removeLast() }
      let read = entry.map { setting.reading($0.value, decoder.reader) } ?? setting
      guard let value = read as? T else { throw misuse }
      return value
    }

    func nestedContainer<Nested>(
      keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> { throw misuse }
    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer { throw misuse }
    func superDecoder() throws -> any Decoder { throw misuse }
    func superDecoder(forKey key: Key) throws -> any Decoder { throw misuse }
  }
}
