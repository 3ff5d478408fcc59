import Sluice

/// What a file does against the rules of its format, and how often; part of the metadata as `leniencies`.
struct Leniencies {
  enum Kind: Int, CaseIterable {
    case signature, timeFields, timeDigits, timeComma, timeUnreadable, arrow, missingBlankLine,
      blankLineInText
    case backwardTime, nul, truncated, rolling

    var name: String {
      switch self {
      case .signature: "signature.missing"
      case .timeFields: "time.fields"
      case .timeDigits: "time.digits"
      case .timeComma: "time.comma"
      case .timeUnreadable: "time.unreadable"
      case .arrow: "time.arrow"
      case .missingBlankLine: "block.no-blank-line"
      case .blankLineInText: "text.blank-line"
      case .backwardTime: "time.backward"
      case .nul: "text.nul"
      case .truncated: "file.truncated"
      case .rolling: "text.rolling"
      }
    }
  }

  private var counts = [Int](repeating: 0, count: Kind.allCases.count)

  mutating func note(_ kind: Kind, _ count: Int = 1) {
    counts[kind.rawValue] += count
  }

  subscript(kind: Kind) -> Int { counts[kind.rawValue] }

  /// `{"time.fields":44}`; `nil` when the file keeps to the rules.
  var json: JSONValue? {
    let members = Kind.allCases.filter { self[$0] > 0 }.map { kind in
      JSONValue.Member(kind.name, .integer(self[kind]))
    }
    return members.isEmpty ? nil : .object(members)
  }
}
