/// Makes names of bylines: `By JANE DOE and John Roe | Staff` becomes two names.
enum AuthorNames {
  private static let prefixes = [
    "by ", "by: ", "written by ", "posted by ", "author: ", "authors: ", "author ", "von ", "par ", "por ",
    "di ",
    "words by ", "story by ", "reviewed by ", "published by ", "from ", "text: ",
  ]
  private static let nobody: Set<String> = [
    "admin", "administrator", "editor", "staff", "guest", "author", "unknown", "none", "null", "webmaster",
    "user",
    "root", "anonymous", "undefined", "by", "view all posts", "index",
  ]

  static func split(_ byline: String) -> [String] {
    var text = byline.collapsed
    var lower = text.lowercased()
    while let prefix = prefixes.first(where: { lower.hasPrefix($0) }) {
      text = String(text.dropFirst(prefix.count)).collapsed
      lower = text.lowercased()
    }
    for separator in [" and ", " & ", " und ", " et ", " y ", ";", "|", " • ", " · ", " / ", " with "] {
      text = text.replacing(separator, with: "\n")
    }
    var names = text.split(separator: "\n").map { String($0).collapsed }
    names = names.flatMap { name in name.contains(",") ? commaParts(name) : [name] }
    var seen: Set<String> = []
    return names.filter { isName($0) && seen.insert($0.bare).inserted }
  }

  /// `Doe, Jane` is one person; `Jane Doe, John Roe` are two.
  private static func commaParts(_ name: String) -> [String] {
    let parts = name.split(separator: ",").map { String($0).collapsed }
    if parts.count == 2, !parts[0].contains(" "), !parts[1].contains(" ") {
      return [parts[1] + " " + parts[0]]
    }
    return parts.filter {
      !["jr.", "jr", "sr.", "phd", "ph.d.", "md", "m.d.", "rn"].contains($0.lowercased())
    }
  }

  static func isName(_ name: String) -> Bool {
    let lower = name.lowercased()
    return name.utf8.count >= 2 && name.count <= 60 && name.split(separator: " ").count <= 6
      && !nobody.contains(lower) && !lower.contains("://") && !lower.hasPrefix("www.")
      && !lower.hasPrefix("@")
      && !lower.contains("@") && name.unicodeScalars.contains { $0.properties.isAlphabetic }
      && !name.unicodeScalars.contains { (0x30...0x39).contains($0.value) && name.count > 20 }
  }
}
