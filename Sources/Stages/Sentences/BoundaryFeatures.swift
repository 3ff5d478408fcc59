/// The features of a candidate: buckets of the weight table, hashed from what stands around it.
///
/// Each feature is binary; a bucket is drawn from a template's number and the values that it joins. The
/// templates follow the usual ones for sentence boundaries (words, shapes, case, length, layout).
package struct BoundaryFeatures {
  /// Room for the features of one candidate.
  package static let capacity = 64

  private let buckets: UnsafeMutablePointer<UInt32>
  private(set) var count = 0

  init(_ buckets: UnsafeMutablePointer<UInt32>) {
    self.buckets = buckets
  }

  @inline(__always)
  private mutating func add(_ template: UInt64, _ value: UInt64) {
    var hash = (value ^ template &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
    hash ^= hash >> 29
    hash = hash &* 0xBF58_476D_1CE4_E5B9
    buckets[count] = UInt32(truncatingIfNeeded: hash >> 32)
    count += 1
  }

  /// Packs small values, six bits each.
  @inline(__always)
  private func pack(_ a: UInt64, _ b: UInt64) -> UInt64 { a << 6 | b }

  @inline(__always)
  private func pack(_ a: UInt64, _ b: UInt64, _ c: UInt64) -> UInt64 { pack(pack(a, b), c) }

  @inline(__always)
  private func pack(_ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) -> UInt64 { pack(pack(a, b, c), d) }

  @inline(__always)
  private func pack(_ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64, _ e: UInt64) -> UInt64 {
    pack(pack(a, b, c, d), e)
  }

  @inline(__always)
  private func pack(_ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64, _ e: UInt64, _ f: UInt64) -> UInt64 {
    pack(pack(a, b, c, d, e), f)
  }

  @inline(__always)
  private func join(_ hash: UInt64, _ value: UInt64) -> UInt64 {
    hash ^ (value &+ 1) &* 0xA24B_AED4_963E_E407
  }

  /// log2 of a length, from 0 for nothing.
  @inline(__always)
  static func log(_ length: Int) -> UInt64 {
    length <= 0 ? 0 : UInt64(min(15, Int.bitWidth - length.leadingZeroBitCount))
  }

  mutating func read(
    _ candidate: Candidate, _ state: PassState, _ window: Window, _ cases: CaseTable, _ opinion: Opinion
  ) {
    let punct = UInt64(candidate.mark.rawValue), closer = UInt64(candidate.closer.rawValue)
    let gap = UInt64(candidate.gap.rawValue), side = UInt64(candidate.opener.rawValue)
    let left = candidate.left, next = candidate.next
    let own = UInt64(left.shape.rawValue), nxt = UInt64(next.shape.rawValue)
    let prior = UInt64(candidate.prior.shape.rawValue), after = UInt64(candidate.after.shape.rawValue)
    let nextCase = UInt64(cases.share(next.hash))
    let known: UInt64 = cases.share(left.hash) == 0 ? 0 : 1
    let abbreviation = UInt64(opinion.abbreviation.rawValue)
    let tail = UInt64(candidate.tail)
    let parenthesis: UInt64 = state.isInParenthesis(at: candidate.offset) ? 1 : 0
    let quotation: UInt64 = state.isInQuotation(at: candidate.offset) ? 1 : 0
    let distance = Self.log(candidate.offset - state.previous)
    let bullet = UInt64(candidate.lineKind(window).rawValue)
    let marked: UInt64 = punct == 0 ? 0 : 1
    let simple = candidate.mark == .mixed ? 2 : punct

    add(0, 0)
    add(1, pack(punct, closer))
    add(2, gap)
    add(3, pack(punct, closer, gap))
    add(4, join(left.hash, punct))
    add(5, join(left.hash, pack(punct, nxt)))
    add(6, join(left.hash, pack(punct, nextCase, nxt)))
    add(7, join(next.hash, simple))
    add(8, join(next.hash, pack(gap, marked)))
    add(9, pack(own, punct))
    add(10, pack(nxt, punct))
    add(11, pack(own, nxt, punct, closer, gap, side))
    add(12, pack(own, nxt, nextCase, punct))
    add(13, pack(nextCase, nxt, punct, gap))
    add(14, pack(known, own, punct, nxt))
    add(15, pack(UInt64(min(left.count, 8)), own, punct, nxt))
    add(16, pack(abbreviation, nxt, punct))
    add(17, pack(abbreviation, nxt, nextCase, punct))
    add(18, pack(abbreviation, own, nxt, side))
    add(19, join(candidate.prior.hash, punct))
    add(20, pack(prior, own, punct, nxt))
    add(21, pack(prior, own, nxt, after, punct))
    add(22, pack(after, nxt, punct))
    add(23, pack(tail & 63, tail >> 6, nxt, punct, own))
    add(24, join(next.hash &+ candidate.after.hash &* 3, simple))
    add(25, pack(closer, side, punct, gap, nxt))
    add(26, pack(bullet, punct, nxt))
    add(27, pack(bullet, own, punct, gap))
    add(28, pack(parenthesis, punct, closer, nxt))
    add(29, pack(quotation, punct, closer, side, nxt))
    add(30, pack(parenthesis, quotation, punct, closer))
    add(31, pack(distance, punct, nxt))
    add(32, pack(distance, punct, gap))
    let rule = UInt64(opinion.rule.rawValue) << 1 | (opinion.isBoundary ? 1 : 0)
    add(33, rule)
    add(34, pack(rule >> 1, rule & 1, own, nxt))
    add(35, pack(rule >> 1, rule & 1, nextCase, nxt))
    add(36, pack(rule >> 1, rule & 1, abbreviation))
    if candidate.gap >= .line || candidate.mark == .none { readLine(candidate, window, nextCase) }
  }

  /// What matters at the end of a line only.
  private mutating func readLine(_ candidate: Candidate, _ window: Window, _ nextCase: UInt64) {
    let punct = UInt64(candidate.mark.rawValue), gap = UInt64(candidate.gap.rawValue)
    let nxt = UInt64(candidate.next.shape.rawValue)
    let side = UInt64(candidate.opener.rawValue)
    let length = Self.log(candidate.offset - candidate.lineStart)
    let nextLength = Self.log(candidate.nextLineLength(window))
    let title = UInt64(candidate.lineCase(window).rawValue)
    let last = UInt64(window[candidate.offset - 1])
    let lastShape: UInt64 =
      switch window.bits(candidate.offset - 1) {
      case ByteClass.lower: 1
      case ByteClass.upper: 2
      case ByteClass.digit: 3
      default: last + 4
      }
    add(40, pack(length, gap, punct, title))
    add(41, pack(nextLength, gap, punct))
    add(42, pack(length, nextLength, gap, punct))
    add(43, join(lastShape, pack(gap, nxt, side)))
    add(44, join(lastShape, pack(title, gap, nxt)))
    add(45, join(UInt64(candidate.openerByte), pack(gap, punct)))
    add(46, join(lastShape, pack(nextCase, nxt, gap)))
    add(47, join(candidate.left.hash, gap))
    add(48, join(candidate.next.hash, join(lastShape, gap)))
  }
}
