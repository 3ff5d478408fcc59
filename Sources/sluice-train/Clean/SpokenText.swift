import Sluice

/// A text with the bytes that its speaker took back.
struct SpokenText {
  var bytes: [UInt8] = []
  var isGone: [Bool] = []

  mutating func append(_ text: String, isGone: Bool) {
    bytes += text.utf8
    self.isGone += repeatElement(isGone, count: text.utf8.count)
  }

  /// The rows of a file of annotated talk whose ids name one of the genres.
  ///
  /// A row has `text`, `tokens` as ranges in code points, and `delete` with a flag for each.
  static func read(_ path: String, genres: [String]) throws -> [SpokenText] {
    var result: [SpokenText] = []
    for line in try FileBytes.read(path).split(separator: 0x0A) {
      let row = try JSONParser.parse(Array(line))
      let genre = (row["id"]?.string ?? "").split(separator: "_").dropFirst().first.map(String.init) ?? ""
      guard genres.isEmpty || genres.contains(genre), let text = row["text"]?.string else { continue }
      var spoken = SpokenText()
      spoken.append(text, isGone: false)
      let points = CodePointOffsets(spoken.bytes)
      for (token, flag) in zip(row["tokens"]?.array ?? [], row["delete"]?.array ?? []) where flag.integer == 1
      {
        guard let bounds = token.array?.compactMap(\.integer), bounds.count == 2,
          let range = points.bytes(bounds[0], bounds[1])
        else { continue }
        for byte in range.bounds { spoken.isGone[byte] = true }
      }
      result.append(spoken)
    }
    return result
  }
}
