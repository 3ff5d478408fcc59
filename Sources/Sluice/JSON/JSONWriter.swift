/// Writes JSON without white space, straight into UTF-8 bytes.
///
/// ```swift
/// var json = JSONWriter()
/// json.object {
///   $0.member("id", "a-1")
///   $0.key("range"); $0.array { $0.integer(0); $0.integer(81) }
/// }
/// ```
public struct JSONWriter: Sendable {
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  public init() {}

  /// Empties the writer but keeps its memory.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  /// Hands over what is written so far, in the middle of a value too, and goes on behind it.
  public mutating func flush(_ body: ([UInt8]) throws -> Void) rethrows {
    try body(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  public mutating func object(_ content: (inout JSONWriter) throws -> Void) rethrows {
    separate()
    bytes.append(UInt8(ascii: "{"))
    needsComma = false
    try content(&self)
    bytes.append(UInt8(ascii: "}"))
    needsComma = true
  }

  public mutating func array(_ content: (inout JSONWriter) throws -> Void) rethrows {
    separate()
    bytes.append(UInt8(ascii: "["))
    needsComma = false
    try content(&self)
    bytes.append(UInt8(ascii: "]"))
    needsComma = true
  }

  /// The name of the member whose value comes next.
  public mutating func key(_ name: String) {
    separate()
    quoted(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  public mutating func member(_ name: String, _ value: String) {
    key(name)
    string(value)
  }

  @inlinable
  public mutating func member(_ name: String, _ value: some BinaryInteger) {
    key(name)
    integer(value)
  }

  public mutating func string(_ value: String) {
    separate()
    quoted(value)
  }

  /// A string given as UTF-8.
  public mutating func string(utf8 value: [UInt8]) {
    separate()
    value.withUnsafeBufferPointer { quoted($0) }
  }

  /// A string given as UTF-8.
  public mutating func string(utf8 value: ArraySlice<UInt8>) {
    separate()
    value.withUnsafeBufferPointer { quoted($0) }
  }

  /// A string given as UTF-8.
  public mutating func string(utf8 value: UnsafeBufferPointer<UInt8>) {
    separate()
    quoted(value)
  }

  /// Members, with commas between, or a value: JSON text already.
  public mutating func raw(utf8 text: [UInt8]) {
    separate()
    bytes += text
  }

  @inlinable
  public mutating func integer(_ value: some BinaryInteger) {
    if let value = Int(exactly: value) { integer(value) } else { raw(String(value)) }
  }

  public mutating func integer(_ value: Int) {
    separate()
    guard value >= 0, value < 1_000_000_000 else {
      bytes += String(value).utf8
      return
    }
    digits(of: UInt32(truncatingIfNeeded: value))
  }

  private mutating func digits(of value: UInt32) {
    var rest = value
    var scale: UInt32 = 1
    while rest / scale >= 10 { scale *= 10 }
    while scale > 0 {
      bytes.append(0x30 + UInt8(truncatingIfNeeded: rest / scale))
      rest %= scale
      scale /= 10
    }
  }

  /// A value that is JSON text already.
  @usableFromInline
  mutating func raw(_ text: String) {
    separate()
    bytes += text.utf8
  }

  public mutating func bool(_ value: Bool) {
    separate()
    bytes += (value ? "true" : "false").utf8
  }

  public mutating func null() {
    separate()
    bytes += "null".utf8
  }

  /// A number with at most `digits` digits behind the point; `null` when it is not finite.
  public mutating func number(_ value: Double, digits: Int = 4) {
    guard value.isFinite else { return null() }
    separate()
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = value * scale
    let rounded = scaled.isFinite ? scaled.rounded() / scale : value
    // Decimals of so few digits are their own shortest form.
    if digits <= 9, rounded >= 0.001, rounded < 1_000_000 {
      let whole = UInt32(rounded)
      self.digits(of: whole)
      fraction(UInt32((scaled.rounded() - Double(whole) * scale)), digits: digits)
    } else if rounded == rounded.rounded(), abs(rounded) < 1e15 {
      bytes += String(Int64(rounded)).utf8
    } else {
      bytes += rounded.description.utf8
    }
  }

  /// A point and as many digits, without zeros at their end; nothing for 0.
  private mutating func fraction(_ value: UInt32, digits: Int) {
    guard value > 0 else { return }
    var scale: UInt32 = 1
    for _ in 1..<digits { scale *= 10 }
    bytes.append(UInt8(ascii: "."))
    var rest = value
    while rest > 0 {
      bytes.append(0x30 + UInt8(truncatingIfNeeded: rest / scale))
      rest %= scale
      scale /= 10
    }
  }

  public mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .bool(let value): bool(value)
    case .number(let digits): raw(digits)
    case .string(let text): string(text)
    case .array(let elements): array { for element in elements { $0.value(element) } }
    case .object(let members):
      object {
        for member in members {
          $0.key(member.key)
          $0.value(member.value)
        }
      }
    }
  }

  private mutating func quoted(_ text: String) {
    var text = text
    text.withUTF8 { quoted($0) }
  }

  private mutating func quoted(_ content: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    escape(content)
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ content: UnsafeBufferPointer<UInt8>) {
    var clean = 0
    while let index = Self.firstEscaped(content, from: clean) {
      let byte = content[index]
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: content[clean..<index]))
      clean = index + 1
      switch byte {
      case UInt8(ascii: "\""): bytes += #"\""#.utf8
      case UInt8(ascii: "\\"): bytes += #"\\"#.utf8
      case 0x0A: bytes += #"\n"#.utf8
      case 0x0D: bytes += #"\r"#.utf8
      case 0x09: bytes += #"\t"#.utf8
      case 0x08: bytes += #"\b"#.utf8
      case 0x0C: bytes += #"\f"#.utf8
      default:
        bytes += byte < 0x10 ? #"\u000"#.utf8 : #"\u00"#.utf8
        bytes += String(byte, radix: 16).utf8
      }
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: content[clean...]))
  }

  /// Offset of the first byte from an offset on that JSON escapes.
  private static func firstEscaped(_ content: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    // Eight bytes at a time: a byte's top bit is set where it is below 0x20, or 0 once its like is taken from it.
    let ones: UInt64 = 0x0101_0101_0101_0101
    var index = start
    while index + 8 <= content.count {
      let block = UnsafeRawPointer(content.baseAddress! + index).loadUnaligned(as: UInt64.self)
      let quotes = block ^ (ones &* UInt64(UInt8(ascii: "\"")))
      let slashes = block ^ (ones &* UInt64(UInt8(ascii: "\\")))
      let controls = (block &- ones &* 0x20) & ~block
      let others = (quotes &- ones) & ~quotes | (slashes &- ones) & ~slashes
      if (controls | others) & (ones &* 0x80) != 0 { break }
      index += 8
    }
    while index < content.count {
      let byte = content[index]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return index }
      index += 1
    }
    return nil
  }
}

extension JSONValue {
  /// The value as JSON text without white space.
  public var jsonText: String {
    var writer = JSONWriter()
    writer.value(self)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
