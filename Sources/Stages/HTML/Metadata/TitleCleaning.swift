/// Takes the name of the site off a page's title, but leaves a leading rubric such as "Smart Take | …" alone.
enum TitleCleaning {
  private static let separators = [
    " | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " › ", " ‹ ", " / ", " ~ ", " : ",
  ]

  /// A title in its parts, with the offsets where each begins and ends.
  private static func parts(_ title: String) -> [(start: String.Index, end: String.Index)] {
    var parts: [(start: String.Index, end: String.Index)] = []
    var start = title.startIndex
    var index = title.startIndex
    while index < title.endIndex {
      if title[index] == " ", let separator = separators.first(where: { title[index...].hasPrefix($0) }) {
        parts.append((start, index))
        index = title.index(index, offsetBy: separator.count)
        start = index
      } else {
        index = title.index(after: index)
      }
    }
    parts.append((start, title.endIndex))
    return parts
  }

  /// - Parameters:
  ///   - names: what the site is called: its declared names, and the labels of its host.
  ///   - heading: the page's `h1`.
  ///   - guesses: whether a last part that looks like a name goes even when the site's name is not known.
  static func withoutSite(_ title: String, names: [String], heading: String?, guesses: Bool) -> String {
    var parts = parts(title)
    guard parts.count > 1 else { return title }
    let bareNames = Set(names.map(\.bare).filter { $0.count > 1 })
    func isSite(_ part: (start: String.Index, end: String.Index)) -> Bool {
      let bare = String(title[part.start..<part.end]).bare
      return bareNames.contains(bare)
        || bareNames.contains { $0.count > 4 && bare.count > 4 && ($0.hasPrefix(bare) || bare.hasPrefix($0)) }
    }
    if let heading, !heading.isEmpty {
      // What the heading says of its own title is no site name.
      let bare = heading.bare
      for last in stride(from: parts.count - 1, through: 0, by: -1) {
        for first in 0...last
        where String(title[parts[first].start..<parts[last].end]).bare == bare && bare.count > 3 {
          return String(title[parts[first].start..<parts[last].end])
        }
      }
    }
    var stripped = false
    while parts.count > 1, isSite(parts[parts.count - 1]) {
      parts.removeLast()
      stripped = true
    }
    while parts.count > 1, isSite(parts[0]) {
      parts.removeFirst()
      stripped = true
    }
    if !stripped, guesses, parts.count > 1 {
      let last = title[parts[parts.count - 1].start..<parts[parts.count - 1].end]
      let rest = title[parts[0].start..<parts[parts.count - 2].end]
      if last.split(separator: " ").count <= 4, rest.count >= last.count { parts.removeLast() }
    }
    return String(title[parts[0].start..<parts[parts.count - 1].end])
  }
}
