import Sluice

extension InputOrigin {
  /// The place as records carry it in `metadata.archive`, so that their sources are found again.
  var json: JSONValue {
    var members = [JSONValue.Member("path", .string(path))]
    if let member {
      members.append(JSONValue.Member("member", .string(member)))
      members.append(JSONValue.Member("memberIndex", .integer(position.member)))
    }
    members.append(JSONValue.Member("offset", .integer(position.offset)))
    members.append(JSONValue.Member("record", .integer(position.record)))
    if position.skip > 0 { members.append(JSONValue.Member("skip", .integer(position.skip))) }
    return .object(members)
  }

  init?(json: JSONValue) {
    guard let path = json["path"]?.string, let offset = json["offset"]?.integer,
      let record = json["record"]?.integer
    else { return nil }
    self.init(
      path: path, member: json["member"]?.string,
      position: ReaderPosition(
        member: json["memberIndex"]?.integer ?? 0, offset: offset, record: record,
        skip: json["skip"]?.integer ?? 0))
  }
}
