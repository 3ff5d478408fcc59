import Glibc
import Sluice

/// Goes through the members of a WARC file from an offset to find its responses, and where its whole members end.
struct CacheScan {
  /// A response in the file.
  struct Entry: Hashable, Sendable {
    var offset: Int
    /// Of the compressed member.
    var length: Int
    var date: String
    var digest: String?
    var entityTag: String?
    var lastModified: String?
  }

  private(set) var entries: [(target: String, entry: Entry)] = []
  /// Where the last whole member ends.
  private(set) var end: Int
  /// Whether a record stands at the beginning of the file; `true` when the scan began behind it.
  private(set) var beginsWithRecord: Bool

  /// What is kept of each member, in bytes: more than all headers have.
  private static let headLimit = 512 << 10
  private static let chunk = 1 << 18

  /// - Throws: ``SluiceError`` with code `.io` when the file cannot be read.
  init(_ file: CacheFile, from start: Int) throws {
    end = start
    beginsWithRecord = start > 0
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.chunk, alignment: 16)
    defer { buffer.deallocate() }
    var offset = start
    let size = file.size
    while offset < size {
      guard let length = try member(of: file, at: offset, buffer) else {
        // A damaged stretch costs what is in it; a torn end is no member, and nothing comes behind it.
        guard let next = try Self.magic(in: file, after: offset, buffer) else { return }
        offset = next
        continue
      }
      offset += length
      end = offset
    }
  }

  /// The length of the member at an offset, `nil` when there is no whole one.
  private mutating func member(
    of file: CacheFile, at offset: Int, _ buffer: UnsafeMutableRawBufferPointer
  ) throws -> Int? {
    var head: [UInt8] = []
    var position = offset
    var failure: (any Error)?
    let outcome = GzipMember.inflate(
      limit: Int.max,
      next: {
        do {
          let count = try file.read(at: position, into: buffer)
          position += count
          return count == 0
            ? nil : UnsafeRawBufferPointer(rebasing: buffer[..<count]).assumingMemoryBound(to: UInt8.self)
        } catch let error {
          failure = error
          return nil
        }
      },
      take: { bytes in
        if head.count < Self.headLimit { head.append(contentsOf: bytes.prefix(Self.headLimit - head.count)) }
      })
    if let failure { throw failure }
    guard case .whole(let length) = outcome else { return nil }
    if offset == 0 { beginsWithRecord = head.starts(with: "WARC/1.".utf8) }
    add(head, offset: offset, length: length)
    return length
  }

  private mutating func add(_ head: [UInt8], offset: Int, length: Int) {
    guard let record = WARCHead(head), record["warc-type"] == "response", let target = record.target,
      let (response, _) = WARCHead.response(in: head, from: record.blockStart)
    else { return }
    let entry = Entry(
      offset: offset, length: length, date: record["warc-date"] ?? "", digest: record["warc-payload-digest"],
      entityTag: response["etag"], lastModified: response["last-modified"])
    entries.append((target, entry))
  }

  /// The next place behind an offset that looks like the beginning of a member.
  private static func magic(
    in file: CacheFile, after start: Int, _ buffer: UnsafeMutableRawBufferPointer
  ) throws -> Int? {
    var offset = start + 1
    while true {
      let count = try file.read(at: offset, into: buffer)
      guard count >= 3 else { return nil }
      var index = 0
      while index + 2 < count {
        if buffer[index] == 0x1F, buffer[index + 1] == 0x8B, buffer[index + 2] == 8 { return offset + index }
        index += 1
      }
      offset += count - 2
    }
  }
}
