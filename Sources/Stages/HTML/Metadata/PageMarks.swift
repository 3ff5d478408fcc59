import Sluice

/// The places in a page's body that name its author and date: elements that are marked as such by attributes, and
/// short blocks near the heading that read like a byline.
///
/// What stands near the heading counts more than what stands far from it, what belongs to comments and teasers less.
struct PageMarks {
  /// A place that names an author, or seems to.
  struct Author {
    fileprivate enum Source {
      case element(Int, isUserName: Bool)
      case block(Int)
      /// A name without a label, in front of or behind a date.
      case besideDate(Int)
    }

    fileprivate var source: Source
    var evidence: String
    var score: Int
    var block: Int
  }

  struct Day {
    var day: String
    var evidence: String
    var score: Int
    var isNearHeading: Bool
  }

  /// Best first; their ``names(of:)`` are read only when they are asked for, for most pages have many.
  private(set) var authors: [Author] = []
  /// Best first.
  private(set) var dates: [Day] = []
  /// How long the recording is, by the first element that says so.
  private(set) var duration: PageMetadata.Value<String>?

  private let body: PageBody
  /// The block of the page's title, where it has one.
  private let anchor: Int?
  private let dayFirst: Bool
  /// Words of the title, which are no names.
  private let titleWords: Set<String>
  /// Elements that are read for names and days; pages with more are lists.
  private static let most = 200

  init(_ body: PageBody, title: String?, anchor: Int?, dayFirst: Bool) {
    self.body = body
    titleWords = Set((title ?? "").split(separator: " ").map { String($0).bare })
    self.anchor = anchor
    self.dayFirst = dayFirst
    readElements()
    readBlocks()
    authors = authors.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }
      .map(\.element)
    dates = dates.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }
      .map(\.element)
  }

  /// From 100 for what follows the title down to 0.
  private func proximity(_ block: Int) -> Int {
    guard let anchor else { return max(0, 60 - 2 * block) }
    let distance = block - anchor
    return max(0, distance >= 0 ? 100 - 3 * distance : 84 + 8 * distance)
  }
}

// MARK: - Marked elements

extension PageMarks {
  private mutating func readElements() {
    var unrelated = [Bool](repeating: false, count: body.tree.nodes.count)
    var inAuthor = [Bool](repeating: false, count: body.tree.nodes.count)
    var marked = 0
    let ownNodes = anchor.map { body.ancestors(ofBlock: $0) } ?? []
    for (index, node) in body.tree.nodes.enumerated() where node.token >= 0 {
      let parent = Int(node.parent)
      if parent >= 0 {
        unrelated[index] = unrelated[parent]
        inAuthor[index] = inAuthor[parent]
      }
      if node.tag == .footer || node.tag == .nav || node.tag == .aside { unrelated[index] = true }
      var element = MarkedElement(tag: node.tag)
      for attribute in body.page.attributes(of: Int(node.token)) {
        element.take(attribute, body.bytes.slice(attribute.range))
      }
      if element.words.contains(.unrelated) { unrelated[index] = true }
      if ownNodes.contains(index) { unrelated[index] = false }
      if element.isAuthorScope { inAuthor[index] = true }
      if duration == nil, !unrelated[index] { readDuration(element, index) }
      guard marked < Self.most,
        element.authorWeight(isInAuthor: inAuthor[index]) > 0 || element.dateWeight > 0
      else { continue }
      marked += 1
      add(element, index, isUnrelated: unrelated[index], isInAuthor: inAuthor[index])
    }
  }

  private mutating func add(_ element: MarkedElement, _ index: Int, isUnrelated: Bool, isInAuthor: Bool) {
    let authorWeight = element.authorWeight(isInAuthor: isInAuthor)
    let dateWeight = element.dateWeight
    guard authorWeight > 0 || dateWeight > 0 else { return }
    let block = body.block(ofNode: index)
    let near = proximity(block)
    if authorWeight > 0 {
      authors.append(
        Author(
          source: .element(index, isUserName: authorWeight <= 2), evidence: element.authorEvidence,
          score: authorWeight * 8 + near / 3 - (isUnrelated ? 60 : 0), block: block))
    }
    if dateWeight > 0, element.moment != nil || body.hasYear(inNode: index) {
      let text =
        element.moment.map { body.bytes.string($0) } ?? body.segments(ofNode: index).joined(separator: " ")
      if text.count < 160, let day = DateReading.day(in: text, dayFirst: dayFirst) {
        let score = near + dateWeight + label(of: text) - (isUnrelated ? 70 : 0)
        dates.append(
          Day(
            day: day, evidence: element.dateEvidence, score: score, isNearHeading: near > 40 && !isUnrelated))
      }
    }
  }

  /// `<time datetime="PT12M30S">` without a name, or what its name says is a duration; recipes and readers have others.
  private mutating func readDuration(_ element: MarkedElement, _ index: Int) {
    if let property = element.property {
      let name = body.bytes.slice(property)
      guard name.equals("duration") || name.equals("schema:duration") else { return }
      let text = element.moment.map { body.bytes.string($0) } ?? body.segments(ofNode: index).first ?? ""
      duration = DurationReading.duration(in: text).map { .init(content: $0, evidence: "microdata") }
    } else if element.tag == .time, let moment = element.moment, body.bytes.slice(moment).hasPrefix("pt"),
      element.words.isDisjoint(with: .reading)
    {
      let text = body.bytes.string(moment)
      duration = DurationReading.duration(in: text).map { .init(content: $0, evidence: "time") }
    }
  }

  private static let published: [StaticString] = [
    "publish", "posted", "created", "veröffentlicht", "erstellt", "publié", "publicado", "opublikowan",
  ]
  /// The years of a right are those of the site.
  private static let rights: [StaticString] = ["copyright", "©", "(c)", "all rights", "alle rechte"]
  private static let changed: [StaticString] = [
    "updat", "modif", "review", "aktualisiert", "edited", "revised", "mis à jour", "actualizado", "last ",
  ]

  /// What the words beside a date say of it.
  private func label(of text: String) -> Int {
    var lower = text.lowercased()
    return lower.withUTF8 { lower in
      if Self.rights.contains(where: { lower.range(of: $0) != nil }) { return -100 }
      if Self.published.contains(where: { lower.range(of: $0) != nil }) { return 15 }
      return Self.changed.contains(where: { lower.range(of: $0) != nil }) ? -20 : 0
    }
  }
}

// MARK: - Blocks near the heading

extension PageMarks {
  private mutating func readBlocks() {
    let blocks = body.blocks
    let first = max(0, (anchor ?? 0) - 8)
    let last = min(blocks.count, (anchor ?? 0) + 26)
    guard first < last else { return }
    var previous: Int?
    for index in first..<last where index != anchor {
      let block = blocks[index]
      guard block.measure.characters <= 140 else {
        previous = nil
        continue
      }
      let before = previous
      previous = index
      guard block.measure.digits >= 4 || AuthorNames.mayBeLabel(body.firstByte(ofBlock: index)),
        !body.isInNavigation(block)
      else { continue }
      let text = body.segments(ofBlock: index).joined(separator: " ")
      let near = proximity(index)
      let words = text.split(separator: " ")
      if words.count <= 16, AuthorNames.withoutLabel(text) != text {
        authors.append(
          Author(source: .block(index), evidence: "byline", score: 34 + near / 3, block: index))
      }
      guard block.measure.digits >= 4, words.count <= 18, !block.measure.endsLikeSentence || words.count <= 6,
        let day = DateReading.day(in: text, dayFirst: dayFirst)
      else { continue }
      let lead = before.map { body.segments(ofBlock: $0).joined(separator: " ") } ?? ""
      let isLabel = lead.utf8.count < 40
      let score = near + label(of: isLabel ? lead + " " + text : text) - (words.count > 12 ? 10 : 0)
      if near > 0 {
        dates.append(Day(day: day, evidence: "text", score: score, isNearHeading: near > 40))
        readNames(beside: index)
      }
    }
  }

  /// A name alone, in front of or behind a date near the title, is its author's.
  private mutating func readNames(beside index: Int) {
    guard let anchor, index > anchor, index - anchor < 12 else { return }
    let score = 6 + proximity(index) / 3
    authors.append(Author(source: .besideDate(index), evidence: "byline", score: score, block: index))
    for other in [index - 1, index + 1]
    where other > anchor && other < body.blocks.count && body.blocks[other].measure.characters < 40 {
      authors.append(Author(source: .besideDate(other), evidence: "byline", score: score, block: other))
    }
  }
}

// MARK: - Names

extension PageMarks {
  /// The names that a place holds, in order; none where it only seemed to have some.
  func names(of author: Author) -> [String] {
    switch author.source {
    case .element(let node, let isUserName):
      return Byline.names(body.segments(ofNode: node), isUserName: isUserName)
    case .block(let index):
      return Byline.names(body.segments(ofBlock: index), isUserName: false)
    case .besideDate(let index):
      let names = body.segments(ofBlock: index).prefix(2).flatMap { Byline.names([$0], isUserName: false) }
      return names.first(where: isPerson).map { [$0] } ?? []
    }
  }

  private func isPerson(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    return (2...3).contains(words.count) && words.allSatisfy { $0.first?.isUppercase == true }
      && !words.allSatisfy { titleWords.contains(String($0).bare) }
  }
}
