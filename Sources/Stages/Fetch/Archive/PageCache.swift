import Sluice
import Synchronization

/// Pages in a WARC file: appended as they come, found again by URL, the latest of each.
///
/// Each record is a gzip member of its own, appended whole under a lock, so that several processes may share the
/// file. A torn end, which a crash leaves, is cut off when the file is opened to be written. Readers of WARC files
/// read it like any other.
final class PageCache: Sendable {
  /// A response as the file has it.
  struct Page: Sendable {
    let response: HTTPResponse
    let date: String
  }

  /// What a server needs to know to say that a page has not changed.
  struct Validators: Hashable, Sendable {
    let fields: [HTTPField]
  }

  private struct State {
    var file: CacheFile?
    var index: [String: CacheScan.Entry] = [:]
    /// Where the members that this process knows end.
    var end = 0
  }

  private let path: String
  private let isReadOnly: Bool
  private let state = Mutex(State())

  /// The file is opened when it is first needed.
  init(_ path: String, isReadOnly: Bool) {
    self.path = path
    self.isReadOnly = isReadOnly
  }

  /// The fields of a conditional request (RFC 9110, section 13), `nil` when the page is not here or has none.
  func validators(of url: String) throws -> Validators? {
    guard let entry = try state.withLock({ try opened(&$0) { $0.index[url] } }) else { return nil }
    var fields: [HTTPField] = []
    if let tag = entry.entityTag { fields.append(HTTPField("If-None-Match", tag)) }
    if let date = entry.lastModified { fields.append(HTTPField("If-Modified-Since", date)) }
    return fields.isEmpty ? nil : Validators(fields: fields.filter(\.isSafe))
  }

  /// The latest response of a URL, `nil` when there is none.
  ///
  /// - Throws: ``SluiceError`` with code `.io` or `.unreadable`.
  func page(at url: String, sizeLimit: Int) throws -> Page? {
    let found = try state.withLock { state in
      try opened(&state) { state -> (CacheScan.Entry, [UInt8])? in
        guard let entry = state.index[url] else { return nil }
        return (entry, try state.file?.read(at: entry.offset, count: entry.length) ?? [])
      }
    }
    guard let (entry, member) = found else { return nil }
    let (bytes, outcome) = GzipMember.decompress(member[...], limit: sizeLimit + (1 << 20))
    func unreadable(_ reason: String) -> SluiceError {
      SluiceError(.unreadable, "\(path) at \(entry.offset): the record of \(url) \(reason)")
    }
    guard case .whole = outcome else { throw unreadable("cannot be decompressed") }
    guard let record = WARCHead(bytes), let length = record["content-length"].flatMap(Int.init), length >= 0,
      record.blockStart + length <= bytes.count,
      let (head, bodyStart) = WARCHead.response(in: bytes, from: record.blockStart),
      bodyStart <= record.blockStart + length
    else { throw unreadable("holds no HTTP response") }
    var response = head
    for name in ["content-encoding", "transfer-encoding"] {
      if let value = response[name], value.lowercased() != "identity" {
        throw unreadable("has the \(name) \(value), which only its writer can undo")
      }
    }
    response.body = Array(bytes[bodyStart..<record.blockStart + length])
    return Page(response: response, date: entry.date)
  }

  /// Appends an exchange, unless the latest response of its URL is the same.
  func keep(_ exchange: Exchange) throws {
    let url = exchange.request.url.text
    let digest = exchange.payloadDigest
    let known = try state.withLock { try opened(&$0) { $0.index[url] } }
    let tag = exchange.response["etag"]
    let modified = exchange.response["last-modified"]
    if let known, known.digest == digest, known.entityTag == tag, known.lastModified == modified,
      !exchange.response.isRedirect
    {
      return
    }
    // Compressed outside of the lock: it is what takes time.
    let members = try exchange.members()
    try state.withLock { state in
      try opened(&state) { state in
        let offset = try append(members.response + members.request, to: &state)
        state.index[url] = CacheScan.Entry(
          offset: offset, length: members.response.count, date: exchange.date, digest: digest, entityTag: tag,
          lastModified: modified)
      }
    }
  }

  // MARK: - The file

  private func opened<Result>(
    _ state: inout State, _ body: (inout State) throws -> Result
  ) throws -> Result {
    if state.file == nil {
      let file = try CacheFile(path, isReadOnly: isReadOnly)
      if isReadOnly {
        try Self.index(&state, file, path)
      } else {
        let information = try GzipMember.compress(
          WARCRecord.information(date: CalendarTime.iso(CalendarTime.now)).bytes)
        try file.locked {
          try Self.index(&state, file, path)
          if state.end < file.size { try file.cut(to: state.end) }
          guard state.end == 0 else { return }
          try file.write(information, at: 0)
          state.end = information.count
        }
      }
      state.file = file
    }
    return try body(&state)
  }

  /// Adds what stands behind the end that is known to the index.
  private static func index(_ state: inout State, _ file: CacheFile, _ path: String) throws {
    let scan = try CacheScan(file, from: state.end)
    // Only a torn first record may be cut off whole: anything else is some other file.
    let start = try file.read(at: 0, count: 2)
    let isTorn = scan.end == 0 && file.size < 4096 && [0x1F, 0x8B].starts(with: start)
    guard scan.beginsWithRecord || isTorn else {
      throw SluiceError(.unreadable, "\(path) is no WARC file that is compressed record by record")
    }
    for (target, entry) in scan.entries { state.index[target] = entry }
    state.end = scan.end
  }

  private func append(_ bytes: [UInt8], to state: inout State) throws -> Int {
    guard let file = state.file else { throw SluiceError(.io, "the cache \(path) is not open") }
    return try file.locked {
      if file.size != state.end {
        // Another process wrote, or broke off.
        try Self.index(&state, file, path)
        if state.end < file.size { try file.cut(to: state.end) }
      }
      let offset = state.end
      try file.write(bytes, at: offset)
      state.end += bytes.count
      return offset
    }
  }
}
