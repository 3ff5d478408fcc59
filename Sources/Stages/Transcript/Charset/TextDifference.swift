import Sluice

/// The places where a repaired text differs from what it was, small and in order.
struct TextDifference {
  private let old: [UInt32]
  private let new: [UInt32]

  /// Code points that must agree for two texts to be in step again, and the farthest that they are looked for.
  static let agreement = 3
  static let reach = 24

  init(_ old: [UInt32], _ new: [UInt32]) {
    self.old = old
    self.new = new
  }

  /// Edits of UTF-8 text that begins at an offset.
  func edits(at start: Int, rule: String = "char.mojibake", kind: EditClass) -> [Edit] {
    var edits: [Edit] = []
    var (a, b, offset) = (0, 0, start)
    while a < old.count || b < new.count {
      if a < old.count, b < new.count, old[a] == new[b] {
        offset += Self.width(old[a])
        a += 1
        b += 1
        continue
      }
      let (nextA, nextB) = meeting(a, b)
      let end = offset + old[a..<nextA].reduce(0) { $0 + Self.width($1) }
      var replacement: [UInt8] = []
      for scalar in new[b..<nextB] {
        replacement += UTF8.encode(Unicode.Scalar(scalar) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter
      }
      var edit = Edit(TextRange(offset, end), rule: rule, kind: kind)
      edit.replacement = replacement
      edits.append(edit)
      (a, b, offset) = (nextA, nextB, end)
    }
    return edits
  }

  /// The nearest place from which the texts agree.
  private func meeting(_ a: Int, _ b: Int) -> (Int, Int) {
    for distance in 1...Self.reach {
      for skipped in 0...distance {
        let (nextA, nextB) = (a + distance - skipped, b + skipped)
        if nextA > a, nextA <= old.count, nextB <= new.count, agrees(nextA, nextB) { return (nextA, nextB) }
      }
    }
    return (old.count, new.count)
  }

  private func agrees(_ a: Int, _ b: Int) -> Bool {
    for offset in 0..<Self.agreement {
      if a + offset == old.count || b + offset == new.count {
        return a + offset == old.count && b + offset == new.count
      }
      if old[a + offset] != new[b + offset] { return false }
    }
    return true
  }

  private static func width(_ scalar: UInt32) -> Int {
    scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
  }
}
