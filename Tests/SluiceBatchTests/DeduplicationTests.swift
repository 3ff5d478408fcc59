import Foundation
import Testing

@testable import SluiceBatch

@Suite struct DeduplicationTests {
  /// A text of many words, the same for the same seed, with some of them replaced.
  static func text(_ seed: Int, words: Int = 300, changed: Int = 0) -> [UInt8] {
    let words = (0..<words).map { place in
      // Words that no two seeds have in the same order.
      let random = (UInt64(seed) << 32 | UInt64(place)) &* 0x9E37_79B9_7F4A_7C15
      return "w\((random ^ random >> 29) % 4999)\(place < changed ? "x" : "")"
    }
    return Array(words.joined(separator: " ").utf8)
  }

  @Test func nearTextsAreFoundAndOthersAreNot() {
    for changed in [0, 1, 3, 5] {
      var found = 0
      for seed in 0..<40 {
        var index = DuplicateIndex(Deduplication(.near))
        _ = index.admit(Fingerprint(of: Self.text(seed), isNear: true), id: "first")
        let match = index.admit(
          Fingerprint(of: Self.text(seed, changed: changed), isNear: true), id: "second")
        found += match?.id == "first" ? 1 : 0
      }
      #expect(found >= 38, "\(changed) of 300 words changed: \(found) of 40 found")
    }
    var index = DuplicateIndex(Deduplication(.near))
    for seed in 0..<500 {
      let match = index.admit(Fingerprint(of: Self.text(seed), isNear: true), id: "\(seed)")
      #expect(match == nil, "\(seed) is like \(match?.id ?? "")")
    }
  }

  @Test func similarityIsAboutTheShareOfEqualRunsOfWords() {
    for changed in [0, 10, 30, 60, 150] {
      let a = Fingerprint(of: Self.text(1, words: 600), isNear: true)
      let b = Fingerprint(of: Self.text(1, words: 600, changed: changed), isNear: true)
      // A change at the beginning spoils the runs that touch it.
      let same = Double(596 - changed)
      let expected = same / (2 * 596 - same)
      let similarity = Fingerprint.similarity(a.signature[...], b.signature[...])
      #expect(abs(similarity - expected) < 0.15, "\(changed): \(similarity) for \(expected)")
    }
  }

  @Test func caseAndSpacesDoNotCountAndHostileTextsDoNoHarm() {
    let texts = ["One two, three four five six.", "ONE  two\nthree FOUR five: six"].map { Array($0.utf8) }
    #expect(
      Fingerprint(of: texts[0], isNear: true).signature == Fingerprint(of: texts[1], isNear: true).signature)
    let hostile: [[UInt8]] = [
      [], [0], Array(repeating: 0x61, count: 1_000_000), Array(repeating: 0xFF, count: 100_000),
      Array(String(repeating: "字", count: 50_000).utf8), Array(String(repeating: "a ", count: 200_000).utf8),
    ]
    var index = DuplicateIndex(Deduplication(.near))
    for text in hostile { _ = index.admit(Fingerprint(of: text, isNear: true), id: "\(text.count)") }
  }

  @Test func onlyTheWindowCountsAndARebuiltIndexDecidesAlike() throws {
    for kind in Deduplication.Kind.allCases {
      let options = Deduplication(kind, window: 50)
      var index = DuplicateIndex(options)
      var bytes: [UInt8] = []
      var decisions: [String?] = []
      func fingerprint(_ number: Int) -> Fingerprint {
        // Some come again soon, some after the window.
        let seed = number % 10 == 9 ? number - 5 : number % 7 == 6 ? max(0, number - 80) : number
        return Fingerprint(of: Self.text(seed, words: 40), isNear: kind == .near)
      }
      for number in 0..<400 {
        let match = index.admit(fingerprint(number), id: "d\(number)")
        decisions.append(match?.id)
        if match == nil { bytes += FingerprintLine.encode(fingerprint(number), id: "d\(number)") }
        guard number % 37 == 0 else { continue }
        let folder = try Folder()
        try Data(bytes).write(to: URL(fileURLWithPath: folder.path("f")))
        index = try options.index(rebuiltFrom: folder.path("f"))
      }
      #expect(decisions[9] == "d4" && decisions[19] == "d14")
      #expect(decisions[90] == nil, "d10 is behind the window")
      #expect(
        decisions.indices.allSatisfy { number in
          decisions[number].flatMap { Int($0.dropFirst()) }.map { number - $0 <= 90 } ?? true
        })
      var whole = DuplicateIndex(options)
      #expect((0..<400).map { whole.admit(fingerprint($0), id: "d\($0)")?.id } == decisions)
    }
  }
}
