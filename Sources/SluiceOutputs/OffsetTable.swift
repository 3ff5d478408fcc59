import Sluice

/// Converts offsets into one text between UTF-8 bytes and another unit, in constant time for each.
///
/// The units before every 64th byte are kept: an eighth of a byte for each byte of text, and nothing for ASCII.
struct OffsetTable {
  private static let block = 64

  private let bytes: [UInt8]
  private let unit: OffsetUnit
  /// Units before each block; empty when units and bytes are the same.
  private var before: [Int32] = []

  init(_ text: [UInt8], _ unit: OffsetUnit) {
    bytes = text
    self.unit = unit
    guard unit != .utf8, text.contains(where: { $0 >= 0x80 }) else { return }
    before.reserveCapacity(text.count / Self.block + 1)
    var total = 0
    for start in stride(from: 0, to: max(text.count, 1), by: Self.block) {
      before.append(Int32(total))
      total += units(in: start..<min(start + Self.block, text.count))
    }
  }

  /// The units of the characters that begin in a range.
  private func units(in range: Range<Int>) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var count = 0
      for byte in bytes[range] where byte & 0xC0 != 0x80 { count += 1 }
      if unit == .utf16 {
        for byte in bytes[range] where byte >= 0xF0 { count += 1 }
      }
      return count
    }
  }

  /// The offset in units of a byte offset.
  ///
  /// - Precondition: it lies in the text and between two characters.
  func units(before offset: Int) -> Int {
    guard !before.isEmpty else { return offset }
    let block = min(offset / Self.block, before.count - 1)
    return Int(before[block]) + units(in: block * Self.block..<offset)
  }

  /// The byte offset of an offset in units; `nil` outside of the text and inside of a character.
  func bytes(before offset: Int) -> Int? {
    guard !before.isEmpty else {
      let isBorder = offset == bytes.count || (bytes.indices.contains(offset) && bytes[offset] & 0xC0 != 0x80)
      return isBorder ? offset : nil
    }
    var low = 0
    var high = before.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(before[middle]) <= offset { low = middle } else { high = middle }
    }
    var count = Int(before[low])
    var index = low * Self.block
    while index < bytes.count {
      let byte = bytes[index]
      if byte & 0xC0 != 0x80 {
        if count == offset { return index }
        if count > offset { return nil }
        count += unit == .utf16 && byte >= 0xF0 ? 2 : 1
      }
      index += 1
    }
    return count == offset ? bytes.count : nil
  }
}
