/// The words of a name, with what stands before it told apart.
struct NameParts {
  let words: [Range<Int>]
  /// How many of the first words are honorifics.
  private(set) var honorifics = 0
  private(set) var gender = SpeakerWords.Honorific.any
  private(set) var hasRole = false

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    var words: [Range<Int>] = []
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start
      while end < range.upperBound, bytes[end] != 0x20 { end += 1 }
      var last = end
      if last > start, bytes[last - 1] == UInt8(ascii: ",") { last -= 1 }
      if last > start { words.append(start..<last) }
      start = end + 1
    }
    self.words = words
    for word in words {
      guard let honorific = SpeakerWords.honorifics[bytes, word] else { break }
      honorifics += 1
      if honorific != .any { gender = honorific }
    }
    let core = words.first.map { SpeakerWords.articles.contains(bytes, $0) } == true ? 1 : 0
    for word in words.dropFirst(core) where SpeakerWords.roles.contains(bytes, word) { hasRole = true }
    if core == 1, words.count > 1, SpeakerWords.honorifics[bytes, words[1]] != nil { hasRole = true }
  }

  /// Whether a text names a part that people play.
  static func hasRole(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    return NameParts(bytes, 0..<bytes.count).hasRole
  }

  /// The words of the name itself; all words when there are only honorifics, as in `SECRETARY`.
  var core: ArraySlice<Range<Int>> {
    honorifics < words.count ? words[honorifics...] : words[...]
  }

  /// The words say who it is, not only what office: something is left without the honorifics.
  var hasName: Bool { honorifics < words.count && !hasRole }
}
