/// A fingerprint with its document's id as bytes of the file that a resumed run reads back.
enum FingerprintLine {
  static func encode(_ fingerprint: Fingerprint, id: String) -> [UInt8] {
    var bytes: [UInt8] = []
    func append(_ value: some FixedWidthInteger) {
      withUnsafeBytes(of: value.littleEndian) { bytes += $0 }
    }
    let id = Array(id.utf8)
    append(UInt32(id.count))
    append(UInt16(fingerprint.bandHashes.count))
    append(UInt16(fingerprint.signature.count))
    append(fingerprint.exact.high)
    append(fingerprint.exact.low)
    for hash in fingerprint.bandHashes { append(hash) }
    return bytes + fingerprint.signature + id
  }

  /// Reads one fingerprint and moves on behind it.
  ///
  /// - Returns: `nil` at the end.
  static func decode(_ bytes: [UInt8], _ place: inout Int) -> (fingerprint: Fingerprint, id: String)? {
    var next = place
    func value<Value: FixedWidthInteger>(_: Value.Type) -> Value {
      defer { next += MemoryLayout<Value>.size }
      return bytes.withUnsafeBytes {
        Value(littleEndian: $0.loadUnaligned(fromByteOffset: next, as: Value.self))
      }
    }
    guard next + 24 <= bytes.count else { return nil }
    let idCount = Int(value(UInt32.self))
    let bandCount = Int(value(UInt16.self))
    let signatureCount = Int(value(UInt16.self))
    guard next + 16 + bandCount * 4 + signatureCount + idCount <= bytes.count else { return nil }
    var fingerprint = Fingerprint(of: [], isNear: false)
    fingerprint.exact = Fingerprint.Exact(high: value(UInt64.self), low: value(UInt64.self))
    fingerprint.bandHashes = (0..<bandCount).map { _ in value(UInt32.self) }
    fingerprint.signature = Array(bytes[next..<next + signatureCount])
    next += signatureCount
    let id = String(decoding: bytes[next..<next + idCount], as: UTF8.self)
    place = next + idCount
    return (fingerprint, id)
  }
}
