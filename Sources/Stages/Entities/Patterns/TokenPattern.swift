import Sluice

/// A sequence of token tests, compiled: a position automaton of at most 64 tests, held in the bits of one integer.
struct TokenPattern {
  enum Test {
    /// Hash of the token as written.
    case exact(UInt64)
    /// Hash of the token in lower case.
    case folded(UInt64)
    case shape(TokenShape)
    case regex(TokenRegex)
    case anything

    @inline(__always)
    func matches(_ token: MatchToken, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
      switch self {
      case .exact(let hash): token.exact == hash
      case .folded(let hash): token.folded == hash
      case .shape(let shape): shape.matches(text, token.bounds)
      case .regex(let regex): regex.matches(text, token.bounds)
      case .anything: true
      }
    }
  }

  static let maximumTests = 64

  private(set) var tests: [Test] = []
  private var follow: [UInt64] = []
  private var first: UInt64 = 0
  private var last: UInt64 = 0
  private var isNullable = true

  /// The tests that a match can begin with.
  var firstTests: [Test] { tests.indices.filter { first & 1 << UInt64($0) != 0 }.map { tests[$0] } }

  /// `true` when no token at all would match.
  var isEmpty: Bool { isNullable }

  /// Adds what comes next: one of several sequences of tests.
  ///
  /// - Returns: `false` when there are too many tests.
  mutating func append(oneOf sequences: [[Test]], isOptional: Bool) -> Bool {
    guard tests.count + sequences.reduce(0, { $0 + $1.count }) <= Self.maximumTests else { return false }
    var starts: UInt64 = 0
    var ends: UInt64 = 0
    for sequence in sequences where !sequence.isEmpty {
      for (place, test) in sequence.enumerated() {
        let bit: UInt64 = 1 << UInt64(tests.count)
        if place == 0 { starts |= bit } else { follow[tests.count - 1] |= bit }
        if place == sequence.count - 1 { ends |= bit }
        tests.append(test)
        follow.append(0)
      }
    }
    var rest = last
    while rest != 0 {
      follow[rest.trailingZeroBitCount] |= starts
      rest &= rest - 1
    }
    if isNullable { first |= starts }
    last = isOptional ? last | ends : ends
    isNullable = isNullable && isOptional
    return true
  }

  /// How many tokens the longest match from an index has; 0 when there is none.
  func longestMatch(
    _ tokens: UnsafeBufferPointer<MatchToken>, from start: Int, _ text: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var active = first
    var longest = 0
    var index = start
    while active != 0, index < tokens.count, index == start || !tokens[index].opensParagraph {
      var next: UInt64 = 0
      var rest = active
      while rest != 0 {
        let position = rest.trailingZeroBitCount
        rest &= rest - 1
        guard tests[position].matches(tokens[index], text) else { continue }
        next |= follow[position]
        if last & 1 << UInt64(position) != 0 { longest = index - start + 1 }
      }
      active = next
      index += 1
    }
    return longest
  }
}
