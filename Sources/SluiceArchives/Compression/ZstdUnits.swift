import CLibZstd

/// A file of zstd frames (RFC 8878), with the dictionary of the WARC-zstd convention where a first, skippable frame
/// holds one.
///
/// Source: https://iipc.github.io/warc-specifications/specifications/warc-zstd/
final class ZstdUnits: UnitCodec {
  /// The magic number of the skippable frame of a dictionary.
  private static let dictionaryMagic: UInt32 = 0x184D_2A5D
  private static let largestDictionary = 16 << 20

  private let region: ByteRegion
  private let context = ZSTD_createDCtx()
  private var dictionary: OpaquePointer?
  private var start = 0
  private(set) var consumed = 0

  init(_ region: ByteRegion) {
    self.region = region
    dictionary = Self.dictionary(of: region)
    if let dictionary { ZSTD_DCtx_refDDict(context, dictionary) }
  }

  deinit {
    ZSTD_freeDCtx(context)
    if let dictionary { ZSTD_freeDDict(dictionary) }
  }

  private static func dictionary(of region: ByteRegion) -> OpaquePointer? {
    let bytes = region.bytes
    guard bytes.count > 8, magic(bytes, at: 0) == dictionaryMagic else { return nil }
    let content = bytes.slice(8..<(8 + Int(magic(bytes, at: 4))))
    if magic(content, at: 0) != UInt32(ZSTD_MAGICNUMBER) {
      return ZSTD_createDDict(content.baseAddress, content.count)
    }
    let plain = ContentDecoding.zstd(content, limit: largestDictionary)
    guard plain.state == .whole else { return nil }
    return plain.bytes.withUnsafeBytes { ZSTD_createDDict($0.baseAddress, $0.count) }
  }

  private static func magic(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> UInt32 {
    guard offset >= 0, offset + 4 <= bytes.count else { return 0 }
    return UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  func unit(from offset: Int) -> (offset: Int, isExact: Bool)? {
    let bytes = region.bytes
    var at = offset
    while at + 8 <= bytes.count, Self.magic(bytes, at: at) & 0xFFFF_FFF0 == UInt32(ZSTD_MAGIC_SKIPPABLE_START)
    {
      at += 8 + Int(Self.magic(bytes, at: at + 4))
    }
    while at < bytes.count, bytes[at] == 0 { at += 1 }
    if Self.magic(bytes, at: at) == UInt32(ZSTD_MAGICNUMBER) { return (at, true) }
    while let found = bytes.index(of: "\u{28}", from: at) {
      if Self.magic(bytes, at: found) == UInt32(ZSTD_MAGICNUMBER), begins(found) { return (found, false) }
      at = found + 1
    }
    return nil
  }

  /// Whether a record begins with a frame that begins here.
  private func begins(_ offset: Int) -> Bool {
    begin(at: offset)
    let probe = ByteBuffer(capacity: unitPiece)
    let step = read(into: probe)
    return step != .damaged && RecordHeader.begins(probe.bytes)
  }

  func decode(at offset: Int, into buffer: ByteBuffer) -> Int? {
    let bytes = region.bytes.slice(from: offset)
    let size = ZSTD_getFrameContentSize(bytes.baseAddress, bytes.count)
    let end = ZSTD_findFrameCompressedSize(bytes.baseAddress, bytes.count)
    // Unknown sizes and errors are the largest numbers that there are.
    guard size <= UInt64(wholeUnitLimit), ZSTD_isError(end) == 0 else { return nil }
    let room = buffer.room(max(Int(size), 1))
    ZSTD_DCtx_reset(context, ZSTD_reset_session_only)
    let produced = ZSTD_decompressDCtx(context, room.baseAddress, room.count, bytes.baseAddress, end)
    guard ZSTD_isError(produced) == 0 else { return nil }
    buffer.append(produced)
    return offset + end
  }

  func begin(at offset: Int) {
    ZSTD_DCtx_reset(context, ZSTD_reset_session_only)
    start = offset
    consumed = 0
  }

  func read(into buffer: ByteBuffer) -> UnitProgress {
    let bytes = region.bytes.slice(from: start + consumed)
    let room = buffer.room(unitPiece)
    var output = ZSTD_outBuffer(dst: room.baseAddress, size: room.count, pos: 0)
    var input = ZSTD_inBuffer(src: bytes.baseAddress, size: bytes.count, pos: 0)
    let result = ZSTD_decompressStream(context, &output, &input)
    consumed += input.pos
    buffer.append(output.pos)
    if ZSTD_isError(result) != 0 { return .damaged }
    if result == 0 { return .done(start + consumed) }
    return output.pos == 0 && input.pos == input.size ? .cut : .more
  }
}
