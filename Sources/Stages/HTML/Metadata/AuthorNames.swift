/// Makes names of bylines: `By JANE DOE and John Roe | Staff` becomes two names.
enum AuthorNames {
  /// Labels in front of a name, longest first.
  private static let labels: [String] = [
    "medically reviewed by", "about the author", "view all posts by", "zeige alle beiträge von",
    "contributed by", "published by",
    "submitted by", "interview by", "article by", "created by", "edited by", "presented by", "written by",
    "posted by", "started by", "authored by", "article:", "words by", "words:", "story by", "photos by",
    "asked by", "text by", "post by", "guest post by", "review by", "reviewed by", "authors", "author",
    "geschrieben von", "veröffentlicht von", "escrito por", "publicado por", "publié par", "écrit par",
    "scritto da", "pubblicato da", "door", "von", "par", "por", "text", "by", "autor",
    "autorin", "auteur", "autore",
  ].sorted { $0.count > $1.count }

  /// For each byte the labels that begin with it, longest first.
  private static let labelsByInitial: [[String]] = (0..<256).map { initial in
    labels.filter { $0.utf8.first == UInt8(initial) }
  }

  /// Whether a label may begin with a byte; 0 is any byte.
  static func mayBeLabel(_ byte: UInt8) -> Bool { byte == 0 || !labelsByInitial[Int(byte | 0x20)].isEmpty }

  private static let nobody: Set<String> = [
    "admin", "administrator", "editor", "staff", "guest", "author", "authors", "unknown", "none", "null",
    "webmaster", "user", "root", "anonymous", "undefined", "by", "viewallposts", "index", "theauthor",
    "noauthor", "bio",
    "superuser", "wpadmin", "siteadmin", "editors", "admins", "redaktion", "false", "true", "na", "default",
    "aboutus", "about", "name", "siteowner", "developer", "moderator", "member",
  ]
  /// What stands behind a name and is none.
  private static let degrees: Set<String> = [
    "jr", "sr", "phd", "md", "rn", "ms", "mba", "ma", "bsc", "msc", "mph", "rd", "rdn", "dvm", "dds", "jd",
    "esq",
    "cpa", "cfp", "pe", "do", "np", "lcsw", "pharmd", "edd", "mpp", "llb", "llm", "facp", "faan", "cscs",
    "ldn",
    "cfa", "iii", "ii", "iv", "ba", "bs", "bsn", "msn", "ccc", "slp", "mscp", "foma", "dabom", "dacvb", "vmd",
  ]
  /// Words that no name holds.
  private static let jobs: Set<String> = [
    "editor", "writer", "reporter", "contributor", "correspondent", "columnist", "columnists", "founder",
    "ceo",
    "cto", "cofounder", "director", "manager", "expert", "specialist", "reviewer", "author", "journalist",
    "producer", "analyst", "president", "consultant", "strategist", "officer", "head", "lead", "chief",
    "senior",
    "contributing", "associate", "professor", "dietitian", "attorney", "developer", "engineer", "coordinator",
    "blogger", "photographer", "representative", "candidate", "podcaster", "marketer", "intern", "fellow",
  ]

  private static let separators = [
    " and ", " And ", " AND ", " & ", " und ", " et ", " y ", " e ", ";", "|", " • ", " · ", " / ", " with ",
    "\n",
    " – ", " — ", " - ",
  ]

  /// The names in a byline.
  static func split(_ byline: String) -> [String] {
    var text = withoutLabel(byline.collapsed)
    for separator in separators where text.holds(separator) {
      let divided = text.replacing(separator, with: "\n")
      // `Mac & i` is one name.
      if divided.split(separator: "\n").contains(where: { $0.count == 1 }) { continue }
      text = divided
    }
    let names = text.split(separator: "\n").flatMap { part in
      commaParts(withoutLabel(String(part).collapsed).trimmingSigns)
    }
    var seen: Set<String> = []
    return names.map(clean).filter { isName($0) && seen.insert($0.bare).inserted }
  }

  /// A text without `By`, `Written by` and the like, whatever stands between.
  static func withoutLabel(_ text: String) -> String {
    var text = text
    for _ in 0..<3 {
      guard let first = text.utf8.first, case let labels = labelsByInitial[Int(first | 0x20)], !labels.isEmpty
      else { break }
      let lower = text.prefix(40).lowercased()
      guard
        let label = labels.first(where: { label in
          guard lower.hasPrefix(label) else { return false }
          let next = lower.dropFirst(label.count).first
          return next == nil || next == " " || next == ":" || next == "\u{A0}"
        })
      else { break }
      text = String(text.dropFirst(label.count).drop { $0 == " " || $0 == ":" || $0 == "\u{A0}" })
    }
    return text
  }

  /// `Doe, Jane` is one person; `Jane Doe, John Roe` are two; degrees and jobs behind a comma are none.
  private static func commaParts(_ name: String) -> [String] {
    guard name.contains(",") else { return [name] }
    let parts = name.split(separator: ",").map { String($0).collapsed }
    if parts.count == 2, !parts[0].contains(" "), parts[1].split(separator: " ").count <= 2,
      !degrees.contains(parts[1].bare), !isJob(parts[1]), parts[1].first?.isUppercase == true
    {
      return [parts[1] + " " + parts[0]]
    }
    return parts.enumerated().compactMap { index, part in
      index > 0 && (degrees.contains(part.bare) || isJob(part) || isDegrees(part)) ? nil : part
    }
  }

  /// Letters of honour, such as `PMHNP-BC` or `M.P.H.`
  private static func isDegrees(_ text: String) -> Bool {
    text.count <= 10 && !text.contains(" ") && text.allSatisfy { !$0.isLowercase }
      && text.contains { $0.isUppercase }
  }

  private static func isJob(_ text: String) -> Bool {
    text.lowercased().split { !$0.isLetter }.contains { jobs.contains(String($0)) }
  }

  private static func clean(_ name: String) -> String {
    var name = name.trimmingSigns
    // `Jane Doe (Staff)`, `Jane Doe @jane`; but `Jane (Roe) Doe`
    if let open = name.firstIndex(of: "("), open > name.startIndex, !endsBehindBracket(name) {
      name = String(name[..<open]).trimmingSigns
    }
    if let handle = name.firstIndex(of: "@"), handle > name.startIndex,
      name[name.index(before: handle)] == " "
    {
      name = String(name[..<handle]).trimmingSigns
    }
    // `JANE DOE`
    if name.contains(" "), name.count > 6, name.allSatisfy({ !$0.isLowercase }),
      name.contains(where: \.isLetter),
      name.allSatisfy({ $0.isLetter || $0 == " " || $0 == "-" || $0 == "'" })
    {
      name = name.split(separator: " ").map { $0.prefix(1) + $0.dropFirst().lowercased() }.joined(
        separator: " ")
    }
    return name
  }

  /// Whether more of a name follows what stands in its brackets.
  private static func endsBehindBracket(_ name: String) -> Bool {
    guard let close = name.lastIndex(of: ")") else { return false }
    let rest = name[name.index(after: close)...].drop { $0 == " " }
    return rest.count > 1
      && rest.allSatisfy { $0.isLetter || $0 == " " || $0 == "-" || $0 == "'" || $0 == "." }
  }

  /// Whether a declared name may be one.
  static func isName(_ name: String) -> Bool {
    let lower = name.lowercased()
    return name.utf8.count >= 2 && name.count <= 60 && name.split(separator: " ").count <= 7
      && !nobody.contains(name.bare) && !lower.holds("://") && !lower.hasPrefix("www.")
      && !lower.utf8.contains(UInt8(ascii: "@")) && !lower.holds("[at]")
      && name.unicodeScalars.contains(where: \.isLetter)
      && !(name.count > 20 && name.unicodeScalars.contains { (0x30...0x39).contains($0.value) })
  }

  /// Whether a text of the page looks like the name of a person or house.
  static func looksLikeName(_ text: String, isUserName: Bool = false) -> Bool {
    let words = text.split(separator: " ")
    guard isName(text), (1...5).contains(words.count), !isJob(text),
      !words.contains(where: { word in
        let bare = String(word).bare
        return notInNames.contains(bare) || words.count == 1 && MonthNames.numbers[bare] != nil
      })
    else { return false }
    if isUserName { return words.count <= 3 }
    return !text.unicodeScalars.contains { (0x30...0x39).contains($0.value) }
      && text.first?.isLetter == true && words.contains { $0.first?.isUppercase == true }
      && DateReading.day(in: text) == nil
  }

  private static let notInNames: Set<String> = [
    "min", "read", "minutes", "share", "comments", "comment", "updated", "published", "posted", "follow",
    "views",
    "reply", "ago", "subscribe", "more", "bio", "profile", "articles", "posts", "post", "article", "category",
    "categories", "tags", "news", "home", "menu", "search", "says", "said", "on", "in", "is", "are", "was",
    "you",
    "your", "our", "we", "my", "the", "for", "top", "with", "from", "to", "note", "notes", "all",
    "discussion",
    "hello", "student", "starter", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "monday", "tuesday",
    "wednesday",
    "thursday", "friday", "saturday", "sunday", "montag", "dienstag", "mittwoch", "donnerstag", "freitag",
    "samstag",
    "sonntag", "januar", "februar", "märz", "mai", "juni", "juli", "oktober", "dezember", "foto", "fotos",
    "bild",
    "stand", "datum", "quelle", "kommentar", "kommentare", "beitrag", "uhr", "lesezeit", "minuten", "eine",
    "publikation", "author", "about", "contact", "january", "february", "march", "april", "june",
    "july", "august", "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun",
    "jul",
    "aug", "sep", "sept", "oct", "nov", "dec", "today", "yesterday", "written", "words", "what", "how", "why",
    "joined", "messages", "member", "points", "am", "pm", "show", "hide", "skip", "advertisement", "time",
    "date",
  ]
}

extension String {
  /// Without separators and quotation marks at its ends.
  var trimmingSigns: String {
    func isSign(_ character: Character) -> Bool {
      " ,;:|•·–—-/&\"“”\u{A0}→←.*#".contains(character)
    }
    var text = self[...]
    while let first = text.first, isSign(first) { text = text.dropFirst() }
    // A full stop may belong to an initial or to `Jr.`
    while let last = text.last, isSign(last), last != "." { text = text.dropLast() }
    return String(text)
  }
}
