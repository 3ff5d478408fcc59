/// Takes the name of the site off a page's title, but leaves a leading rubric such as "Smart Take | …" alone.
enum TitleCleaning {
  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "|", "-", "–", "—", "―", "»", "«", "·", "•", "›", "‹", "/", "~", "¦", "→", "←", "⋆", "★", ":",
      "\u{FF5C}", "\u{30FB}":
      true
    default: false
    }
  }

  /// Divide a title even without a blank in front.
  private static func isTight(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "|", "»", "•", "\u{FF5C}", "¦": true
    default: false
    }
  }

  /// The parts of a title between its separators.
  static func parts(of title: String) -> [String] {
    ranges(title).map { String(title[$0]) }
  }

  /// A separator is a run of signs between blanks; bars and bullets need only one behind them.
  private static func ranges(_ title: String) -> [Range<String.Index>] {
    let scalars = title.unicodeScalars
    var parts: [Range<String.Index>] = []
    var start = title.startIndex
    var index = title.startIndex
    while index < title.endIndex {
      let scalar = scalars[index]
      guard isSign(scalar) else {
        index = scalars.index(after: index)
        continue
      }
      var end = index
      while end < title.endIndex, isSign(scalars[end]) { end = scalars.index(after: end) }
      let blankBefore = index > start && scalars[scalars.index(before: index)] == " "
      let blankBehind = end < title.endIndex && scalars[end] == " "
      if index > start, blankBehind, blankBefore || isTight(scalar) {
        parts.append(start..<(blankBefore ? scalars.index(before: index) : index))
        start = scalars.index(after: end)
      }
      index = max(end, start)
    }
    parts.append(start..<title.endIndex)
    return parts.filter { !$0.isEmpty }
  }

  /// - Parameters:
  ///   - names: what the site is called: its declared names, and the labels of its host; ``Swift/String/bare``.
  ///   - isHeading: whether it stands in the page, where a dash is part of the title more often than not.
  static func withoutSite(_ title: String, names: Set<String>, isHeading: Bool = false) -> String {
    var parts = ranges(title)
    guard parts.count > 1 else { return title }
    func isSite(_ part: Range<String.Index>) -> Bool {
      let bare = String(title[part]).bare
      return bare.isEmpty || bare.count > 1 && names.contains(bare)
        || bare.count > 4 && names.contains { $0.count > 4 && ($0.hasPrefix(bare) || bare.hasPrefix($0)) }
    }
    var isStripped = false
    while parts.count > 1, isSite(parts[parts.count - 1]) {
      parts.removeLast()
      isStripped = true
    }
    while parts.count > 1, isSite(parts[0]) {
      parts.removeFirst()
      isStripped = true
    }
    if !isStripped, parts.count > 1, looksLikeName(parts, title),
      !isHeading
        || title[parts[parts.count - 2].upperBound...].prefix(2).unicodeScalars.contains(where: isTight)
    {
      parts.removeLast()
    }
    return String(title[parts[0].lowerBound..<parts[parts.count - 1].upperBound])
  }

  /// A short last part behind a longer rest is the name of the site or of a section.
  private static func looksLikeName(_ parts: [Range<String.Index>], _ title: String) -> Bool {
    let last = title[parts[parts.count - 1]]
    let rest = title[parts[0].lowerBound..<parts[parts.count - 2].upperBound]
    return last.split(separator: " ").count <= 4 && rest.count >= last.count
  }
}
