/// How many words a page has, and whether they are English.
///
/// The rules for spoken noise know English only: `um` is a word of German and Portuguese, `er` of German and Dutch.
struct SpeechCensus {
  private(set) var words = 0
  let isEnglish: Bool

  private static let balance = WordTable<Int>([
    ("the and of to is that it was for with are this have you they but", 1),
    (
      "der die und das ist nicht ein eine zu mit auf que de la el los las en uma os não para le les et des du est "
        + "een het van og det som att är", -1
    ),
  ])

  init(_ page: CleaningPage) {
    let bytes = page.bytes
    var words = 0
    var balance = 0
    for region in page.open {
      var index = region.lowerBound
      let end = region.upperBound
      while index < end {
        // Punctuation beyond ASCII has lead bytes of its own.
        guard bytes[index].isWordByte, bytes[index] != 0xE2, bytes[index] & 0xC0 != 0x80 else {
          index += 1
          continue
        }
        let start = index
        while index < end, bytes[index].isWordByte || bytes[index] == UInt8(ascii: "'") { index += 1 }
        words += 1
        if index - start <= 5 { balance += Self.balance[wordHash(bytes, start..<index)] ?? 0 }
      }
    }
    self.words = words
    isEnglish = page.language.map { $0.lowercased().hasPrefix("en") } ?? (balance >= 0)
  }
}
