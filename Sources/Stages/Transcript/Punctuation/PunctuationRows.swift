/// Rows of numbers that were learned, one byte a number in steps of their column.
package struct PunctuationRows: Sendable {
  package let columns: Int
  private let scale: [Float]
  private let values: [Int8]

  package var count: Int { values.count / columns }

  static func byteCount(_ columns: Int, _ rows: Int) -> Int { columns * 4 + columns * rows }

  /// - Parameter bytes: a step for each column as `Float`, then the rows.
  init(columns: Int, _ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    self.columns = columns
    let bytes = UnsafeBufferPointer(rebasing: bytes)
    scale = (0..<columns).map { PunctuationTable.float(bytes, $0 * 4) }
    values = bytes[(columns * 4)...].map { Int8(bitPattern: $0) }
  }

  /// The bytes of rows that were learned.
  package static func bytes(columns: Int, _ rows: [Float]) -> [UInt8] {
    var most = [Float](repeating: 1e-6, count: columns)
    for (place, value) in rows.enumerated() {
      most[place % columns] = max(most[place % columns], abs(value))
    }
    let scale = most.map { $0 / 127 }
    return PunctuationTable.bytes(of: scale)
      + rows.indices.map { UInt8(bitPattern: Int8((rows[$0] / scale[$0 % columns]).rounded())) }
  }

  func copy(_ row: Int, to numbers: UnsafeMutablePointer<Float>) {
    let start = row * columns
    for column in 0..<columns { numbers[column] = Float(values[start + column]) * scale[column] }
  }
}
