import Glibc

extension Charset {
  /// Decodes what stands behind the byte order mark.
  func decode(_ bytes: [UInt8], from mark: Int) -> DecodedSource {
    if kind == .utf8, mark == 0, UTF8Validity.isValid(bytes) {
      // The text is the source: the two share their bytes.
      return DecodedSource(
        text: Text(validUTF8: bytes), alignment: Alignment(identity: bytes.count), charset: name,
        replacements: 0)
    }
    var builder = TextBuilder()
    builder.reserve(bytes.count)
    let replacements =
      switch kind {
      case .utf8: Self.decodeUTF8(bytes, from: mark, into: &builder)
      case .utf16(let isBigEndian): Self.decodeUTF16(bytes, from: mark, isBigEndian, into: &builder)
      case .singleByte: decodeSingleByte(bytes, into: &builder)
      case .multiByte: decodeMultiByte(bytes, into: &builder)
      }
    let (text, alignment) = builder.finish()
    return DecodedSource(text: text, alignment: alignment, charset: name, replacements: replacements)
  }

  private static func decodeUTF8(_ bytes: [UInt8], from start: Int, into builder: inout TextBuilder) -> Int {
    let span = bytes.span
    var replacements = 0
    var index = start
    while index < span.count {
      let valid = UTF8Validity.validPrefix(of: span.extracting(droppingFirst: index))
      builder.copy(span, index..<index + valid)
      index += valid
      if index < span.count {
        builder.decode("\u{FFFD}", from: index..<index + 1)
        replacements += 1
        index += 1
      }
    }
    return replacements
  }

  private static func decodeUTF16(
    _ bytes: [UInt8], from start: Int, _ isBigEndian: Bool, into builder: inout TextBuilder
  ) -> Int {
    func unit(_ index: Int) -> UInt32 {
      let (a, b) = (UInt32(bytes[index]), UInt32(bytes[index + 1]))
      return isBigEndian ? a << 8 | b : b << 8 | a
    }
    var replacements = 0
    var index = start
    while index < bytes.count {
      guard index + 1 < bytes.count else {
        builder.decode("\u{FFFD}", from: index..<index + 1)
        return replacements + 1
      }
      var value = unit(index)
      var length = 2
      if (0xD800..<0xDC00).contains(value), index + 3 < bytes.count {
        let low = unit(index + 2)
        if (0xDC00..<0xE000).contains(low) {
          value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
          length = 4
        }
      }
      let scalar = Unicode.Scalar(value)
      if scalar == nil { replacements += 1 }
      builder.decode(scalar ?? "\u{FFFD}", from: index..<index + length)
      index += length
    }
    return replacements
  }

  private func decodeSingleByte(_ bytes: [UInt8], into builder: inout TextBuilder) -> Int {
    let table = upperHalf()
    var replacements = 0
    copyingASCII(bytes, into: &builder) { index, builder in
      let scalar = table[Int(bytes[index]) - 0x80]
      if scalar == "\u{FFFD}" { replacements += 1 }
      builder.decode(scalar, from: index..<index + 1)
      return index + 1
    }
    return replacements
  }

  private func decodeMultiByte(_ bytes: [UInt8], into builder: inout TextBuilder) -> Int {
    guard let converter = Converter(libraryName) else {
      return Self.decodeUTF8(bytes, from: 0, into: &builder)
    }
    var replacements = 0
    copyingASCII(bytes, into: &builder) { index, builder in
      for length in 1...4 where index + length <= bytes.count {
        if let character = converter.convert(bytes[index..<index + length]) {
          builder.decode(character, from: index..<index + length)
          return index + length
        }
      }
      builder.decode("\u{FFFD}", from: index..<index + 1)
      replacements += 1
      return index + 1
    }
    return replacements
  }

  /// Copies runs of ASCII and calls `other` where one ends; it returns where to go on.
  private func copyingASCII(
    _ bytes: [UInt8], into builder: inout TextBuilder, other: (Int, inout TextBuilder) -> Int
  ) {
    var index = 0
    while index < bytes.count {
      var end = index
      while end < bytes.count, bytes[end] < 0x80 { end += 1 }
      builder.copy(bytes.span, index..<end)
      index = end < bytes.count ? other(end, &builder) : end
    }
  }

  /// The characters of the bytes 0x80 to 0xFF.
  private func upperHalf() -> [Unicode.Scalar] {
    let converter = Converter(libraryName)
    return (UInt8(0x80)...0xFF).map { byte in
      if let character = converter?.convert([byte]) {
        return String(decoding: character, as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
      }
      // The Encoding Standard reads the holes of the Windows charsets as control characters.
      return byte < 0xA0 ? Unicode.Scalar(byte) : "\u{FFFD}"
    }
  }
}

/// The C library's conversion of single characters to UTF-8.
private final class Converter {
  private let descriptor: iconv_t

  init?(_ charset: String) {
    guard let descriptor = iconv_open("UTF-8", charset), Int(bitPattern: descriptor) != -1 else { return nil }
    self.descriptor = descriptor
  }

  deinit { iconv_close(descriptor) }

  /// The UTF-8 of exactly one character, `nil` when the bytes are not that.
  func convert(_ character: ArraySlice<UInt8>) -> [UInt8]? {
    iconv(descriptor, nil, nil, nil, nil)
    var input = character.map(CChar.init(bitPattern:))
    var inputLeft = input.count
    // Some characters of Big5 become two code points.
    return [UInt8](unsafeUninitializedCapacity: 16) { output, count in
      var outputLeft = 16
      let result = input.withUnsafeMutableBufferPointer { input in
        output.withMemoryRebound(to: CChar.self) { output in
          var from = input.baseAddress
          var to = output.baseAddress
          return iconv(descriptor, &from, &inputLeft, &to, &outputLeft)
        }
      }
      count = result < 0 || inputLeft > 0 ? 0 : 16 - outputLeft
    }.nonEmpty
  }
}

extension Array {
  fileprivate var nonEmpty: Self? { isEmpty ? nil : self }
}
