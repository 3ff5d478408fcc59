/// The path of a rule in robots.txt: a prefix, in which `*` stands for anything and `$` at the end for the end
/// (RFC 9309, section 2.2.3).
struct RobotsPattern: Hashable, Sendable {
  /// What stands between the stars.
  private let pieces: [[UInt8]]
  private let isAnchored: Bool
  /// Octets of the pattern: the longest that matches decides.
  let length: Int

  init(_ text: String) {
    var bytes = Self.normalized(text)
    length = bytes.count
    isAnchored = bytes.last == UInt8(ascii: "$")
    if isAnchored { bytes.removeLast() }
    pieces = bytes.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false).map(Array.init)
  }

  /// - Parameter path: normalized.
  func matches(_ path: [UInt8]) -> Bool {
    guard let first = pieces.first, path.starts(with: first) else { return false }
    guard pieces.count > 1 else { return !isAnchored || path.count == first.count }
    var position = first.count
    for piece in pieces[1...].dropLast(isAnchored ? 1 : 0) {
      guard let end = Self.end(of: piece, in: path, from: position) else { return false }
      position = end
    }
    guard isAnchored, let last = pieces.last else { return true }
    return path.count - position >= last.count && path.suffix(last.count).elementsEqual(last)
  }

  /// Where the first occurrence ends, by Knuth, Morris and Pratt: in linear time, whatever a pattern is made of.
  private static func end(of piece: [UInt8], in path: [UInt8], from start: Int) -> Int? {
    if piece.isEmpty { return start }
    guard piece.count <= path.count - start else { return nil }
    var borders = [0]
    borders.reserveCapacity(piece.count)
    for index in piece.indices.dropFirst() {
      borders.append(length(of: piece, borders, at: borders[index - 1], piece[index]))
    }
    var matched = 0
    for index in start..<path.count {
      matched = length(of: piece, borders, at: matched, path[index])
      if matched == piece.count { return index + 1 }
    }
    return nil
  }

  /// How much of a piece is matched by one more byte.
  private static func length(of piece: [UInt8], _ borders: [Int], at matched: Int, _ byte: UInt8) -> Int {
    var matched = matched
    while matched > 0, piece[matched] != byte { matched = borders[matched - 1] }
    return piece[matched] == byte ? matched + 1 : 0
  }

  /// Percent-encoded where it is not ASCII, and decoded where the encoding says nothing, so that equal paths have
  /// equal octets (section 2.2.2).
  static func normalized(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "%"), index + 2 < bytes.count, let high = HexDigits.value(of: bytes[index + 1]),
        let low = HexDigits.value(of: bytes[index + 2])
      {
        let value = high << 4 | low
        if isUnreserved(value) { result.append(value) } else { result += HexDigits.percentEncoded(value) }
        index += 3
        continue
      }
      if byte < 0x80 { result.append(byte) } else { result += HexDigits.percentEncoded(byte) }
      index += 1
    }
    return result
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || "-._~".utf8.contains(byte)
  }
}
