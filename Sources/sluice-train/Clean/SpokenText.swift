import Glibc
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
      var starts: [Int] = []
      var offset = 0
      for scalar in text.unicodeScalars {
        starts.append(offset)
        offset += UTF8.width(scalar)
      }
      starts.append(offset)
      var spoken = SpokenText()
      spoken.append(text, isGone: false)
      for (token, flag) in zip(row["tokens"]?.array ?? [], row["delete"]?.array ?? []) where flag.integer == 1
      {
        guard let bounds = token.array?.compactMap(\.integer), bounds.count == 2, bounds[0] >= 0,
          bounds[0] <= bounds[1], bounds[1] < starts.count
        else { continue }
        for byte in starts[bounds[0]]..<starts[bounds[1]] { spoken.isGone[byte] = true }
      }
      result.append(spoken)
    }
    return result
  }
}
