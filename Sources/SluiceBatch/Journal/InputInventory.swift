import Glibc
import Sluice
import SluiceHash

/// The files that a run reads, with what shows whether they have changed.
public struct InputInventory: Hashable, Sendable {
  struct Row: Hashable {
    var path: String
    /// `nil` for what cannot be read.
    var bytes: Int?
    /// Nanoseconds since 1970.
    var modified: Int?
    /// Of the content, where it was taken.
    var sha256: String?
  }

  private(set) var rows: [Row]

  /// Looks at files; reads none.
  public init(_ paths: [String]) {
    rows = paths.map { path in
      var status = stat()
      guard stat(path, &status) == 0 else { return Row(path: path) }
      let modified = Int(status.st_mtim.tv_sec) * 1_000_000_000 + Int(status.st_mtim.tv_nsec)
      return Row(path: path, bytes: Int(status.st_size), modified: modified)
    }
  }

  public var count: Int { rows.count }
  var paths: [String] { rows.map(\.path) }
  public var bytes: Int { rows.reduce(0) { $0 + ($1.bytes ?? 0) } }
  /// Bytes of the files before one of them.
  public func bytes(before index: Int) -> Int { rows.prefix(index).reduce(0) { $0 + ($1.bytes ?? 0) } }

  /// One JSON object a line: `{"path":…,"bytes":…,"modified":…,"sha256":…}`.
  var lines: [UInt8] {
    var bytes: [UInt8] = []
    for row in rows {
      var members = [JSONValue.Member("path", .string(row.path))]
      if let count = row.bytes { members.append(.init("bytes", .integer(count))) }
      if let modified = row.modified { members.append(.init("modified", .integer(modified))) }
      if let hash = row.sha256 { members.append(.init("sha256", .string("sha256:" + hash))) }
      bytes += Array(JSONValue.object(members).jsonText.utf8) + [0x0A]
    }
    return bytes
  }

  init(lines: [UInt8]) throws {
    rows = try lines.split(separator: 0x0A).map { line in
      guard let json = try? JSONParser.parse(Array(line)), let path = json["path"]?.string else {
        throw SluiceError(.io, "a list of inputs cannot be read")
      }
      return Row(
        path: path, bytes: json["bytes"]?.integer, modified: json["modified"]?.integer,
        sha256: (json["sha256"]?.string).map { String($0.dropFirst("sha256:".count)) })
    }
  }

  /// `sha256:…` of the list, without the files' own hashes.
  public var hash: String {
    var copy = self
    for index in copy.rows.indices { copy.rows[index].sha256 = nil }
    return "sha256:" + SHA256.hash(copy.lines)
  }

  /// What is different now, for people.
  func changes(to other: InputInventory) -> [String] {
    if rows.map(\.path) != other.rows.map(\.path) {
      let (old, new) = (Set(rows.map(\.path)), Set(other.rows.map(\.path)))
      let gone = rows.map(\.path).filter { !new.contains($0) }.prefix(3).map { "the input \($0) is gone" }
      let added = other.rows.map(\.path).filter { !old.contains($0) }.prefix(3).map {
        "the input \($0) is new"
      }
      return gone + added + (gone.isEmpty && added.isEmpty ? ["the inputs are in another order"] : [])
    }
    let changed = zip(rows, other.rows).filter { $0.bytes != $1.bytes || $0.modified != $1.modified }
    return changed.prefix(5).map { "the input \($0.0.path) has changed" }
  }

  /// Takes the SHA-256 of the files that begin in a part of all bytes: of all of them for part 0 of 1.
  mutating func hashContents(part: Int, of parts: Int) {
    let total = bytes
    var start = 0
    for index in rows.indices {
      guard let length = rows[index].bytes else { continue }
      let owner = total == 0 ? 0 : Int((Double(start) / Double(total) * Double(parts)).rounded(.down))
      if min(owner, parts - 1) == part {
        // What cannot be read is among the dead letters.
        rows[index].sha256 = (try? FileDigest(rows[index].path))?.sha256
      }
      start += length
    }
  }

  /// Takes over hashes that another list of the same files has.
  mutating func addHashes(of other: InputInventory) {
    for (index, row) in other.rows.enumerated() where row.sha256 != nil { rows[index].sha256 = row.sha256 }
  }
}
