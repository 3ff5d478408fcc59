import CLibDeflate

/// A file of gzip members (RFC 1952): libdeflate for members that fit into memory, zlib for the others and for
/// damaged ones, of which it yields what comes before the damage.
final class GzipUnits: UnitCodec {
  private let region: ByteRegion
  private let decompressor = libdeflate_alloc_decompressor()
  private var stream: InflateStream?
  private var start = 0

  init(_ region: ByteRegion) {
    self.region = region
  }

  deinit { libdeflate_free_decompressor(decompressor) }

  func unit(from offset: Int) -> (offset: Int, isExact: Bool)? {
    let bytes = region.bytes
    var at = offset
    while at < bytes.count, bytes[at] == 0 { at += 1 }
    if Self.isHeader(bytes, at: at) { return (at, true) }
    while let found = bytes.index(of: "\u{1F}", from: at) {
      if Self.isHeader(bytes, at: found), begins(found) { return (found, false) }
      at = found + 1
    }
    return nil
  }

  private static func isHeader(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Bool {
    offset + 18 <= bytes.count && bytes[offset] == 0x1F && bytes[offset + 1] == 0x8B && bytes[offset + 2] == 8
      && bytes[offset + 3] < 32
  }

  /// Whether a record begins with a member that begins here.
  private func begins(_ offset: Int) -> Bool {
    let probe = InflateStream(.gzip)
    return withUnsafeTemporaryAllocation(byteCount: 2048, alignment: 1) { room in
      let step = probe.inflate(region.bytes.slice(from: offset), into: room)
      return step.state != .damaged
        && RecordHeader.begins(UnsafeRawBufferPointer(rebasing: room[..<step.produced]))
    }
  }

  func decode(at offset: Int, into buffer: ByteBuffer) -> Int? {
    let bytes = region.bytes.slice(from: offset)
    var capacity = max(buffer.capacity, 1 << 18)
    while let decompressor {
      let room = buffer.room(capacity)
      var (consumed, produced) = (0, 0)
      let result = libdeflate_gzip_decompress_ex(
        decompressor, bytes.baseAddress, bytes.count, room.baseAddress, room.count, &consumed, &produced)
      switch result {
      case LIBDEFLATE_SUCCESS:
        buffer.append(produced)
        return offset + consumed
      case LIBDEFLATE_INSUFFICIENT_SPACE where capacity < wholeUnitLimit: capacity *= 4
      default: return nil
      }
    }
    return nil
  }

  var consumed: Int { stream?.consumed ?? 0 }

  func begin(at offset: Int) {
    stream = InflateStream(.gzip)
    start = offset
  }

  func read(into buffer: ByteBuffer) -> UnitProgress {
    guard let stream else { return .damaged }
    let room = buffer.room(unitPiece)
    let step = stream.inflate(region.bytes.slice(from: start + stream.consumed), into: room)
    buffer.append(step.produced)
    switch step.state {
    case .more: return step.produced == 0 ? .cut : .more
    case .done: return .done(start + stream.consumed)
    case .damaged: return .damaged
    }
  }
}
