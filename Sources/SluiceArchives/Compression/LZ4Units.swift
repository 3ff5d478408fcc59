/// A file of LZ4 frames, as some tools write WARC files: one frame for each record.
///
/// Source: https://github.com/lz4/lz4/blob/dev/doc/lz4_Frame_format.md
final class LZ4Units: UnitCodec {
  private static let magic: [UInt8] = [0x04, 0x22, 0x4D, 0x18]
  private static let historySize = 1 << 16

  private let region: ByteRegion
  private var start = 0
  private var frame: Frame?
  /// The last bytes of content, to which blocks can refer.
  private var history: [UInt8] = []

  private struct Frame {
    /// Where the next block begins.
    var at: Int
    let blockLimit: Int
    let isLinked: Bool
    let hasBlockSums: Bool
    let hasContentSum: Bool
    var sum = XXHash32()
  }

  init(_ region: ByteRegion) {
    self.region = region
  }

  func unit(from offset: Int) -> (offset: Int, isExact: Bool)? {
    let bytes = region.bytes
    var at = offset
    while at < bytes.count, bytes[at] == 0 { at += 1 }
    if isMagic(at) { return (at, true) }
    while let found = bytes.index(of: 0x04, from: at) {
      if isMagic(found), begins(found) { return (found, false) }
      at = found + 1
    }
    return nil
  }

  private func isMagic(_ offset: Int) -> Bool {
    region.bytes.slice(offset..<(offset + 4)).elementsEqual(Self.magic)
  }

  /// Whether a record begins with a frame that begins here.
  private func begins(_ offset: Int) -> Bool {
    begin(at: offset)
    let probe = ByteBuffer(capacity: unitPiece)
    return read(into: probe) != .damaged && RecordHeader.begins(probe.bytes)
  }

  func decode(at offset: Int, into buffer: ByteBuffer) -> Int? {
    begin(at: offset)
    while buffer.count <= wholeUnitLimit {
      switch read(into: buffer) {
      case .more: continue
      case .done(let end): return end
      case .cut, .damaged: return nil
      }
    }
    return nil
  }

  var consumed: Int { frame.map { $0.at - start } ?? 0 }

  func begin(at offset: Int) {
    start = offset
    history = []
    frame = header(at: offset)
  }

  private func header(at offset: Int) -> Frame? {
    let bytes = region.bytes
    guard isMagic(offset), offset + 7 <= bytes.count else { return nil }
    let (flags, descriptor) = (bytes[offset + 4], bytes[offset + 5])
    // Frames with a dictionary of their own are in no archive.
    guard flags >> 6 == 1, flags & 1 == 0, (4...7).contains(descriptor >> 4) else { return nil }
    let size = 6 + (flags & 8 != 0 ? 8 : 0)
    guard offset + size < bytes.count,
      UInt8(truncatingIfNeeded: XXHash32.hash(bytes.slice((offset + 4)..<(offset + size))) >> 8)
        == bytes[offset + size]
    else { return nil }
    return Frame(
      at: offset + size + 1, blockLimit: 1 << (8 + 2 * Int(descriptor >> 4)), isLinked: flags & 0x20 == 0,
      hasBlockSums: flags & 0x10 != 0, hasContentSum: flags & 4 != 0)
  }

  func read(into buffer: ByteBuffer) -> UnitProgress {
    guard var frame else { return .damaged }
    let bytes = region.bytes
    guard let word = number(at: frame.at) else { return .cut }
    frame.at += 4
    defer { self.frame = frame }
    if word == 0 {
      guard frame.hasContentSum else { return .done(frame.at) }
      guard let sum = number(at: frame.at) else { return .cut }
      frame.at += 4
      return sum == frame.sum.value ? .done(frame.at) : .damaged
    }
    let size = Int(word & 0x7FFF_FFFF)
    guard size <= frame.blockLimit else { return .damaged }
    guard frame.at + size <= bytes.count else { return .cut }
    let block = bytes.slice(frame.at..<(frame.at + size))
    frame.at += size
    if frame.hasBlockSums {
      guard let sum = number(at: frame.at) else { return .cut }
      frame.at += 4
      if sum != XXHash32.hash(block) { return .damaged }
    }
    if !frame.isLinked { history = [] }
    let before = history.count
    if word >> 31 == 1 {
      history += block
    } else if !LZ4Block.decode(block, onto: &history, limit: frame.blockLimit) {
      return .damaged
    }
    history.withUnsafeBytes { content in
      let piece = content.slice(from: before)
      if frame.hasContentSum { frame.sum.update(piece) }
      buffer.append(piece)
    }
    if history.count > Self.historySize { history.removeFirst(history.count - Self.historySize) }
    return .more
  }

  private func number(at offset: Int) -> UInt32? {
    guard offset + 4 <= region.count else { return nil }
    return UInt32(littleEndian: region.bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }
}
