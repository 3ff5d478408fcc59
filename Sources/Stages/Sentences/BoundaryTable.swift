import CSluiceModels

/// The learned part of the splitter: weights of a logistic regression over hashed features, and a case table.
///
/// The file is little-endian: `SLSB`, a version, the bits of the weight table and of the case table (a byte
/// each, then a zero), prior, bias and scale as `Float`, the weights as `Int8`, the slots of the case table as
/// `UInt16`.
package final class BoundaryTable: Sendable {
  package let weights: [Int8]
  /// The log-odds that the opinion of the rules counts for.
  package let prior: Float
  package let bias: Float
  /// What one step of a weight is worth.
  package let scale: Float
  package let cases: CaseTable

  private let mask: UInt32

  private static let magic: [UInt8] = [0x53, 0x4C, 0x53, 0x42, 1]
  private static let headerLength = 20

  /// - Parameter weights: a power of two of them.
  package init(weights: [Int8], prior: Float, bias: Float, scale: Float, cases: CaseTable) {
    self.weights = weights
    self.prior = prior
    self.bias = bias
    self.scale = scale
    self.cases = cases
    mask = UInt32(truncatingIfNeeded: weights.count - 1)
  }

  /// Reads a table, `nil` when the bytes are none.
  package convenience init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= Self.headerLength, bytes.prefix(Self.magic.count).elementsEqual(Self.magic),
      bytes[5] < 24, bytes[6] < 24
    else { return nil }
    let weightCount = 1 << Int(bytes[5]), slotCount = bytes[6] == 0 ? 0 : 1 << Int(bytes[6])
    guard bytes.count == Self.headerLength + weightCount + slotCount * 2 else { return nil }
    let slots = (0..<slotCount).map { index in
      UInt16(
        littleEndian: bytes.loadUnaligned(
          fromByteOffset: Self.headerLength + weightCount + index * 2, as: UInt16.self))
    }
    self.init(
      weights: bytes[Self.headerLength..<Self.headerLength + weightCount].map { Int8(bitPattern: $0) },
      prior: Self.float(bytes, 8), bias: Self.float(bytes, 12), scale: Self.float(bytes, 16),
      cases: CaseTable(slots: slots))
  }

  /// The table that the module ships, for English.
  package static let english: BoundaryTable? = {
    let table = sluice_split_english()
    return BoundaryTable(UnsafeRawBufferPointer(start: table.bytes, count: table.count))
  }()

  /// FNV-1a of the shipped table, in hexadecimal.
  static let englishHash: String = {
    let table = sluice_split_english()
    return hash(UnsafeBufferPointer(start: table.bytes, count: table.count))
  }()

  /// FNV-1a of a table's file, in hexadecimal.
  package static func hash(_ bytes: some Collection<UInt8>) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return String(hash, radix: 16)
  }

  private static func float(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> Float {
    Float(bitPattern: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
  }

  /// The table as a file.
  package var bytes: [UInt8] {
    var file = Self.magic
    file.append(UInt8(weights.count.trailingZeroBitCount))
    file.append(cases.slots.isEmpty ? 0 : UInt8(cases.slots.count.trailingZeroBitCount))
    file.append(0)
    for value in [prior, bias, scale] {
      withUnsafeBytes(of: value.bitPattern.littleEndian) { file.append(contentsOf: $0) }
    }
    file += weights.map { UInt8(bitPattern: $0) }
    for slot in cases.slots { withUnsafeBytes(of: slot.littleEndian) { file.append(contentsOf: $0) } }
    return file
  }

  /// The log-odds of a boundary.
  @inline(__always)
  func score(_ buckets: UnsafeBufferPointer<UInt32>, rulesSay isBoundary: Bool) -> Float {
    weights.withUnsafeBufferPointer { weights in
      var sum: Int32 = 0
      for bucket in buckets { sum &+= Int32(weights[Int(bucket & mask)]) }
      return Float(sum) * scale + bias + (isBoundary ? prior : -prior)
    }
  }
}
