import Sluice

/// Reads XML tag by tag over bytes in UTF-8. It knows no entities but the predefined ones and numbers, opens no files
/// and keeps nothing, so that nothing in a document can make it grow; what is not well-formed is passed over.
struct XMLScanner {
  enum Event {
    case start(name: String, attributes: [(name: String, value: Range<Int>)], isEmpty: Bool)
    case end(name: String)
    /// Characters with references, or those of a CDATA section without.
    case text(Range<Int>, isCDATA: Bool)
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var index: Int
  private static let mostAttributes = 64

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    index = 0
  }

  mutating func next() -> Event? {
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        let start = index
        while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
        return .text(start..<index, isCDATA: false)
      }
      guard index + 1 < bytes.count else { break }
      switch bytes[index + 1] {
      case UInt8(ascii: "!"):
        if has("<![CDATA[") {
          let start = index + 9
          let end = find("]]>", from: start)
          index = min(bytes.count, end + 3)
          return .text(start..<end, isCDATA: true)
        }
        if has("<!--") {
          index = min(bytes.count, find("-->", from: index + 4) + 3)
        } else {
          skipDeclaration()
        }
      case UInt8(ascii: "?"): index = min(bytes.count, find("?>", from: index + 2) + 2)
      case UInt8(ascii: "/"):
        index += 2
        let name = name()
        skip(to: UInt8(ascii: ">"))
        return .end(name: name)
      default: return startTag()
      }
    }
    index = bytes.count
    return nil
  }

  private func has(_ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    return index + length <= bytes.count
      && (0..<length).allSatisfy { bytes[index + $0] == text.utf8Start[$0] }
  }

  /// Where a text begins, the end of the bytes when it does not come.
  private func find(_ text: StaticString, from start: Int) -> Int {
    let length = text.utf8CodeUnitCount
    var at = start
    while at + length <= bytes.count {
      if (0..<length).allSatisfy({ bytes[at + $0] == text.utf8Start[$0] }) { return at }
      at += 1
    }
    return bytes.count
  }

  private mutating func skip(to byte: UInt8) {
    while index < bytes.count, bytes[index] != byte { index += 1 }
    index = min(bytes.count, index + 1)
  }

  /// A document type with its internal subset, of which nothing is taken.
  private mutating func skipDeclaration() {
    var depth = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ">") where depth <= 0:
        index += 1
        return
      default: break
      }
      index += 1
    }
  }

  /// A name without its prefix, but for `xml:`.
  private mutating func name() -> String {
    var start = index
    while index < bytes.count, bytes[index] > 0x20, !"=/>".utf8.contains(bytes[index]), index - start < 256 {
      if bytes[index] == UInt8(ascii: ":"), String(decoding: bytes[start..<index], as: UTF8.self) != "xml" {
        start = index + 1
      }
      index += 1
    }
    return String(decoding: bytes[min(start, index)..<index], as: UTF8.self)
  }

  private mutating func startTag() -> Event {
    index += 1
    let name = name()
    var attributes: [(name: String, value: Range<Int>)] = []
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: ">") {
        index += 1
        return .start(name: name, attributes: attributes, isEmpty: false)
      }
      if byte == UInt8(ascii: "/"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: ">") {
        index += 2
        return .start(name: name, attributes: attributes, isEmpty: true)
      }
      if byte <= 0x20 || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "=") {
        index += 1
        continue
      }
      let before = index
      let key = self.name()
      if index == before { index += 1 }
      while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
      guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { continue }
      index += 1
      while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'")
      else { continue }
      let quote = bytes[index]
      let start = index + 1
      index = start
      while index < bytes.count, bytes[index] != quote { index += 1 }
      if attributes.count < Self.mostAttributes { attributes.append((key, start..<index)) }
      index = min(bytes.count, index + 1)
    }
    return .start(name: name, attributes: attributes, isEmpty: true)
  }
}
