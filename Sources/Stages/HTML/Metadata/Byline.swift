/// Reads the names out of the pieces of text that an element or block is made of.
enum Byline {
  private static let joints: Set<String> = ["and", "&", ",", "und", "et", "y", "e", "og", "och", "i", "with"]

  /// The names, in order; pieces that are labels, dates, jobs or counts are passed over until a name stands there,
  /// and end the byline behind it.
  static func names(_ segments: [String], isUserName: Bool) -> [String] {
    var names: [String] = []
    var continues = true
    for segment in segments.prefix(12) {
      let text = segment.collapsed
      if text.isEmpty { continue }
      if joints.contains(text.lowercased()) {
        continues = true
        continue
      }
      guard names.isEmpty || continues else { break }
      let found = split(text, isUserName: isUserName)
      names += found
      if isUserName, !names.isEmpty { break }
      let last = text.lowercased()
      continues =
        last.hasSuffix(",") || last.hasSuffix(" and") || last.hasSuffix("&") || found.isEmpty && names.isEmpty
    }
    var seen: Set<String> = []
    return names.filter { seen.insert($0.bare).inserted }
  }

  private static func split(_ text: String, isUserName: Bool) -> [String] {
    guard text.utf8.count < 160 else { return [] }
    if isUserName {
      let name = AuthorNames.withoutLabel(text).trimmingSigns
      return AuthorNames.looksLikeName(name, isUserName: true) && name.count > 1 ? [name] : []
    }
    var names: [String] = []
    for name in AuthorNames.split(withoutDate(text)) {
      // What follows the first piece that is no name is no name either.
      guard AuthorNames.looksLikeName(name) else { break }
      names.append(name)
    }
    return names
  }

  /// Cuts a line off where a day or an hour begins: `Jane Doe on May 5, 2024`.
  private static func withoutDate(_ text: String) -> String {
    var kept: [Substring] = []
    let words = text.split(separator: " ")
    for (index, word) in words.enumerated() {
      let lower = word.lowercased()
      let endsName = lower == "on" && index + 1 < words.count
      if word.first?.isNumber == true || !kept.isEmpty && MonthNames.numbers[String(word).bare] != nil
        || endsName || lower == "|"
        || lower == "•" || lower == "·" || lower == "last"
        || lower == "updated" || lower == "published"
      {
        if kept.isEmpty { continue }
        break
      }
      kept.append(word)
    }
    return kept.joined(separator: " ")
  }
}
