import Glibc

/// A text as words in lower case, with the mark behind each and the case of each, as gold files of `clean.punctuation`
/// count them: `!` is a full stop, `;`, `:` and dashes are commas, and what joins letters belongs to the word.
struct PunctuatedText {
  private(set) var words: [String] = []
  /// Indices into `PunctuationTable.marks` and `.cases`.
  private(set) var marks: [Int] = []
  private(set) var cases: [Int] = []
  /// Whether the text ends with a mark that ends a sentence.
  let isWhole: Bool

  /// - Parameter joinsSpaced: `Mm - hmm` is one word.
  init(_ text: String, joinsSpaced: Bool = false) {
    let scalars = Array(text.unicodeScalars)
    let last = scalars.last { !$0.properties.isWhitespace }
    isWhole = last == "." || last == "?" || last == "!"
    func isWord(_ place: Int) -> Bool {
      guard place < scalars.count else { return false }
      let properties = scalars[place].properties
      return properties.isAlphabetic || properties.numericType != nil
    }
    var place = 0
    while place < scalars.count {
      guard isWord(place) else {
        let isDash = place + 1 < scalars.count && scalars[place] == "-" && scalars[place + 1] == "-"
        if let mark = isDash ? 1 : Self.mark(scalars[place]), !words.isEmpty,
          marks[marks.count - 1] == 0 || mark > 1
        {
          marks[marks.count - 1] = mark
        }
        place += 1
        continue
      }
      var word = String.UnicodeScalarView()
      while place < scalars.count {
        if isWord(place) {
          word.append(scalars[place])
          place += 1
        } else if let joint = Self.joint(scalars[place]), isWord(place + 1) {
          word.append(joint)
          place += 1
        } else if joinsSpaced, place + 2 < scalars.count, scalars[place] == " ", scalars[place + 1] == "-",
          scalars[place + 2] == " ", isWord(place + 3)
        {
          word.append("-")
          place += 3
        } else {
          break
        }
      }
      add(String(word))
    }
  }

  private mutating func add(_ word: String) {
    let lower = word.lowercased()
    words.append(lower)
    marks.append(0)
    let isUpper = word.unicodeScalars.count > 1 && word != lower && word.uppercased() == word
    let hasUpper = word.unicodeScalars.contains { $0.properties.isUppercase }
    cases.append(isUpper ? 2 : hasUpper ? 1 : 0)
  }

  private static func mark(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case ",", ";", ":", "—", "–": 1
    case ".", "!": 2
    case "?": 3
    default: nil
    }
  }

  private static func joint(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "’", "'": "'"
    case ".", "-", "&", "/": scalar
    default: nil
    }
  }
}
