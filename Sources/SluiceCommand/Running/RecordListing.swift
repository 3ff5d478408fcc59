import Sluice
import SluiceHash

/// What is listed of a record.
struct RecordListing {
  private let input: Input
  private let source: Source?
  private let failure: SluiceError?
  private let sha1: String?

  /// Decodes the content of an input.
  init(_ input: Input, hashes: Bool) {
    self.input = input
    do {
      let content = try input.document().source
      source = content
      sha1 = hashes ? SHA1.hash(content.bytes) : nil
      failure = nil
    } catch {
      source = nil
      sha1 = nil
      failure = (error as? SluiceError) ?? SluiceError(.io, String(describing: error))
    }
  }

  var isFiltered: Bool { failure?.code == .filtered }

  /// Bytes of the content; `nil` when it could not be read.
  var length: Int? { source?.count }

  var json: JSONValue {
    var members: [JSONValue.Member] = []
    func add(_ key: String, _ value: JSONValue?) {
      if let value { members.append(JSONValue.Member(key, value)) }
    }
    let origin = input.origin
    let place = origin?.path ?? input.uri ?? input.id
    add("file", .string(origin?.member.map { "\(place)!\($0)" } ?? place))
    add("index", origin.map { .integer($0.position.record) })
    if let failure {
      add("offset", origin.map { .integer($0.position.offset) })
      add("error", .string(failure.message))
      return .object(members)
    }
    add("type", .string(origin?.type ?? "resource"))
    add("uri", .string(input.uri ?? ""))
    add("length", source.map { .integer($0.count) })
    add("sha1", sha1.map(JSONValue.string))
    add("offset", .integer(origin?.position.offset ?? 0))
    add("mediaType", source.map { .string($0.mediaType) })
    add("status", input.metadata["status"])
    add("date", input.metadata["archived"])
    let flags = origin?.flags ?? []
    if flags.contains("truncated") || source?.count == Input.maximumSize { add("truncated", .bool(true)) }
    if !flags.isEmpty { add("flags", .strings(flags)) }
    return .object(members)
  }
}
