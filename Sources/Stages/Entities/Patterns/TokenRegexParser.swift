import Sluice

/// Reads a ``TokenRegex``, and makes its positions on the way.
struct TokenRegexParser {
  typealias Failure = TokenRegex.Failure

  /// A part of the expression: what it can begin and end with.
  struct Part {
    var first: UInt64 = 0
    var last: UInt64 = 0
    var isNullable = true
  }

  private(set) var sets: [TokenRegex.CharacterSet] = []
  private(set) var follow: [UInt64] = []
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var depth = 0
  /// Counts read their part again: nested ones could do so for ever.
  private var steps = 0

  init(_ pattern: String) {
    scalars = Array(pattern.unicodeScalars)
  }

  private var current: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private func failure(_ message: String) -> Failure { Failure(message: message, offset: index) }

  mutating func whole() throws(Failure) -> Part {
    guard scalars.count <= 1000 else { throw failure("an expression has at most 1000 characters") }
    let part = try alternatives()
    guard index == scalars.count else { throw failure("')' without '('") }
    return part
  }

  private mutating func alternatives() throws(Failure) -> Part {
    var result = try sequence()
    while current == "|" {
      index += 1
      let other = try sequence()
      result.first |= other.first
      result.last |= other.last
      result.isNullable = result.isNullable || other.isNullable
    }
    return result
  }

  private mutating func sequence() throws(Failure) -> Part {
    var result = Part()
    while let scalar = current, scalar != "|", scalar != ")" {
      result = joined(result, try repeated())
    }
    return result
  }

  private mutating func joined(_ a: Part, _ b: Part) -> Part {
    link(a.last, to: b.first)
    return Part(
      first: a.isNullable ? a.first | b.first : a.first, last: b.isNullable ? a.last | b.last : b.last,
      isNullable: a.isNullable && b.isNullable)
  }

  private mutating func link(_ from: UInt64, to: UInt64) {
    var rest = from
    while rest != 0 {
      follow[rest.trailingZeroBitCount] |= to
      rest &= rest - 1
    }
  }

  /// A part with `*`, `+`, `?` or a count behind it. Counts repeat the part, so its text is read that many times.
  private mutating func repeated() throws(Failure) -> Part {
    let start = index
    var part = try atom()
    let end = index
    switch current {
    case "*", "+":
      if current == "*" { part.isNullable = true }
      index += 1
      link(part.last, to: part.first)
    case "?":
      index += 1
      part.isNullable = true
    case "{":
      let (least, most) = try count()
      let behind = index
      if let most, most == 0 { return Part() }
      if least == 0 { part.isNullable = true }
      var result = part
      var copies = 1
      while copies < max(least, most ?? 1) {
        index = start
        var copy = try atom()
        guard index == end else { throw failure("a count that cannot be read") }
        copies += 1
        if copies > least { copy.isNullable = true }
        part = copy
        result = joined(result, copy)
      }
      if most == nil { link(part.last, to: part.first) }
      index = behind
      return try quantifiedOnce(result)
    default:
      return part
    }
    return try quantifiedOnce(part)
  }

  private func quantifiedOnce(_ part: Part) throws(Failure) -> Part {
    if let next = current, "*+?{".unicodeScalars.contains(next) { throw failure("nothing to repeat") }
    return part
  }

  /// `{2}`, `{2,}` or `{2,4}`.
  private mutating func count() throws(Failure) -> (least: Int, most: Int?) {
    index += 1
    let least = try number()
    var most: Int? = least
    if current == "," {
      index += 1
      most = current == "}" ? nil : try number()
    }
    guard current == "}" else { throw failure("expected '}'") }
    index += 1
    if let most, most < least { throw failure("the count ends below its start") }
    return (least, most)
  }

  private mutating func number() throws(Failure) -> Int {
    var value: Int?
    while let scalar = current, let digit = scalar.isASCII ? Int(String(scalar)) : nil {
      value = (value ?? 0) * 10 + digit
      guard value ?? 0 <= TokenRegex.maximumPositions else { throw failure("a count above 64") }
      index += 1
    }
    guard let value else { throw failure("expected a number") }
    return value
  }

  private mutating func atom() throws(Failure) -> Part {
    guard let scalar = current else { throw failure("the expression ends too early") }
    steps += 1
    guard steps <= 10_000 else { throw failure("counts of counts of counts") }
    switch scalar {
    case "(":
      depth += 1
      guard depth <= 32 else { throw failure("groups nested deeper than 32") }
      index += 1
      let part = try alternatives()
      guard current == ")" else { throw failure("'(' without ')'") }
      index += 1
      depth -= 1
      return part
    case "[":
      return try position(set())
    case "*", "+", "?", "{":
      throw failure("nothing to repeat")
    case "^", "$":
      throw failure("the whole token is matched: there are no anchors")
    case ".":
      index += 1
      return try position(TokenRegex.CharacterSet(ranges: [], isNegated: true))
    case "\\":
      return try position(TokenRegex.CharacterSet(ranges: escape()))
    default:
      index += 1
      return try position(TokenRegex.CharacterSet(ranges: [scalar.value...scalar.value]))
    }
  }

  private mutating func position(_ set: TokenRegex.CharacterSet) throws(Failure) -> Part {
    guard sets.count < TokenRegex.maximumPositions else {
      throw failure("more than \(TokenRegex.maximumPositions) characters, counts written out")
    }
    let bit: UInt64 = 1 << UInt64(sets.count)
    sets.append(set)
    follow.append(0)
    return Part(first: bit, last: bit, isNullable: false)
  }

  private mutating func escape() throws(Failure) -> [ClosedRange<UInt32>] {
    index += 1
    guard let scalar = current else { throw failure("the expression ends with a backslash") }
    index += 1
    switch scalar {
    case "d": return [0x30...0x39]
    case "w":
      return [
        0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xAA...0xAA, 0xB5...0xB5, 0xBA...0xBA, 0xC0...0xD6,
        0xD8...0xF6, 0xF8...0x1FFF, 0x2C00...0x2FEF, 0x3040...0xD7FF, 0xF900...0xFDFF,
      ]
    default:
      guard !scalar.properties.isAlphabetic, scalar.properties.numericType == nil else {
        index -= 1
        throw failure("an unknown escape")
      }
      return [scalar.value...scalar.value]
    }
  }

  /// `[a-z0-9]` or `[^a-z]`.
  private mutating func set() throws(Failure) -> TokenRegex.CharacterSet {
    index += 1
    var result = TokenRegex.CharacterSet()
    if current == "^" {
      result.isNegated = true
      index += 1
    }
    while let scalar = current, scalar != "]" {
      var low = [scalar.value...scalar.value]
      if scalar == "\\" { low = try escape() } else { index += 1 }
      if current == "-", index + 1 < scalars.count, scalars[index + 1] != "]" {
        index += 1
        let high = scalars[index]
        guard low.count == 1, low[0].count == 1, high.value >= low[0].lowerBound else {
          throw failure("a range that ends before it starts")
        }
        index += 1
        low = [low[0].lowerBound...high.value]
      }
      result.ranges += low
    }
    guard current == "]", !result.ranges.isEmpty else { throw failure("'[' without ']'") }
    index += 1
    return result
  }
}
