import Sluice

/// Makes inputs of records.
struct RecordInput {
  let path: String
  let label: String
  let member: String?
  let filter: InputFilter

  func input(_ event: RecordScanner.Event) -> Input {
    switch event {
    case .record(let record): input(record)
    case .damage(let position, let message): input(damage: message, at: position)
    }
  }

  private func input(damage message: String, at position: ReaderPosition) -> Input {
    let place = member.map { "\(path)!\($0)" } ?? path
    let error = SluiceError(.unreadable, "\(message), at byte \(position.offset) of \(place)")
    return Input(
      id: "\(label)#\(position.record)", uri: place, content: .failure(error),
      origin: InputOrigin(path: path, member: member, position: position, flags: [ArchiveRecord.damaged]))
  }

  private func input(_ record: ArchiveRecord) -> Input {
    var metadata = Metadata()
    if let date = record.header.date { metadata.set("archived", .string(date), evidence: "archive") }
    if let status = record.http?.status { metadata.set("status", .integer(status), evidence: "http") }
    if !record.flags.isEmpty { metadata.set("archiveFlags", .strings(record.flags), evidence: "archive") }
    let origin = InputOrigin(
      path: path, member: member, position: record.position, length: record.length, type: record.header.type,
      flags: record.flags)
    metadata.set("archive", origin.json, evidence: "archive")
    return Input(
      id: "\(label)#\(record.position.record)", uri: record.header.uri, content: content(record),
      metadata: metadata, origin: origin)
  }

  private func content(_ record: ArchiveRecord) -> Input.Content {
    if let reason = filter.reasonAgainst(record) {
      return .failure(SluiceError(.filtered, reason))
    }
    let filter = filter
    return .deferred { try Self.source(record, filter) }
  }

  /// Decodes the content of a record; the worker that takes the input does it.
  private static func source(_ record: ArchiveRecord, _ filter: InputFilter) throws -> Source {
    let decoded = HTTPBody.decode(record.body, record.http, limit: Input.maximumSize)
    if !filter.cutsOversize, decoded.isOverLimit || record.flags.contains(ArchiveRecord.aboveCeiling) {
      throw SluiceError(.tooLarge, "the content has more than the \(Input.maximumSize) bytes that are read")
    }
    let declared = ContentType(record.declaredType)
    let mediaType = MediaType.ofContent(decoded.bytes, declared: declared.mediaType)
    if let reason = filter.reasonAgainst(mediaType: mediaType) { throw SluiceError(.filtered, reason) }
    return Source(decoded.bytes, mediaType: mediaType, declaredCharset: declared.charset)
  }
}

extension ArchiveRecord {
  /// What the archive says that the content is: HTTP's word where there is one.
  var declaredType: String? {
    http == nil && Self.holdsHTTP(header) && !header.isARC
      ? nil : http?.contentType ?? (http == nil ? header.contentType : nil)
  }
}
