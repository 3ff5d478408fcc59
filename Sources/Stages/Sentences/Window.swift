/// The bytes that a splitter may look at: a stretch of valid UTF-8, by offset.
///
/// All reads beyond the borders give a space, so that context can be read without tests at each step.
struct Window {
  let base: UnsafePointer<UInt8>
  /// The first offset that belongs to the stretch.
  let start: Int
  /// The offset behind the last byte.
  let end: Int
  let classes: UnsafePointer<UInt8>

  @inline(__always)
  subscript(offset: Int) -> UInt8 {
    offset >= start && offset < end ? base[offset] : 0x20
  }

  @inline(__always)
  func bits(_ offset: Int) -> UInt8 {
    offset >= start && offset < end ? classes[Int(base[offset])] : ByteClass.space
  }

  /// Length of the white space that begins at an offset, 0 when something visible stands there.
  @inline(__always)
  func spaceLength(at offset: Int) -> Int {
    guard offset < end else { return 0 }
    let byte = base[offset]
    if byte < 0x80 { return classes[Int(byte)] & ByteClass.space == 0 ? 0 : 1 }
    return wideSpaceLength(at: offset)
  }

  private func wideSpaceLength(at offset: Int) -> Int {
    switch base[offset] {
    case 0xC2:
      return self[offset + 1] == 0xA0 || self[offset + 1] == 0x85 ? 2 : 0
    case 0xE1:
      return self[offset + 1] == 0x9A && self[offset + 2] == 0x80 ? 3 : 0
    case 0xE2:
      let second = self[offset + 1], third = self[offset + 2]
      if second == 0x80 {
        return (0x80...0x8A).contains(third) || (0xA8...0xA9).contains(third) || third == 0xAF ? 3 : 0
      }
      return second == 0x81 && third == 0x9F ? 3 : 0
    case 0xE3:
      return self[offset + 1] == 0x80 && self[offset + 2] == 0x80 ? 3 : 0
    default:
      return 0
    }
  }

  /// Length of the white space that ends before an offset.
  @inline(__always)
  func spaceLength(before offset: Int) -> Int {
    guard offset > start else { return 0 }
    let byte = base[offset - 1]
    if byte < 0x80 { return classes[Int(byte)] & ByteClass.space == 0 ? 0 : 1 }
    return wideSpaceLength(before: offset)
  }

  private func wideSpaceLength(before offset: Int) -> Int {
    if offset - 2 >= start, spaceLength(at: offset - 2) == 2 { return 2 }
    if offset - 3 >= start, spaceLength(at: offset - 3) == 3 { return 3 }
    return 0
  }

  /// The first visible character at or behind an offset.
  func skipSpace(from offset: Int) -> Int {
    var next = offset
    while true {
      let length = spaceLength(at: next)
      if length == 0 { return next }
      next += length
    }
  }

  /// The end of the last visible character before an offset, not before `limit`.
  func trimSpace(before offset: Int, limit: Int) -> Int {
    var end = offset
    while end > limit {
      let length = spaceLength(before: end)
      if length == 0 || end - length < limit { return end }
      end -= length
    }
    return end
  }
}
