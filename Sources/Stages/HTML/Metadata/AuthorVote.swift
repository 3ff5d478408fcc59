/// Decides whom a page names as its authors.
struct AuthorVote {
  /// From JSON-LD, `meta` elements and marks in the body, by what they say of themselves.
  let linked: LinkedData
  let meta: MetaTags
  let marks: PageMarks
  /// The site and its publisher, which are authors only where nobody else is.
  let houses: Set<String>

  /// - Parameter houses: names of the site and its publisher.
  init(linked: LinkedData, meta: MetaTags, marks: PageMarks, houses: [String]) {
    self.linked = linked
    self.meta = meta
    self.marks = marks
    self.houses = Set(houses.map(\.bare))
  }

  private static let names = [
    "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author",
    "citation_author", "byl", "article.author", "og:author", "og:article:author", "book:author", "authors",
    "dc.contributor",
    "cxenseparse:author", "cxense:author", "author.name", "blog:author", "page-author", "article_author",
    "creator",
    "dcsext.author", "twitter:data1",
  ]

  /// Marks of a higher score may correct what is declared.
  private static let certain = 30

  private struct Visible {
    var names: [String]
    var evidence: String
    var score: Int
    var block: Int
  }

  var winner: PageMetadata.Value<[String]>? {
    let declared = declared
    let visible = visible(beside: declared)
    guard let declared else { return visible.map { .init(content: together($0), evidence: $0.evidence) } }
    guard let visible, visible.score > Self.certain else { return declared }
    if isHouse(declared.content), !isHouse(visible.names) {
      return .init(content: together(visible), evidence: visible.evidence)
    }
    // `Robyn` in the head, `Robyn Buchanan` in the byline;
    // and `janedoe` for `Jane Doe`.
    if declared.content.count == 1, let name = visible.names.first, visible.names.count == 1,
      name.hasPrefix(declared.content[0] + " ")
        || !declared.content[0].contains(" ") && name.contains(" ")
          && declared.content[0].bare.contains(name.bare)
    {
      return .init(content: visible.names, evidence: visible.evidence)
    }
    return declared
  }

  /// The best mark that names somebody, rather not the house.
  private func visible(beside declared: PageMetadata.Value<[String]>?) -> Visible? {
    var house: Visible?
    for mark in marks.authors {
      // What is declared wins over such marks anyway.
      if declared != nil, house == nil, mark.score <= Self.certain { return nil }
      let names = marks.names(of: mark)
      if names.isEmpty { continue }
      let visible = Visible(names: names, evidence: mark.evidence, score: mark.score, block: mark.block)
      if !isHouse(names) { return visible }
      house = house ?? visible
    }
    return house
  }

  private var declared: PageMetadata.Value<[String]>? {
    let fromLinks = people(linked.authors())
    if !fromLinks.isEmpty { return .init(content: fromLinks, evidence: "json-ld") }
    for name in Self.names {
      // The label of this card says what its content is.
      if name == "twitter:data1", !isWrittenBy { continue }
      let names = people(meta.all(name))
      if !names.isEmpty { return .init(content: names, evidence: "meta[\(name)]") }
    }
    return nil
  }

  private var isWrittenBy: Bool {
    guard let label = meta.first("twitter:label1")?.value.lowercased() else { return false }
    return ["written by", "author", "by", "verfasst von", "écrit par", "escrito por"].contains(label)
  }

  /// Names split and cleaned; of several, those of houses are left out.
  private func people(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    let all = names.flatMap(AuthorNames.split).filter { seen.insert($0.bare).inserted }
    let persons = all.filter { !isHouse([$0]) }
    return persons.isEmpty ? all : persons
  }

  private func isHouse(_ names: [String]) -> Bool {
    names.allSatisfy { houses.contains($0.bare) }
  }

  /// The names of a mark and of those of its kind that stand beside it.
  private func together(_ first: Visible) -> [String] {
    var names = first.names
    guard first.evidence != "byline" else { return names }
    for other in marks.authors
    where other.evidence == first.evidence && abs(other.block - first.block) <= 1
      && abs(other.score - first.score) <= 1
    {
      for name in marks.names(of: other)
      where !names.contains(where: { $0.bare.hasPrefix(name.bare) || name.bare.hasPrefix($0.bare) }) {
        names.append(name)
      }
    }
    return names
  }
}
