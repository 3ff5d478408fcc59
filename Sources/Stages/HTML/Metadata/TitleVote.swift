/// Decides between what a page calls itself in `title`, OpenGraph and JSON-LD, and its main headings.
///
/// A heading that the declared titles repeat, or that shares most words with them, is the title as readers see it;
/// one that shares none is a slogan, the name of the site or of the section, and the declared title wins.
struct TitleVote {
  struct Candidate {
    var text: String
    var evidence: String
  }

  /// In order of trust: `og:title`, `twitter:title`, JSON-LD, `title`.
  let declared: [Candidate]
  let headings: [String]
  /// What the site is called: declared names and the labels of its host.
  let names: [String]
  let isArticle: Bool

  /// Titles that name no page.
  private static let empty: Set<String> = ["home", "homepage", "index", "untitled", "startseite", "accueil"]
  /// Share of common words from which on a heading is the title: articles often have a second one for search engines.
  private var likeness: Double { isArticle ? 0.3 : 0.8 }

  var winner: Candidate? {
    let names = Set(names.map(\.bare)).union(sections)
    let titles = declared.filter { !$0.text.isEmpty }
    func tells(_ bare: String) -> Bool { !names.contains(bare) && !Self.empty.contains(bare) }
    let telling = titles.first { tells($0.text.bare) }
    let open = headings.filter { heading in
      let bare = heading.bare
      return tells(bare) && bare.count > 1
    }
    func clean(_ title: String) -> String { TitleCleaning.withoutSite(title, names: names) }
    func cleanHeading(_ title: String) -> String {
      TitleCleaning.withoutSite(title, names: names, isHeading: true)
    }
    let title = (telling ?? titles.last).map { Candidate(text: clean($0.text), evidence: $0.evidence) }
    guard let heading = closest(open, title) else {
      return title ?? headings.first.map { Candidate(text: $0, evidence: "h1") }
    }
    guard let title, !title.text.bare.isEmpty else {
      return Candidate(text: cleanHeading(heading.text), evidence: "h1")
    }
    let bare = heading.text.bare
    let extendsTitle =
      bare.count > title.text.bare.count
      && (bare.hasPrefix(title.text.bare) || bare.hasSuffix(title.text.bare)) && heading.likeness < 2
    guard heading.likeness >= likeness, !extendsTitle else { return title }
    return Candidate(text: cleanHeading(heading.text), evidence: "h1")
  }

  /// Headings that the titles show to be names: the last part of `title`, and what stands in `title` in front of
  /// all of `og:title`.
  private var sections: Set<String> {
    guard let tag = declared.last(where: { $0.evidence == "title" })?.text else { return [] }
    var found: Set<String> = []
    let parts = TitleCleaning.parts(of: tag)
    if parts.count > 1, let last = parts.last?.bare, headings.contains(where: { $0.bare == last }) {
      found.insert(last)
    }
    let bare = tag.bare
    for title in declared where title.evidence != "title" {
      let other = title.text.bare
      if other.count > 3, bare.count > other.count, bare.hasSuffix(other) {
        found.insert(String(bare.dropLast(other.count)))
      }
    }
    return found
  }

  private func closest(_ headings: [String], _ title: Candidate?) -> (text: String, likeness: Double)? {
    let titles = (declared.map(\.text) + [title?.text].compactMap(\.self)).map(ComparedTitle.init)
    var best: (text: String, likeness: Double)?
    for heading in headings {
      let compared = ComparedTitle(heading)
      let likeness = titles.map(compared.likeness).max() ?? 0
      if best == nil || likeness > best?.likeness ?? 0 { best = (heading, likeness) }
    }
    return best
  }
}

/// A title as it is compared with others.
private final class ComparedTitle {
  private let text: String
  private let bare: String
  private lazy var words = Self.words(text)

  init(_ text: String) {
    self.text = text
    bare = text.bare
  }

  /// 3 for the same title, 2 for one that begins or ends with this one, else the share of common words.
  func likeness(_ title: ComparedTitle) -> Double {
    if bare == title.bare { return 3 }
    if bare.utf8.count > 3, title.bare.hasPrefix(bare) || title.bare.hasSuffix(bare) {
      if bare.utf8.count == bare.unicodeScalars.count || bare.count > 3 { return 2 }
    }
    let least = min(words.count, title.words.count)
    return least == 0 ? 0 : Double(words.intersection(title.words).count) / Double(least)
  }

  private static func words(_ text: String) -> Set<Substring> {
    let lower = text.lowercased()
    if lower.utf8.allSatisfy({ $0 < 0x80 }) {
      return Set(
        lower.utf8.split { !(0x61...0x7A).contains($0) && !(0x30...0x39).contains($0) }.map(Substring.init))
    }
    return Set(lower.split { !$0.isLetter && !$0.isNumber })
  }
}
