/// Where the columns of ``BlockFeatures`` stand.
enum FeatureColumns {
  /// Words, characters, links, sentences, commas, end, capital, digits, capitals, boilerplate opening, copies, length
  /// of words, separators, stop words, colon, ellipsis, questions, emphasis, number of links, year, kind, row of a
  /// table, code.
  static let text = 0
  /// Shares of the title, description and `articleBody`; learned odds of the words: mean, least, most, opening, known.
  static let words = text + 23
  static let tags = words + 9
  static let ancestors = tags + ownTags.count
  static let groups = ancestors + ancestorTags.count
  /// Depth, and learned odds of names: own, parents', least, most, sum, nearest three; distance to main containers.
  static let names = groups + TokenEvidence.groupCount + 1
  static let containers = names + 12
  static let place = containers + levels.count * containerWidth
  static let page = place + 11
  static let alike = page + 17
  static let neighbours = alike + 6
  static let density = neighbours + neighbourColumns.count * offsets.count
  static let count = density + reaches.count

  static let ownTags: [Tag] = [
    .p, .li, .h1, .h2, .h3, .h4, .td, .dd, .dt, .blockquote, .pre, .figcaption, .div, .span, .summary,
    .button, .section, .article, .a,
  ]
  static let ancestorTags: [Tag] = [
    .nav, .header, .footer, .aside, .form, .article, .main, .section, .table, .ul, .figure, .blockquote,
    .details, .dl, .button, .p, .label,
  ]
  /// How many containers up the statistics are taken.
  static let levels = [0, 1, 2, 3, 5]
  static let containerWidth = 6
  static let neighbourColumns = [0, 2, 3, 5, 9, tags, tags + 1, words + 4, names + 8]
  static let offsets = [-2, -1, 1, 2]
  static let reaches = [3, 8, 20]
}

/// The learned evidence of words and names.
package struct EvidenceTables: Sendable {
  /// Words of a block that count.
  static let longest = 40
  static let openingWords = 4

  package var words: EvidenceTable
  package var names: EvidenceTable

  package init(words: EvidenceTable, names: EvidenceTable) { (self.words, self.names) = (words, names) }
}
