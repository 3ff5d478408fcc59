/// Character references of HTML (`&eacute;`, `&#8217;`, `&#x2019;`), by the rules of the HTML standard,
/// section 13.2.5.72 to 13.2.5.80: all 2,125 names, the old ones without a semicolon too, and numbers 128 to 159
/// read as windows-1252.
public enum CharacterReferences {
  /// What a reference stands for.
  public struct Reference: Hashable, Sendable {
    public let first: Unicode.Scalar
    /// Some names stand for a letter and a combining mark.
    public let second: Unicode.Scalar?
    /// Bytes of the reference, from `&` on.
    public let length: Int

    /// The character or characters, as UTF-8.
    public var utf8: [UInt8] {
      var bytes = Array(UTF8.encode(first) ?? UTF8.encodedReplacementCharacter)
      if let second { bytes += UTF8.encode(second) ?? UTF8.encodedReplacementCharacter }
      return bytes
    }
  }

  /// Decodes the reference that begins at an ampersand.
  ///
  /// - Parameters:
  ///   - offset: of the `&`.
  ///   - inAttribute: `true` in attribute values, where `&copy=2` and `&copyright` stay as they are.
  /// - Returns: `nil` when the ampersand begins no reference and stands for itself.
  public static func decode(
    _ bytes: Span<UInt8>, at offset: Int, inAttribute: Bool = false
  ) -> Reference? {
    guard offset + 2 < bytes.count, bytes[offset] == UInt8(ascii: "&") else { return nil }
    return bytes[offset + 1] == UInt8(ascii: "#")
      ? decodeNumber(bytes, at: offset) : decodeName(bytes, at: offset, inAttribute)
  }

  /// Decodes all references of an attribute's value or of other text outside the main text.
  public static func decodeAll(_ bytes: Span<UInt8>, inAttribute: Bool = false) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "&"),
        let reference = decode(bytes, at: index, inAttribute: inAttribute)
      {
        result += reference.utf8
        index += reference.length
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }
}

// MARK: - Numbers

extension CharacterReferences {
  private static func decodeNumber(_ bytes: Span<UInt8>, at offset: Int) -> Reference? {
    var index = offset + 2
    let isHexadecimal = bytes[index] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { index += 1 }
    let digits = index
    var value: UInt32 = 0
    while index < bytes.count, let digit = digit(bytes[index], isHexadecimal) {
      // Beyond the last character it only has to stay there.
      value = min(value &* (isHexadecimal ? 16 : 10) &+ digit, 0x11_0000)
      index += 1
    }
    guard index > digits else { return nil }
    if index < bytes.count, bytes[index] == UInt8(ascii: ";") { index += 1 }
    if (0x80...0x9F).contains(value), windows1252[Int(value) - 0x80] != 0 {
      value = windows1252[Int(value) - 0x80]
    }
    let scalar = value == 0 ? nil : Unicode.Scalar(value)
    return Reference(first: scalar ?? "\u{FFFD}", second: nil, length: index - offset)
  }

  private static func digit(_ byte: UInt8, _ isHexadecimal: Bool) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte) - 0x30
    case 0x41...0x46 where isHexadecimal: UInt32(byte) - 0x41 + 10
    case 0x61...0x66 where isHexadecimal: UInt32(byte) - 0x61 + 10
    default: nil
    }
  }

  /// The characters 0x80 to 0x9F of windows-1252; 0 where it has none.
  private static let windows1252: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
    0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0, 0x017E, 0x0178,
  ]
}

// MARK: - Names

extension CharacterReferences {
  private static func decodeName(_ bytes: Span<UInt8>, at offset: Int, _ inAttribute: Bool) -> Reference? {
    let start = offset + 1
    var end = start
    while end < bytes.count, end - start < index.longestName, isLetterOrDigit(bytes[end]) { end += 1 }
    guard end > start else { return nil }
    if end < bytes.count, bytes[end] == UInt8(ascii: ";"),
      let entry = index.find(bytes.extracting(start..<end))
    {
      return Reference(first: entry.first, second: entry.second, length: end + 1 - offset)
    }
    var length = min(end - start, index.longestOldName)
    while length >= index.shortestOldName {
      if let entry = index.find(bytes.extracting(start..<start + length)), entry.isOld {
        let next = start + length
        let goesOn = next < bytes.count && (isLetterOrDigit(bytes[next]) || bytes[next] == UInt8(ascii: "="))
        if inAttribute, goesOn { return nil }
        return Reference(first: entry.first, second: entry.second, length: next - offset)
      }
      length -= 1
    }
    return nil
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }

  /// The names, sorted by their bytes.
  ///
  /// The tables write an entry as name, mark and code points: `amp!26` may lack its semicolon, `acE:223E+333` not.
  private static let index = NameIndex([capitalNames, namesAToL, namesMToZ])

  private struct NameIndex: Sendable {
    struct Entry {
      let name: Range<Int>
      let first: Unicode.Scalar
      let second: Unicode.Scalar?
      let isOld: Bool
    }

    private var bytes: [UInt8] = []
    private var entries: [Entry] = []
    let longestName: Int
    let longestOldName: Int
    let shortestOldName: Int

    init(_ tables: [StaticString]) {
      for table in tables {
        for entry in table.description.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
          let parts = entry.split {
            $0 == UInt8(ascii: "!") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "+")
          }
          let scalars = parts.dropFirst().compactMap { part in
            UInt32(String(decoding: part, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
          }
          guard let name = parts.first, let first = scalars.first else { continue }
          entries.append(
            Entry(
              name: bytes.count..<bytes.count + name.count, first: first,
              second: scalars.count > 1 ? scalars[1] : nil, isOld: entry.contains(UInt8(ascii: "!"))))
          bytes += name
        }
      }
      let old = entries.filter(\.isOld).map(\.name.count)
      longestName = entries.map(\.name.count).max() ?? 0
      longestOldName = old.max() ?? 0
      shortestOldName = old.min() ?? 0
    }

    func find(_ name: Span<UInt8>) -> Entry? {
      var low = 0
      var high = entries.count
      while low < high {
        let middle = (low + high) / 2
        let order = compare(entries[middle].name, name)
        if order == 0 { return entries[middle] }
        if order < 0 { low = middle + 1 } else { high = middle }
      }
      return nil
    }

    /// Negative when the entry's name comes first.
    private func compare(_ entry: Range<Int>, _ name: Span<UInt8>) -> Int {
      for index in 0..<min(entry.count, name.count) {
        let difference = Int(bytes[entry.lowerBound + index]) - Int(name[index])
        if difference != 0 { return difference }
      }
      return entry.count - name.count
    }
  }
}
