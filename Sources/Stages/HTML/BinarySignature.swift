/// Recognises files that are no text, by the first bytes of common formats and by their share of NULs.
enum BinarySignature {
  private static let signatures: [(prefix: [UInt8], name: String)] = [
    ([0x89, 0x50, 0x4E, 0x47], "a PNG image"), ([0xFF, 0xD8, 0xFF], "a JPEG image"),
    (Array("GIF8".utf8), "a GIF image"), (Array("%PDF-".utf8), "a PDF"),
    ([0x50, 0x4B, 0x03, 0x04], "a zip archive"), ([0x1F, 0x8B], "gzip data"),
    ([0x28, 0xB5, 0x2F, 0xFD], "zstd data"), (Array("BZh".utf8), "bzip2 data"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz data"), ([0x37, 0x7A, 0xBC, 0xAF], "a 7z archive"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an Office document"), ([0x7F, 0x45, 0x4C, 0x46], "a program"),
    (Array("RIFF".utf8), "a media file"), (Array("ID3".utf8), "an MP3 file"),
    (Array("OggS".utf8), "an Ogg file"),
    ([0x00, 0x00, 0x01, 0x00], "an icon"), (Array("wOF".utf8), "a font"),
  ]

  /// What the bytes are, `nil` when they may be a page.
  static func name(of bytes: [UInt8]) -> String? {
    if let signature = signatures.first(where: { bytes.starts(with: $0.prefix) }) { return signature.name }
    let head = bytes.prefix(4096)
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return nil }
    // In UTF-16 the NULs stand at every second place.
    var nuls = [0, 0]
    for (index, byte) in head.enumerated() where byte == 0 { nuls[index & 1] += 1 }
    let isUTF16 = max(nuls[0], nuls[1]) > min(nuls[0], nuls[1]) * 8
    return nuls[0] + nuls[1] > max(8, head.count / 10) && !isUTF16 ? "binary data" : nil
  }
}
