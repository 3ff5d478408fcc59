import Sluice
import SluiceEntities

/// Puts the parts of a tagger's table together.
struct TagTableFile {
  private var parts: [TaggerTable.Part: [UInt8]] = [:]

  init(parts: [TaggerTable.Part: [UInt8]]) { self.parts = parts }

  subscript(part: TaggerTable.Part) -> [UInt8] {
    get { parts[part] ?? [] }
    set { parts[part] = newValue }
  }

  static func bytes<T: BitwiseCopyable>(of values: [T]) -> [UInt8] {
    values.withUnsafeBytes { Array($0) }
  }

  var bytes: [UInt8] {
    var header = TaggerTable.magic
    var body: [UInt8] = []
    let start = (8 + TaggerTable.Part.allCases.count * 8 + 63) / 64 * 64
    for part in TaggerTable.Part.allCases {
      let part = self[part]
      header += Self.bytes(of: [UInt32(start + body.count), UInt32(part.count)])
      body += part
      body += Array(repeating: 0, count: (64 - body.count % 64) % 64)
    }
    header += Array(repeating: 0, count: start - header.count)
    return header + body
  }
}
