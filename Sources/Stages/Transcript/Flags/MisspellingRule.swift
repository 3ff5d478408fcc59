/// Words inside quotations that are no words, where one letter makes a common word of them: `prioroity`.
///
/// What is quoted is another's text and is never changed; the reader is told.
struct MisspellingRule {
  struct Suspect {
    var range: Range<Int>
    var suggestion: String
  }

  /// Letters of the shortest word that is looked at: short ones are too near to others.
  static let shortest = 6
  static let longest = 24
  /// Bytes of the longest quotation.
  static let longestQuotation = 3000

  /// Misspellings that are so frequent that a list of words by frequency holds them.
  private static let frequent = WordTable(
    "accomodate accomodation acheive acheived adress agressive apparant arguement basicly becuase beleive beleived "
      + "begining catagory comittee commision commitee concensus definately definatly dissapear "
      + "dissapoint embarass enviroment existance experiance finaly foriegn fourty goverment goverments gaurd "
      + "happend immediatly independance independant knowlege millenium neccessary occured "
      + "occurence parliment politican posession prefered privelege recieve recieved recieves recomend "
      + "refered relevent rember seperate seperated seperately sucess sucessful supercede suprise tommorow "
      + "tommorrow truely unfortunatly untill withold")

  let words: KnownWords

  func suspects(in page: CleaningPage) -> [Suspect] {
    let bytes = page.bytes
    var result: [Suspect] = []
    let all = page.scan.words
    var index = 0
    for quotation in quotations(in: page) {
      while index < all.count, Int(all.starts[index]) < quotation.lowerBound { index += 1 }
      while index < all.count, Int(all.ends[index]) <= quotation.upperBound {
        defer { index += 1 }
        let range = all[index]
        guard (Self.shortest...Self.longest).contains(range.count), bytes[range].allSatisfy(\.isLower),
          !all.gaps[index].contains(.cutoff)
        else { continue }
        let hash = all.hashes[index]
        let isMisspelt = Self.frequent[hash] != nil
        guard isMisspelt || !words.isKnown(hash) else { continue }
        let word = Array(bytes[range])
        guard isMisspelt || !isInflected(word), let meant = words.neighbour(of: word),
          !isRepeated(index, all)
        else { continue }
        result.append(Suspect(range: range, suggestion: String(decoding: meant, as: UTF8.self)))
      }
    }
    return result
  }

  /// A word with an ending that the list may lack.
  private func isInflected(_ word: [UInt8]) -> Bool {
    for ending in ["s", "es", "ed", "d", "ing", "ly", "er", "ers", "ness", "like", "less", "ish"]
      as [StaticString]
    {
      let count = ending.utf8CodeUnitCount
      guard word.count > count + 3, word.hasExactText(ending, at: word.count - count) else { continue }
      let stem = Array(word.dropLast(count))
      if words.isKnown(stem) || words.isKnown(stem + [UInt8(ascii: "e")]) { return true }
    }
    for start in ["un", "re", "non", "pre", "over", "under", "anti", "post", "co", "multi", "super"]
      as [StaticString]
    where word.hasExactText(start, at: 0) && words.isKnown(Array(word.dropFirst(start.utf8CodeUnitCount))) {
      return true
    }
    return false
  }

  /// What stands twice is meant.
  private func isRepeated(_ index: Int, _ all: PageWords) -> Bool {
    let hash = all.hashes[index]
    for other in all.indices where other != index && all.hashes[other] == hash { return true }
    return false
  }

  /// The texts between double quotes of one line.
  private func quotations(in page: CleaningPage) -> [Range<Int>] {
    let bytes = page.bytes
    guard page.scan.hasWideBytes || page.scan.signs.contains(.quote) else { return [] }
    var result: [Range<Int>] = []
    page.forEachLine { line in
      var open: Int?
      var index = line.lowerBound
      while true {
        index = bytes.nextQuote(in: index..<line.upperBound)
        guard index < line.upperBound else { break }
        if bytes[index] == UInt8(ascii: "\"") {
          if let start = open { result.append(start..<index) }
          open = open == nil ? index + 1 : nil
        } else if bytes.isPunctuationSign(at: index), bytes[index + 2] == 0x9C {
          open = index + 3
        } else if bytes.isPunctuationSign(at: index), bytes[index + 2] == 0x9D, let start = open {
          result.append(start..<index)
          open = nil
        }
        index += 1
      }
    }
    return result.filter { $0.count <= Self.longestQuotation }
  }
}
