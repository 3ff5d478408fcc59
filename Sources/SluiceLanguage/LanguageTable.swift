/// The table of the detector: a vector of small integers for each slot of hashed features, and for each language a
/// vector to compare their mean with.
///
/// In bytes, all numbers little-endian: `SLNG`, slot bits and number of languages (one byte each, two of padding), the
/// scale of the slot vectors (Float32); for each language its tag (12 bytes, padded with NULs), its scripts (a bit
/// each, 4 bytes), its bias and 16 weights (Float32); then 16 signed bytes for each slot.
package struct LanguageTable: Sendable {
  package static let width = 16

  package struct Language: Sendable {
    /// BCP 47.
    package var tag: String
    /// The scripts that it is written in, a bit for each ``Script``.
    package var scripts: UInt32
    package var bias: Float
    package var weights: SIMD16<Float>

    package init(tag: String, scripts: UInt32, bias: Float, weights: SIMD16<Float>) {
      self.tag = tag
      self.scripts = scripts
      self.bias = bias
      self.weights = weights
    }
  }

  package let slotBits: Int
  package let languages: [Language]
  /// What one step of a slot's integers is worth.
  package let scale: Float
  package let slots: [SIMD16<Int8>]

  package init(slotBits: Int, languages: [Language], scale: Float, slots: [SIMD16<Int8>]) {
    self.slotBits = slotBits
    self.languages = languages
    self.scale = scale
    self.slots = slots
  }

  private static let magic = Array("SLNG".utf8)
  private static let tagLength = 12

  /// `nil` for bytes that are no table.
  package init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var reader = Reader(bytes: bytes)
    guard reader.take(4).elementsEqual(Self.magic), let bits = reader.take(1).first, (4...20).contains(bits),
      let count = reader.take(1).first, reader.take(2).count == 2
    else { return nil }
    slotBits = Int(bits)
    scale = reader.float()
    var languages: [Language] = []
    for _ in 0..<count {
      let tag = reader.take(Self.tagLength).prefix { $0 != 0 }
      let scripts = reader.word()
      let bias = reader.float()
      var weights = SIMD16<Float>()
      for lane in 0..<Self.width { weights[lane] = reader.float() }
      languages.append(
        Language(tag: String(decoding: tag, as: UTF8.self), scripts: scripts, bias: bias, weights: weights))
    }
    self.languages = languages
    let rest = reader.take((1 << slotBits) * Self.width)
    guard rest.count == (1 << slotBits) * Self.width else { return nil }
    slots = (0..<1 << slotBits).map { slot in
      var vector = SIMD16<Int8>()
      for lane in 0..<Self.width {
        vector[lane] = Int8(bitPattern: rest[rest.startIndex + slot * Self.width + lane])
      }
      return vector
    }
  }

  /// The table in bytes.
  package var bytes: [UInt8] {
    var bytes = Self.magic + [UInt8(slotBits), UInt8(languages.count), 0, 0]
    func append(_ word: UInt32) {
      for shift in stride(from: 0, to: 32, by: 8) { bytes.append(UInt8(word >> shift & 0xFF)) }
    }
    append(scale.bitPattern)
    for language in languages {
      let tag = Array(language.tag.utf8.prefix(Self.tagLength))
      bytes += tag + [UInt8](repeating: 0, count: Self.tagLength - tag.count)
      append(language.scripts)
      append(language.bias.bitPattern)
      for lane in 0..<Self.width { append(language.weights[lane].bitPattern) }
    }
    for slot in slots {
      for lane in 0..<Self.width { bytes.append(UInt8(bitPattern: slot[lane])) }
    }
    return bytes
  }

  private struct Reader {
    let bytes: UnsafeBufferPointer<UInt8>
    var offset = 0

    mutating func take(_ count: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
      let end = min(bytes.count, offset + count)
      defer { offset = end }
      return bytes[offset..<end]
    }

    mutating func word() -> UInt32 {
      take(4).enumerated().reduce(0) { $0 | UInt32($1.element) << UInt32($1.offset * 8) }
    }

    mutating func float() -> Float { Float(bitPattern: word()) }
  }
}
