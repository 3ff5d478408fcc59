/// Whether the rules for English speech may be used: `um` is a word of German and Portuguese, `er` of German and Dutch.
enum LanguageEvidence {
  private static let english = WordTable("the and of to is that it was for with are this have you they but")
  private static let other = WordTable(
    "der die und das ist nicht ein eine zu mit auf que de la el los las en uma os não para le les et des du est "
      + "een het van og det som att är")

  static func isEnglish(_ page: CleaningPage) -> Bool {
    if let language = page.language { return language.lowercased().hasPrefix("en") }
    var balance = 0
    for region in page.open {
      var index = region.lowerBound
      let end = region.upperBound
      while index < end {
        guard page.bytes[index].isLetter else {
          index += 1
          continue
        }
        let start = index
        while index < end, page.bytes[index].isLetter { index += 1 }
        guard index - start <= 5 else { continue }
        let hash = wordHash(page.bytes, start..<index)
        if english[hash] != nil { balance += 1 } else if other[hash] != nil { balance -= 1 }
      }
    }
    return balance >= 0
  }
}
