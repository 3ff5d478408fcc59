/// Words as 32-bit FNV-1a hashes of their letters and digits in lower case.
enum WordHash {
  static let start: UInt32 = 0x811C_9DC5

  @inline(__always)
  static func mix(_ hash: UInt32, _ value: UInt32) -> UInt32 { (hash ^ value) &* 0x0100_0193 }

  /// The hash of two words in a row.
  @inline(__always)
  static func pair(_ first: UInt32, _ second: UInt32) -> UInt32 {
    let mixed = (first &* 0x9E37_79B1) ^ (second &* 0x85EB_CA77)
    return mixed ^ mixed >> 15
  }

  static func of(_ word: StaticString) -> UInt32 {
    word.withUTF8Buffer { $0.reduce(start) { mix($0, UInt32($1)) } }
  }

  /// Adds the words of a text: of an attribute, of a title, of a JSON string.
  static func append(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isJSON: Bool = false, to words: inout [UInt32]
  ) {
    var measure = BlockMeasure()
    guard isJSON else {
      measure.add(bytes, range, isLink: false, breaks: false, to: &words)
      return measure.finish(&words)
    }
    var index = range.lowerBound
    while index < range.upperBound {
      var end = index
      while end < range.upperBound, bytes[end] != UInt8(ascii: "\\"), bytes[end] != UInt8(ascii: "<") {
        end += 1
      }
      measure.add(bytes, index..<end, isLink: false, breaks: false, to: &words)
      guard end < range.upperBound else { break }
      index = end + 1
      if bytes[end] == UInt8(ascii: "<") {
        while index < min(range.upperBound, end + 400), bytes[index] != UInt8(ascii: ">") { index += 1 }
        index += 1
        measure.add(bytes, index..<index, isLink: false, breaks: true, to: &words)
      } else if index < range.upperBound {
        let isUnicode = bytes[index] == UInt8(ascii: "u")
        let isBreak =
          bytes[index] == UInt8(ascii: "n") || bytes[index] == UInt8(ascii: "r")
          || bytes[index] == UInt8(ascii: "t")
        if isUnicode, index + 5 <= range.upperBound,
          let value = UInt32(String(decoding: bytes[index + 1..<index + 5], as: UTF8.self), radix: 16)
        {
          measure.add(scalar: value, to: &words)
        } else if isBreak {
          measure.add(bytes, index..<index, isLink: false, breaks: true, to: &words)
        }
        index += isUnicode ? 5 : 1
      }
    }
    measure.finish(&words)
  }
}

/// A set of hashes that may now and then say yes to one that was never put in.
struct HashSieve {
  private var bits: [UInt64]
  private let mask: UInt32
  private(set) var count = 0

  /// - Parameter log: size as a power of two, in bits.
  init(log: Int) {
    bits = Array(repeating: 0, count: 1 << (log - 6))
    mask = (1 << log) - 1
  }

  mutating func insert(_ hash: UInt32) {
    let slot = Self.spread(hash) & mask
    let bit = UInt64(1) << UInt64(slot & 63)
    if bits[Int(slot >> 6)] & bit == 0 { count += 1 }
    bits[Int(slot >> 6)] |= bit
  }

  @inline(__always)
  func contains(_ hash: UInt32) -> Bool {
    let slot = Self.spread(hash) & mask
    return bits[Int(slot >> 6)] >> UInt64(slot & 63) & 1 != 0
  }

  private static func spread(_ hash: UInt32) -> UInt32 { (hash ^ hash >> 16) &* 0x7FEB_352D >> 7 }
}
