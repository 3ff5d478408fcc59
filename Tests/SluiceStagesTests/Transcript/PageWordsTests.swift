import Sluice
import Testing

@testable import SluiceTranscript

/// The words of a text are the same however they were found.
struct PageWordsTests {
  private static let pieces = [
    "I ", "was ", "um, ", "don't ", "don’t ", "well-known", "-", "— ", ", ", ". ", "\n", "\n\n", " ", "", "x",
    "é",
    "’", "'", "\u{A0}", "5", "the the ", "comm- ", "(", "…",
  ]

  private struct Dice {
    var state: UInt64 = 7
    mutating func roll(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(truncatingIfNeeded: state >> 33) % limit
    }
    mutating func text(_ pieces: Int) -> String {
      (0..<pieces).map { _ in PageWordsTests.pieces[roll(PageWordsTests.pieces.count)] }.joined()
    }
  }

  private static func rows(_ words: PageWords) -> [String] {
    words.indices.map {
      "\(words[$0]) \(words.hashes[$0]) \(words.gaps[$0].rawValue) \(words.traits[$0].rawValue)"
    }
  }

  @Test("Words carried across edits, and those of a part of the text, are those of a new look at it")
  func agree() {
    var dice = Dice()
    var wrong: [String] = []
    for _ in 0..<4000 {
      // Each scalar is a place for an edit.
      let scalars = Array(dice.text(1 + dice.roll(30)).unicodeScalars)
      var (old, new, edits) = ([UInt8](), [UInt8](), [Edit]())
      var index = 0
      while index <= scalars.count {
        if dice.roll(6) == 0 {
          let count = min(dice.roll(4), scalars.count - index)
          let gone = scalars[index..<index + count].flatMap { Array(String($0).utf8) }
          let replacement = dice.roll(2) == 0 ? "" : dice.text(2)
          edits.append(
            Edit(
              TextRange(old.count, old.count + gone.count), with: replacement, rule: "x", kind: .layout))
          old += gone
          new += Array(replacement.utf8)
          index += count
        }
        guard index < scalars.count else { break }
        let bytes = Array(String(scalars[index]).utf8)
        old += bytes
        new += bytes
        index += 1
      }
      let all = PageWords(new, in: [0..<new.count])
      let carried = PageWords(old, in: [0..<old.count]).edited(by: edits, new)
      if Self.rows(carried) != Self.rows(all) {
        wrong.append("\(String(decoding: old, as: UTF8.self).debugDescription) \(edits)")
      }
      let borders = (0...new.count).filter { $0 == new.count || new[$0] & 0xC0 != 0x80 }
      let cuts = (0..<4).map { _ in borders[dice.roll(borders.count)] }.sorted()
      let parts = [cuts[0]..<cuts[1], cuts[2]..<cuts[3]]
      if Self.rows(all.words(in: parts, of: new)) != Self.rows(PageWords(new, in: parts)) {
        wrong.append("\(String(decoding: new, as: UTF8.self).debugDescription) \(parts)")
      }
    }
    #expect(wrong.prefix(3) == [])
  }
}
