import CLibArchive
import Glibc
import Sluice

/// A zip, tar or 7z file that is open, by libarchive.
final class Container {
  /// The header of a member.
  struct Entry {
    var index: Int
    /// Cleaned: no control characters, never absolute, never upwards.
    var name: String
    var isFile: Bool
    var isEncrypted: Bool
  }

  /// Bytes that are read of a member and kept in memory; what is longer goes to a file without a name.
  private static let memoryLimit = 16 << 20
  private static let pieceSize = 1 << 17

  private let archive: OpaquePointer
  private let region: ByteRegion
  private let path: String
  private var count = 0
  private var produced = 0
  private var released = 0
  /// Bytes of the file before the next member, never less than before.
  private(set) var fileOffset = 0

  /// - Throws: `SluiceError` when the file is none of the formats.
  init(_ region: ByteRegion, path: String) throws {
    guard let archive = archive_read_new() else { throw SluiceError(.io, "there is no memory left") }
    self.archive = archive
    self.region = region
    self.path = path
    archive_read_support_format_zip(archive)
    archive_read_support_format_tar(archive)
    archive_read_support_format_7zip(archive)
    for support in [
      archive_read_support_filter_gzip, archive_read_support_filter_bzip2, archive_read_support_filter_xz,
      archive_read_support_filter_lzma, archive_read_support_filter_zstd, archive_read_support_filter_lz4,
    ] { _ = support(archive) }
    guard archive_read_open_memory(archive, region.bytes.baseAddress, region.count) == ARCHIVE_OK else {
      throw failure("\(path) cannot be opened")
    }
  }

  deinit { archive_read_free(archive) }

  /// Members that were met so far.
  var position: Int { count }

  /// The next member, `nil` at the end.
  ///
  /// - Throws: when the file is damaged so that nothing more can be found in it.
  func next() throws -> Entry? {
    var entry: OpaquePointer?
    var result = archive_read_next_header(archive, &entry)
    var tries = 0
    while result == ARCHIVE_RETRY, tries < 3 {
      result = archive_read_next_header(archive, &entry)
      tries += 1
    }
    if result == ARCHIVE_EOF { return nil }
    guard let entry, result >= ARCHIVE_WARN else { throw failure("\(path) is damaged") }
    let isCompressedWhole = archive_filter_count(archive) > 1
    fileOffset = max(
      fileOffset,
      Int(isCompressedWhole ? archive_filter_bytes(archive, -1) : archive_read_header_position(archive)))
    if fileOffset - released > 8 << 20, fileOffset <= region.count {
      region.release(released..<fileOffset)
      released = fileOffset
    }
    defer { count += 1 }
    let name = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
    return Entry(
      index: count, name: MemberName.clean(name.map { String(cString: $0) } ?? "", number: count),
      isFile: archive_entry_filetype(entry) & S_IFMT == S_IFREG && archive_entry_hardlink(entry) == nil,
      isEncrypted: archive_entry_is_encrypted(entry) != 0)
  }

  /// The content of the member that was met last, up to a limit; `isWhole` is `false` when there is more.
  func content(limit: Int) throws -> (bytes: [UInt8], isWhole: Bool) {
    let buffer = ByteBuffer(capacity: Self.pieceSize)
    while buffer.count <= limit {
      guard try read(into: buffer) else { return (Array(buffer.bytes), true) }
    }
    return (Array(buffer.bytes.prefix(limit)), false)
  }

  /// The content of the member that was met last, whatever its size. What comes before damage is there, with the
  /// error.
  func spooledContent() throws -> (region: ByteRegion, error: SluiceError?) {
    let buffer = ByteBuffer(capacity: Self.pieceSize)
    var file: UnnamedFile?
    var error: SluiceError?
    do {
      while try read(into: buffer) {
        guard buffer.count > Self.memoryLimit else { continue }
        file = try file ?? UnnamedFile()
        try file?.write(buffer.bytes)
        buffer.removeAll()
      }
    } catch let met as SluiceError where met.code != .io {
      error = met
    }
    guard let file else { return (ByteRegion(Array(buffer.bytes)), error) }
    try file.write(buffer.bytes)
    return (try file.region(), error)
  }

  /// Appends a piece of the content; `false` at its end.
  private func read(into buffer: ByteBuffer) throws -> Bool {
    let room = buffer.room(Self.pieceSize)
    let count = archive_read_data(archive, room.baseAddress, min(room.count, 1 << 20))
    guard count >= 0 else { throw failure("a member of \(path) is damaged") }
    buffer.append(count)
    produced += count
    guard !RecordWindow.isBomb(produced, of: region.count) else {
      throw SluiceError(.tooLarge, "\(path) expands to more than is ever read")
    }
    return count > 0
  }

  private func failure(_ message: String) -> SluiceError {
    SluiceError(.unreadable, message, underlying: archive_error_string(archive).map { String(cString: $0) })
  }
}
