/// Reads JSON (RFC 8259) from UTF-8 bytes, strictly, with the byte offset of every complaint.
public struct JSONParser {
  /// What is wrong, and where: a byte offset into the input.
  public struct Failure: Error, Hashable, Sendable {
    public let message: String
    public let offset: Int
  }

  /// Arrays and objects nested deeper than this are refused.
  public static let maximumDepth = 512

  private let bytes: [UInt8]
  private var index: Int
  private let end: Int
  private var depth = 0

  private init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    index = range.lowerBound
    end = range.upperBound
  }

  /// Reads one value, with nothing but white space around it.
  ///
  /// - Throws: ``Failure``.
  public static func parse(_ bytes: [UInt8], in range: Range<Int>? = nil) throws(Failure) -> JSONValue {
    var parser = JSONParser(bytes, range ?? 0..<bytes.count)
    let value = try parser.value()
    parser.skipSpace()
    guard parser.index == parser.end else { throw parser.failure("text after the value") }
    return value
  }

  public static func parse(_ text: String) throws(Failure) -> JSONValue {
    try parse(Array(text.utf8))
  }

  private func failure(_ message: String) -> Failure {
    Failure(message: message, offset: index)
  }

  private var current: UInt8? { index < end ? bytes[index] : nil }

  private mutating func skipSpace() {
    while index < end {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      default: return
      }
    }
  }

  private mutating func value() throws(Failure) -> JSONValue {
    skipSpace()
    guard let first = current else { throw failure("the value ends too early") }
    switch first {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw failure("expected a value")
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(Failure) -> JSONValue {
    let count = word.utf8CodeUnitCount
    let matches = word.withUTF8Buffer {
      index + count <= end && bytes[index..<index + count].elementsEqual($0)
    }
    guard matches else { throw failure("expected a value") }
    index += count
    return value
  }

  private mutating func enter() throws(Failure) {
    depth += 1
    guard depth <= Self.maximumDepth else {
      throw failure("nested deeper than \(Self.maximumDepth) levels")
    }
    index += 1
  }

  private mutating func object() throws(Failure) -> JSONValue {
    try enter()
    var members: [JSONValue.Member] = []
    skipSpace()
    if current == UInt8(ascii: "}") {
      index += 1
      depth -= 1
      return .object(members)
    }
    while true {
      skipSpace()
      guard current == UInt8(ascii: "\"") else { throw failure("expected a member's name in quotes") }
      let key = try string()
      skipSpace()
      guard current == UInt8(ascii: ":") else { throw failure("expected ':'") }
      index += 1
      members.append(JSONValue.Member(key, try value()))
      if try !continues(until: UInt8(ascii: "}")) { return .object(members) }
    }
  }

  private mutating func array() throws(Failure) -> JSONValue {
    try enter()
    var elements: [JSONValue] = []
    skipSpace()
    if current == UInt8(ascii: "]") {
      index += 1
      depth -= 1
      return .array(elements)
    }
    while true {
      elements.append(try value())
      if try !continues(until: UInt8(ascii: "]")) { return .array(elements) }
    }
  }

  /// Steps over a comma, or over the closing bracket that ends the array or object.
  private mutating func continues(until close: UInt8) throws(Failure) -> Bool {
    skipSpace()
    if current == close {
      index += 1
      depth -= 1
      return false
    }
    guard current == UInt8(ascii: ",") else {
      throw failure("expected ',' or '\(Unicode.Scalar(close))'")
    }
    index += 1
    return true
  }

  private mutating func number() throws(Failure) -> JSONValue {
    let start = index
    func isDigit(_ byte: UInt8?) -> Bool { byte.map { (0x30...0x39).contains($0) } ?? false }
    if current == UInt8(ascii: "-") { index += 1 }
    guard isDigit(current) else { throw failure("expected a digit") }
    if current == UInt8(ascii: "0") { index += 1 } else { while isDigit(current) { index += 1 } }
    if current == UInt8(ascii: ".") {
      index += 1
      guard isDigit(current) else { throw failure("expected a digit") }
      while isDigit(current) { index += 1 }
    }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      index += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { index += 1 }
      guard isDigit(current) else { throw failure("expected a digit") }
      while isDigit(current) { index += 1 }
    }
    return .number(String(decoding: bytes[start..<index], as: UTF8.self))
  }

  private mutating func string() throws(Failure) -> String {
    index += 1
    let start = index
    while index < end, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\\") {
      guard bytes[index] >= 0x20 else { throw failure("a control character in a string") }
      index += 1
    }
    if current == UInt8(ascii: "\"") {
      let text = try utf8(bytes[start..<index], from: start)
      index += 1
      return text
    }
    var unescaped = Array(bytes[start..<index])
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        return try utf8(unescaped[...], from: start)
      case UInt8(ascii: "\\"):
        index += 1
        try escape(into: &unescaped)
      case 0..<0x20:
        throw failure("a control character in a string")
      default:
        unescaped.append(byte)
        index += 1
      }
    }
    throw failure("the string has no end")
  }

  private func utf8(_ content: ArraySlice<UInt8>, from start: Int) throws(Failure) -> String {
    guard let text = String(validating: content, as: UTF8.self) else {
      throw Failure(message: "a string that is not UTF-8", offset: start)
    }
    return text
  }

  private mutating func escape(into text: inout [UInt8]) throws(Failure) {
    guard let byte = current else { throw failure("the string has no end") }
    if let value = Self.simpleEscape(byte) {
      index += 1
      text.append(value)
      return
    }
    guard byte == UInt8(ascii: "u") else { throw failure("an unknown escape") }
    index += 1
    var unit = try hexUnit()
    if (0xD800..<0xDC00).contains(unit), index + 1 < end, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    {
      let retreat = index
      index += 2
      let low = try hexUnit()
      if (0xDC00..<0xE000).contains(low) {
        unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
      } else {
        index = retreat
      }
    }
    // Half of a surrogate pair is no character.
    let scalar = Unicode.Scalar(unit) ?? "\u{FFFD}"
    text += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
  }

  private static func simpleEscape(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): byte
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: nil
    }
  }

  private mutating func hexUnit() throws(Failure) -> UInt32 {
    guard index + 4 <= end,
      let unit = UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16),
      bytes[index] != UInt8(ascii: "+")
    else { throw failure("expected four hexadecimal digits") }
    index += 4
    return unit
  }
}
