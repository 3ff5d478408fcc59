/// Guards the parser against files whose aliases multiply ("billion laughs").
enum Aliases {
  /// Aliases that a file can hold without harm: nested as cleverly as can be, they name 3^7 nodes.
  private static let limit = 20

  /// `true` when a text seems to hold more than a few aliases of anchors that it sets.
  ///
  /// Anchors are refused in any case, but only once the file is parsed, and comparing keys that are aliases of
  /// aliases takes exponential time. This looks at the bare text, in comments and quotes too: whoever writes
  /// `&name` and then `*name` twenty times has no pipeline in mind.
  static func mayExplode(_ yaml: String) -> Bool {
    var anchors: Set<Substring> = []
    var count = 0
    for mark in words(in: yaml) {
      if mark.first == "&" {
        anchors.insert(mark.dropFirst())
      } else if anchors.contains(mark.dropFirst()) {
        count += 1
      }
    }
    return count > limit
  }

  /// Words that begin with `&` or `*`.
  private static func words(in yaml: String) -> [Substring] {
    let bytes = yaml.utf8
    var words: [Substring] = []
    var start: String.Index?
    for index in bytes.indices {
      let byte = bytes[index]
      let isNameByte =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      if isNameByte { continue }
      if let start { words.append(yaml[start..<index]) }
      start = byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*") ? index : nil
    }
    if let start { words.append(yaml[start...]) }
    return words
  }
}
