/// One compressed block of LZ4.
///
/// Source: https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md
enum LZ4Block {
  /// Appends the content of a block to what it may refer to.
  ///
  /// - Returns: `false` when the block is damaged or has more than the limit.
  static func decode(_ block: UnsafeRawBufferPointer, onto content: inout [UInt8], limit: Int) -> Bool {
    let most = content.count + limit
    content.reserveCapacity(most)
    var at = 0
    /// A length of which the first part is given, continued in bytes of 255.
    func length(_ first: UInt8) -> Int? {
      var length = Int(first)
      guard first == 15 else { return length }
      while at < block.count {
        let byte = block[at]
        at += 1
        length += Int(byte)
        if byte != 255 { return length }
      }
      return nil
    }
    while at < block.count {
      let token = block[at]
      at += 1
      guard let literals = length(token >> 4), at + literals <= block.count,
        content.count + literals <= most
      else { return false }
      content += block.slice(at..<(at + literals))
      at += literals
      // The last sequence has no match.
      if at == block.count { return true }
      guard at + 2 <= block.count else { return false }
      let distance = Int(block[at]) | Int(block[at + 1]) << 8
      at += 2
      guard let match = length(token & 15), distance > 0, distance <= content.count,
        content.count + match + 4 <= most
      else { return false }
      let start = content.count - distance
      for index in 0..<(match + 4) { content.append(content[start + index]) }
    }
    return false
  }
}
