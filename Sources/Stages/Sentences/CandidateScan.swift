/// Finds the bytes at which a sentence could end, 32 bytes at a time.
///
/// Marks are `. ! ?`, line feed, and the lead byte of U+2000...U+2FFF (curly quotes, the ellipsis, line
/// separators); brackets and straight quotes are marked as well, because their state is carried along.
enum CandidateScan {
  typealias Block = SIMD32<UInt8>

  /// Appends the offsets of all marks in a range.
  static func scan(_ base: UnsafePointer<UInt8>, _ range: Range<Int>, into marks: inout [Int32]) {
    var offset = range.lowerBound
    let lastBlock = range.upperBound - 32
    while offset <= lastBlock {
      let block = UnsafeRawPointer(base + offset).loadUnaligned(as: Block.self)
      let words = unsafeBitCast(lanes(of: block), to: SIMD4<UInt64>.self)
      if words != .zero {
        for part in 0..<4 {
          var bits = words[part] & 0x8080_8080_8080_8080
          while bits != 0 {
            let lane = part * 8 + bits.trailingZeroBitCount >> 3
            marks.append(Int32(truncatingIfNeeded: offset + lane))
            bits &= bits - 1
          }
        }
      }
      offset += 32
    }
    while offset < range.upperBound {
      if isMark(base[offset]) { marks.append(Int32(truncatingIfNeeded: offset)) }
      offset += 1
    }
  }

  static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2E, 0x21, 0x3F, 0x0A, 0xE2, 0x22, 0x28, 0x29, 0x3A: true
    default: false
    }
  }

  /// All bits of a lane are set where the block has a mark.
  private static func lanes(of block: Block) -> SIMDMask<SIMD32<Int8>> {
    (block .== 0x2E) .| (block .== 0x21) .| (block .== 0x3F) .| (block .== 0x0A) .| (block .== 0xE2)
      .| (block .== 0x22) .| ((block & 0xFE) .== 0x28) .| (block .== 0x3A)
  }
}
