import Sluice
import SluiceHash

/// The hash that a record carries of all its other members, so that a later change of any of them shows.
///
/// It is taken over the record as JSON without white space, with the members in their order; how strings are
/// escaped and lines are broken does not matter.
enum RecordDigest {
  static let key = "digest"

  /// Adds the digest to the JSON text of an object that has members.
  static func append(to object: inout [UInt8]) {
    let digest = SHA256.hash(object)
    object.removeLast()
    object += ",\"\(key)\":\"sha256:\(digest)\"}".utf8
  }

  /// `true` when the digest fits the rest of the record; `nil` when the record has none.
  static func fits(_ record: JSONValue) -> Bool? {
    guard let members = record.members, let digest = record[key]?.string else { return nil }
    var json = JSONWriter()
    json.value(.object(members.filter { $0.key != key }))
    return digest == "sha256:\(SHA256.hash(json.bytes))"
  }
}
