public import Sluice

extension DeadLetter {
  /// The dead letter as one JSON object: `{"id":…,"uri":…,"stage":…,"code":…,"message":…}`, without the members
  /// that are not known.
  public var json: JSONValue {
    var members = [JSONValue.Member("id", .string(id))]
    if let uri { members.append(.init("uri", .string(uri))) }
    if let stage = error.stage { members.append(.init("stage", .string(stage.description))) }
    members.append(.init("code", .string(error.code.name)))
    var message = error.position.map { "\($0): " } ?? ""
    message += error.message + (error.underlying.map { " (\($0))" } ?? "")
    members.append(.init("message", .string(message)))
    return .object(members)
  }
}
