import Sluice

/// The places in a page's body that name its author and date: elements that are marked as such by attributes, and
/// short blocks near the heading that read like a byline.
///
/// What stands near the heading counts more than what stands far from it, what belongs to comments and teasers less.
struct PageMarks {
  struct Author {
    var names: [String]
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

  /// Best first.
  private(set) var authors: [Author] = []
  private(set) var dates: [Day] = []

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
      let isUserName = authorWeight <= 2
      let names = Byline.names(body.segments(ofNode: index), isUserName: isUserName)
      if !names.isEmpty {
        authors.append(
          Author(
            names: names, evidence: element.authorEvidence,
            score: authorWeight * 8 + near / 3 - (isUnrelated ? 60 : 0),
            block: block))
      }
    }
    if dateWeight > 0 {
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

  /// What the words beside a date say of it.
  private func label(of text: String) -> Int {
    let lower = text.lowercased()
    if ["publish", "posted", "created", "veröffentlicht", "erstellt", "publié", "publicado", "opublikowan"]
      .contains(where: lower.contains)
    {
      return 15
    }
    if [
      "updat", "modif", "review", "aktualisiert", "edited", "revised", "mis à jour", "actualizado", "last ",
    ]
    .contains(where: lower.contains) {
      return -20
    }
    return 0
  }
}

// MARK: - Blocks near the heading

extension PageMarks {
  private mutating func readBlocks() {
    let blocks = body.blocks
    let first = max(0, (anchor ?? 0) - 8)
    let last = min(blocks.count, (anchor ?? 0) + 26)
    guard first < last else { return }
    var previous = ""
    for index in first..<last where index != anchor {
      let block = blocks[index]
      guard block.measure.characters <= 140 else {
        previous = ""
        continue
      }
      let segments = body.segments(ofBlock: index)
      let text = segments.joined(separator: " ")
      defer { previous = text }
      if body.isInNavigation(block) { continue }
      let near = proximity(index)
      let words = text.split(separator: " ")
      if AuthorNames.withoutLabel(text) != text, words.count <= 16 {
        let names = Byline.names(segments, isUserName: false)
        if !names.isEmpty {
          authors.append(Author(names: names, evidence: "byline", score: 34 + near / 3, block: index))
        }
      }
      guard block.measure.digits >= 4, words.count <= 18, !block.measure.endsLikeSentence || words.count <= 6,
        let day = DateReading.day(in: text, dayFirst: dayFirst)
      else { continue }
      let isLabel = previous.utf8.count < 40
      let score = near + label(of: isLabel ? previous + " " + text : text) - (words.count > 12 ? 10 : 0)
      if near > 0 {
        dates.append(Day(day: day, evidence: "text", score: score, isNearHeading: near > 40))
        readNames(beside: index, segments)
      }
    }
  }

  /// A name alone, in front of or behind a date near the title, is its author's.
  private mutating func readNames(beside index: Int, _ segments: [String]) {
    guard let anchor, index > anchor, index - anchor < 12 else { return }
    let near = proximity(index)
    var texts: [(segments: [String], block: Int)] = [(segments, index)]
    for other in [index - 1, index + 1]
    where other > anchor && other < body.blocks.count && body.blocks[other].measure.characters < 40 {
      texts.append((body.segments(ofBlock: other), other))
    }
    for text in texts {
      let names = text.segments.prefix(2).flatMap { Byline.names([$0], isUserName: false) }.filter {
        let words = $0.split(separator: " ")
        return (2...3).contains(words.count) && words.allSatisfy { $0.first?.isUppercase == true }
          && !words.allSatisfy { titleWords.contains(String($0).bare) }
      }
      if let name = names.first {
        authors.append(
          Author(names: [name], evidence: "byline", score: 6 + near / 3, block: text.block))
      }
    }
  }
}
