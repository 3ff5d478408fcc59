/// A code page of one byte a character, as text is wrongly decoded by it.
struct SingleByteCharset: Sendable {
  let name: String
  /// Bytes that the page leaves open stand for control characters, and U+FFFD for a byte that was lost.
  let isSloppy: Bool
  private let bytes: [UInt16: UInt8]

  /// In the order in which they are tried.
  static let all: [SingleByteCharset] = tables.map { table in
    var bytes: [UInt16: UInt8] = [:]
    for (index, scalar) in table.upper.enumerated() { bytes[scalar] = UInt8(0x80 + index) }
    return SingleByteCharset(name: table.name, isSloppy: table.isSloppy, bytes: bytes)
  }

  /// The byte that stands for a lost one.
  static let lost: UInt8 = 0x1A

  /// The bytes that a text was decoded from, `nil` when it has characters that the page does not have.
  func encode(_ text: some Collection<UInt32>) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    for scalar in text {
      if scalar < 0x80, scalar != UInt32(Self.lost) || !isSloppy {
        result.append(UInt8(scalar))
      } else if isSloppy, scalar == 0xFFFD {
        result.append(Self.lost)
      } else if scalar <= 0xFFFF, let byte = bytes[UInt16(scalar)] {
        result.append(byte)
      } else {
        return nil
      }
    }
    return result
  }

  /// What windows-1252 has for the bytes 0x80 to 0x9F.
  static func windows1252(_ byte: UInt32) -> UInt32 {
    (0x80...0x9F).contains(byte) ? UInt32(tables[1].upper[Int(byte) - 0x80]) : byte
  }
}
