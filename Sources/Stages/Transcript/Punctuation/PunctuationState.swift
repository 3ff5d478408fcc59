/// How much punctuation a text has, and whether it has letters in both cases.
struct PunctuationState {
  /// Words of the shortest text that can be told to lack something.
  static let fewestWords = 12

  let words: Int
  private var marked = 0
  private var uppers = 0
  private var lowers = 0

  init(_ page: CleaningPage) {
    let all = page.scan.words
    words = all.count
    let bytes = page.bytes
    for index in all.indices {
      let end = Int(all.ends[index])
      if end < bytes.count {
        switch bytes[end] {
        case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: ";"),
          UInt8(ascii: ":"):
          marked += 1
        default: break
        }
      }
      for byte in bytes[all[index]] {
        if byte.isUpper { uppers += 1 } else if byte.isLower { lowers += 1 }
      }
    }
  }

  /// Less than 2 % of the words carry a mark.
  var lacksMarks: Bool { words > 0 && marked * 50 < words }
  /// More than 80 % of the letters are capitals.
  var isCapitals: Bool { uppers * 5 > (uppers + lowers) * 4 }
  /// Hardly a letter is.
  var isLower: Bool { uppers * 200 < uppers + lowers }
}
