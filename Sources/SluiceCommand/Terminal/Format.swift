/// Numbers as people read them.
enum Format {
  /// `1234567` as `1,234,567`.
  static func count(_ value: Int) -> String {
    var digits = String(value)
    var place = digits.count - 3
    while place > (value < 0 ? 1 : 0) {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: place))
      place -= 3
    }
    return digits
  }

  /// With one digit behind the point.
  static func decimal(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "-" }
    let tenths = Int((abs(value) * 10).rounded())
    return (value < 0 ? "-" : "") + "\(count(tenths / 10)).\(tenths % 10)"
  }

  /// `0.4 ms`, `12.0 s`, `3 min 5 s`.
  static func seconds(_ value: Double) -> String {
    switch value {
    case ..<1: return "\(decimal(value * 1000)) ms"
    case ..<120: return "\(decimal(value)) s"
    default:
      let whole = Int(value)
      return whole < 7200 ? "\(whole / 60) min \(whole % 60) s" : "\(whole / 3600) h \(whole / 60 % 60) min"
    }
  }

  static func bytes(_ value: Int) -> String {
    switch value {
    case ..<1000: "\(value) B"
    case ..<1_000_000: "\(decimal(Double(value) / 1e3)) kB"
    case ..<1_000_000_000: "\(decimal(Double(value) / 1e6)) MB"
    default: "\(decimal(Double(value) / 1e9)) GB"
    }
  }

  /// The word for one, or for another number of things.
  static func plural(_ value: Int, _ one: String, _ many: String? = nil) -> String {
    "\(count(value)) \(value == 1 ? one : many ?? one + "s")"
  }
}

extension String {
  /// The text followed by spaces up to a width.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  /// At most so many characters, on one line, with an ellipsis where something is left out.
  func shortened(to width: Int) -> String {
    let line = String(map { $0.isNewline ? "⏎" : $0 })
    return line.count <= width ? line : line.prefix(width - 1) + "…"
  }
}
