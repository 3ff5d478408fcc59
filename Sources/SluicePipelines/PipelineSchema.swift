public import Sluice

/// The JSON Schema of pipeline files, for editors.
///
/// It is made from the settings types of the registered stages, so it offers and accepts what loading accepts, as
/// far as JSON Schema can say it: the order of stages, the layers between them and files are checked on loading.
public enum PipelineSchema {
  /// JSON Schema, draft 2020-12.
  public static func json(_ registry: Registry) -> JSONValue {
    let types = registry.entries.map { $0.stage }
    var definitions: [JSONValue.Member] = [
      .init("stage", stage(types)), .init("test", test),
      .init("variable", object(("type", .string("string")), ("pattern", .string(#"\$\{"#)))),
    ]
    for type in types { definitions.append(.init(name(of: type), settings(of: type, isPartial: false))) }
    let overrides = types.map {
      JSONValue.Member($0.name.description, settings(of: $0, isPartial: true))
    }
    return object(
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      ("title", .string("Sluice pipeline")),
      ("type", .string("object")),
      ("required", .strings(["sluice"])),
      (
        "anyOf",
        .array([object(("required", .strings(["stages"]))), object(("required", .strings(["extends"])))])
      ),
      ("dependentRequired", object(("override", .strings(["extends"])))),
      ("additionalProperties", .bool(false)),
      (
        "properties",
        object(
          ("sluice", described(object(("const", .integer(PipelineDraft.version))), "Version of the format.")),
          ("name", text("What records and reports call the pipeline. Default: the name of the file.")),
          ("description", text("What the pipeline is for.")),
          (
            "extends",
            text("Another pipeline file, relative to this one, whose keys hold unless this file has them.")
          ),
          (
            "stages",
            object(
              (
                "description",
                .string("The stages in their order: fetch, parse, clean, split, tag, summarize.")
              ),
              ("type", .string("array")), ("minItems", .integer(1)), ("items", reference("stage")))
          ),
          (
            "override",
            object(
              ("description", .string("Settings put over those of the extended pipeline, by stage.")),
              ("type", .string("object")), ("additionalProperties", .bool(false)),
              ("properties", .object(overrides)))
          ),
          (
            "tests",
            object(
              ("description", .string("Inputs and the records that the pipeline is to make of them.")),
              ("type", .strings(["array", "null"])), ("items", reference("test")))
          ))
      ),
      ("$defs", .object(definitions)))
  }

  // MARK: - Stages

  private static func name(of type: any Stage.Type) -> String { "settings.\(type.name)" }

  /// The three ways to write a stage.
  private static func stage(_ types: [any Stage.Type]) -> JSONValue {
    let free = types.filter { !hasRequiredSettings($0) }
    let short = types.map { type -> JSONValue.Member in
      let settings = reference(name(of: type))
      let schema = hasRequiredSettings(type) ? settings : nullable(settings)
      return .init(type.name.description, described(schema, type.summary))
    }
    return object(
      (
        "anyOf",
        .array([
          object(("enum", .strings(free.map { $0.name.description }))),
          object(
            ("type", .string("object")), ("minProperties", .integer(1)), ("maxProperties", .integer(1)),
            ("additionalProperties", .bool(false)), ("properties", .object(short))),
          longForm(types),
        ])
      ))
  }

  private static func longForm(_ types: [any Stage.Type]) -> JSONValue {
    let rules = types.map { type -> JSONValue in
      let settings = reference(name(of: type))
      let needs = hasRequiredSettings(type)
      var consequence: [JSONValue.Member] = [
        .init("properties", object(("with", needs ? settings : nullable(settings))))
      ]
      if needs { consequence.append(.init("required", .strings(["with"]))) }
      return object(
        (
          "if",
          object(
            ("properties", object(("stage", object(("const", .string(type.name.description)))))),
            ("required", .strings(["stage"])))
        ),
        ("then", .object(consequence)))
    }
    let policies = Step.FailurePolicy.allCases.map(\.rawValue)
    return object(
      ("type", .string("object")), ("required", .strings(["stage"])), ("additionalProperties", .bool(false)),
      (
        "properties",
        object(
          (
            "stage",
            described(object(("enum", .strings(types.map { $0.name.description }))), "Name of the stage.")
          ),
          ("with", object(("description", .string("Settings of the stage.")))),
          (
            "when",
            text("Runs the stage only on documents for which this holds: metadata.language == \"en\".")
          ),
          (
            "on-error",
            object(
              ("anyOf", .array([object(("enum", .strings(policies))), reference("variable")])),
              ("description", .string("skip: a failure costs the stage only. fail: it costs the document.")),
              ("default", .string(Step.FailurePolicy.fail.rawValue)))
          ),
          (
            "timeout",
            described(SchemaVariables.allowed(in: Duration.schema), "The most time for one document.")
          )
        )
      ),
      ("allOf", .array(rules)))
  }

  private static func hasRequiredSettings<S: Stage>(_ type: S.Type) -> Bool { S.Settings.hasRequiredSettings }

  /// - Parameter isPartial: whether required settings may be missing, because another file gives them.
  private static func settings<S: Stage>(of type: S.Type, isPartial: Bool) -> JSONValue {
    var members = SchemaVariables.allowed(in: S.Settings.schema).members ?? []
    if isPartial { members.removeAll { $0.key == "required" } }
    return .object([.init("description", .string(S.summary))] + members)
  }

  private static var test: JSONValue {
    object(
      ("type", .string("object")), ("required", .strings(["name", "input", "expect"])),
      ("additionalProperties", .bool(false)),
      (
        "properties",
        object(
          ("name", text("What the test shows.")), ("input", text("The input, relative to this file.")),
          ("expect", text("The record that is expected, relative to this file.")),
          (
            "set",
            object(
              ("description", .string("Settings of this test alone, as PATH=VALUE.")),
              ("type", .string("array")), ("items", object(("type", .string("string")))))
          ))
      ))
  }

  // MARK: - Parts

  private static func object(_ members: (String, JSONValue)...) -> JSONValue {
    .object(members.map { .init($0.0, $0.1) })
  }

  private static func text(_ description: String) -> JSONValue {
    object(("type", .strings(["string", "number", "boolean"])), ("description", .string(description)))
  }

  private static func reference(_ name: String) -> JSONValue {
    object(("$ref", .string("#/$defs/\(name)")))
  }

  private static func nullable(_ schema: JSONValue) -> JSONValue {
    object(("anyOf", .array([schema, object(("type", .string("null")))])))
  }

  private static func described(_ schema: JSONValue, _ description: String) -> JSONValue {
    .object([.init("description", .string(description))] + (schema.members ?? []))
  }
}
