/// Institutions that are named by one word: the Commission, the Senate.
///
/// The words stand alone, with a capital inside a sentence. In parliaments they are the most frequent names, and
/// corpora of other text hardly have them.
struct InstitutionRule {
  let sentence: SentenceTokens

  private static let words = keys(
    "commission parliament council senate congress treasury pentagon kremlin bundestag knesset politburo fed")
  private static let links = keys("of on for")
  private static let mayPrecede = keys("the this that our mr and but")

  private static func keys(_ words: String) -> Set<UInt64> {
    Set(words.split(separator: " ").map { WordHash.key(of: $0.utf8) })
  }

  func isInstitution(_ index: Int) -> Bool {
    let token = sentence[index]
    guard token.isWord, token.isCapital, !token.shape.contains(.opening), Self.words.contains(token.key),
      !token.shape.contains(.allCapitals)
    else { return false }
    if let next = sentence.at(index + 1), next.isWord {
      if next.isCapital { return false }
      if Self.links.contains(next.key), sentence.at(index + 2)?.isCapital == true { return false }
    }
    if let before = sentence.at(index - 1), before.isWord, before.isCapital {
      return Self.mayPrecede.contains(before.key)
    }
    return sentence.at(index - 1)?.isDash != true
  }
}
