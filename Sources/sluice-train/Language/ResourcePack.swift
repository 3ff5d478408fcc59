/// Reads the texts of a `.pak` file of Chromium, version 5: a table of ids and offsets, then the texts.
enum ResourcePack {
  /// The texts by id, none for bytes of another format.
  static func texts(_ bytes: [UInt8]) -> [(id: Int, text: [UInt8])] {
    func number(_ offset: Int, _ count: Int) -> Int {
      (0..<count).reduce(0) { offset + $1 < bytes.count ? $0 | Int(bytes[offset + $1]) << ($1 * 8) : $0 }
    }
    guard bytes.count > 12, number(0, 4) == 5 else { return [] }
    return (0..<number(8, 2)).compactMap { index in
      let entry = 12 + 6 * index
      let (start, end) = (number(entry + 2, 4), number(entry + 8, 4))
      guard start <= end, end <= bytes.count else { return nil }
      return (number(entry, 2), Array(bytes[start..<end]))
    }
  }
}
