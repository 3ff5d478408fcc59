/// How a file is compressed, by its first bytes.
enum Compression {
  case gzip
  case zstd
  case lz4

  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= 4 else { return nil }
    if bytes[0] == 0x1F, bytes[1] == 0x8B, bytes[2] == 8 {
      self = .gzip
    } else if bytes[1] == 0xB5, bytes[2] == 0x2F, bytes[3] == 0xFD, bytes[0] == 0x28 {
      self = .zstd
    } else if bytes[0] & 0xF0 == 0x50, bytes[1] == 0x2A, bytes[2] == 0x4D, bytes[3] == 0x18 {
      // A skippable frame.
      self = .zstd
    } else if bytes[0] == 0x04, bytes[1] == 0x22, bytes[2] == 0x4D, bytes[3] == 0x18 {
      self = .lz4
    } else {
      return nil
    }
  }

  /// What decompresses a file, by its first bytes; `nil` for one that is plain.
  static func codec(of region: ByteRegion) -> sending (any UnitCodec)? {
    switch Compression(region.bytes) {
    case .gzip: GzipUnits(region)
    case .zstd: ZstdUnits(region)
    case .lz4: LZ4Units(region)
    case nil: nil
    }
  }
}
