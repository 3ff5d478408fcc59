public import Sluice

/// What decides the output of a run: a run goes on only where all of it is unchanged.
public struct RunIdentity: Hashable, Sendable {
  /// Of Sluice.
  public var version: String
  /// How the pipeline was named, and settings changed by `--set`.
  public var pipelineArgument: String
  public var overrides: [String]
  public var pipelineName: String
  /// `sha256:…`
  public var pipelineHash: String
  /// The stages with all settings, in their order.
  public var stages: [JSONValue]
  /// Names of stages, and the tables that they decide by.
  public var models: [JSONValue.Member]
  /// Options of the run that show in its output, by name.
  public var options: [JSONValue.Member]
  public var inputArguments: [String]
  /// Number, bytes and SHA-256 of the list of ``InputInventory``.
  public var inputFiles: Int
  public var inputBytes: Int
  public var inputList: String

  public init(
    version: String, pipelineArgument: String, overrides: [String], pipelineName: String,
    pipelineHash: String,
    stages: [JSONValue], models: [JSONValue.Member], options: [JSONValue.Member], inputArguments: [String],
    inputFiles: Int, inputBytes: Int, inputList: String
  ) {
    self.version = version
    self.pipelineArgument = pipelineArgument
    self.overrides = overrides
    self.pipelineName = pipelineName
    self.pipelineHash = pipelineHash
    self.stages = stages
    self.models = models
    self.options = options
    self.inputArguments = inputArguments
    self.inputFiles = inputFiles
    self.inputBytes = inputBytes
    self.inputList = inputList
  }

  var json: JSONValue {
    .object([
      .init("version", .string(version)),
      .init(
        "pipeline",
        .object([
          .init("name", .string(pipelineName)), .init("argument", .string(pipelineArgument)),
          .init("set", .strings(overrides)), .init("hash", .string(pipelineHash)),
          .init("stages", .array(stages)),
        ])),
      .init("models", .object(models)), .init("options", .object(options)),
      .init(
        "inputs",
        .object([
          .init("arguments", .strings(inputArguments)), .init("files", .integer(inputFiles)),
          .init("bytes", .integer(inputBytes)), .init("list", .string(inputList)),
        ])),
    ])
  }
}

extension RunIdentity {
  init?(json: JSONValue) {
    guard let version = json["version"]?.string, let pipeline = json["pipeline"], let inputs = json["inputs"],
      let name = pipeline["name"]?.string, let argument = pipeline["argument"]?.string,
      let hash = pipeline["hash"]?.string, let stages = pipeline["stages"]?.array,
      let models = json["models"]?.members, let options = json["options"]?.members,
      let files = inputs["files"]?.integer, let bytes = inputs["bytes"]?.integer,
      let list = inputs["list"]?.string
    else { return nil }
    self.init(
      version: version, pipelineArgument: argument,
      overrides: (pipeline["set"]?.array ?? []).compactMap(\.string), pipelineName: name, pipelineHash: hash,
      stages: stages, models: models, options: options,
      inputArguments: (inputs["arguments"]?.array ?? []).compactMap(\.string), inputFiles: files,
      inputBytes: bytes, inputList: list)
  }

  /// What is different now, for people; the files are compared apart, by ``InputInventory``.
  func changes(to other: RunIdentity) -> [String] {
    var changes: [String] = []
    if version != other.version { changes.append("Sluice was \(version) and is \(other.version)") }
    if pipelineHash != other.pipelineHash { changes += stageChanges(to: other) }
    changes += Self.changes("the model of", models, other.models)
    changes += Self.changes("the option", options, other.options)
    if inputArguments != other.inputArguments {
      let (old, new) = (inputArguments.joined(separator: " "), other.inputArguments.joined(separator: " "))
      changes.append("the inputs were '\(Self.brief(old))' and are '\(Self.brief(new))'")
    }
    return changes
  }

  private func stageChanges(to other: RunIdentity) -> [String] {
    let pairs = zip(stages, other.stages).filter { $0 != $1 }
    var changes = pairs.prefix(5).map { old, new in
      "a stage was \(Self.brief(old.jsonText)) and is \(Self.brief(new.jsonText))"
    }
    if stages.count != other.stages.count {
      changes.append("the pipeline had \(stages.count) stages and has \(other.stages.count)")
    }
    return changes.isEmpty ? ["a file that a setting of the pipeline names has other content"] : changes
  }

  private static func changes(_ what: String, _ old: [JSONValue.Member], _ new: [JSONValue.Member])
    -> [String]
  {
    let (before, after) = (JSONValue.object(old), JSONValue.object(new))
    let keys = old.map(\.key) + new.map(\.key).filter { before[$0] == nil }
    return keys.filter { before[$0] != after[$0] }.map { key in
      let (was, now) = (before[key]?.jsonText ?? "not there", after[key]?.jsonText ?? "not there")
      return "\(what) \(key) was \(brief(was)) and is \(brief(now))"
    }
  }

  private static func brief(_ text: String) -> String {
    text.count <= 160 ? text : text.prefix(159) + "…"
  }
}
