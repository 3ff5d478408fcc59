import Sluice

/// Puts hesitations and restarts into clean talk, as people make them: words said twice, starts given up for others,
/// words cut off.
struct SpokenSynthesis {
  private struct Sentence {
    var words: [String]
    var hasComma: [Bool]
  }

  private var sentences: [Sentence] = []
  /// What stands behind a word, or behind two.
  private var followers: [String: [String]] = [:]
  private var random: SplitMix64

  private static let joints = [
    " — ", " -- ", " – ", " — ", ", ", ", ", ", ", " ", " ", " ", " ", " uh ", ", uh, ", ", um, ",
  ]
  private static let breaks = [" — ", " -- ", " – ", " — ", " -- ", ", ", " ", ", uh, ", " uh — "]
  private static let negations: Set<String> = ["not", "no", "never", "nor", "cannot", "nothing", "none"]

  /// - Parameter path: rows with `words` in lower case and the mark behind each in `punct`.
  init(_ path: String, most: Int, seed: UInt64) throws {
    random = SplitMix64(seed)
    for line in try FileBytes.read(path).split(separator: 0x0A).prefix(most) {
      let row = try JSONParser.parse(Array(line))
      let words = (row["words"]?.array ?? []).compactMap(\.string)
      let marks = (row["punct"]?.array ?? []).compactMap(\.string)
      guard words.count == marks.count, words.count >= 6 else { continue }
      var start = 0
      for (index, mark) in marks.enumerated() where mark == "." || mark == "?" {
        let range = start..<index + 1
        if range.count > 3 {
          sentences.append(
            Sentence(words: Array(words[range]), hasComma: marks[range].map { $0 == "," }))
        }
        start = index + 1
      }
    }
    for sentence in sentences.prefix(20_000) {
      for (first, second) in zip(sentence.words, sentence.words.dropFirst()) {
        followers[first, default: []].append(second)
      }
      for index in sentence.words.indices.dropLast(2) {
        followers[sentence.words[index] + " " + sentence.words[index + 1], default: []].append(
          sentence.words[index + 2])
      }
    }
  }

  private static func isFree(_ words: some Collection<String>) -> Bool {
    !words.contains { negations.contains($0) || $0.hasSuffix("n't") }
  }

  mutating func texts(_ count: Int) -> [SpokenText] {
    sentences.shuffle(using: &random)
    return (0..<min(count, sentences.count)).map { text(sentences[$0]) }
  }

  private mutating func text(_ sentence: Sentence) -> SpokenText {
    var spoken = SpokenText()
    let words = sentence.words
    var places: Set<Int> = []
    if chance(0.5) {
      for _ in 0..<pick([0, 1, 1, 1, 2]) {
        places.insert(chance(0.6) ? Int.random(in: 0..<words.count - 1, using: &random) : 0)
      }
    }
    for (index, word) in words.enumerated() {
      if places.contains(index), Self.isFree([word]) { restart(sentence, index, &spoken) }
      spoken.append(word, isGone: false)
      guard index + 1 < words.count else { break }
      if chance(0.012) {
        spoken.append(" — ", isGone: false)
      } else if chance(0.01) {
        spoken.append(", uh, ", isGone: false)
      } else {
        spoken.append(sentence.hasComma[index] ? ", " : " ", isGone: false)
      }
    }
    spoken.append(".", isGone: false)
    return spoken
  }

  private mutating func restart(_ sentence: Sentence, _ index: Int, _ spoken: inout SpokenText) {
    let words = sentence.words
    let way = Double.random(in: 0..<1, using: &random)
    if way < 0.5 {
      let length = min(pick([1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4]), words.count - index)
      guard Self.isFree(words[index..<index + length]), length > 1 || words[index].count < 5 || chance(0.3)
      else { return }
      var copy = Array(words[index..<index + length])
      if chance(0.12), copy[length - 1].count > 3 { copy[length - 1] = cut(copy[length - 1]) }
      spoken.append(copy.joined(separator: " "), isGone: true)
      spoken.append(pick(Self.joints), isGone: true)
    } else if way < 0.75 {
      let length = min(pick([1, 1, 2, 2, 3]), words.count - index - 1)
      guard length > 0, Self.isFree(words[index..<index + length]) else { return }
      var start = Array(words[index..<index + length])
      let key = length > 1 ? start[length - 2] + " " + start[length - 1] : start[0]
      let other = pick(followers[key] ?? ["the"])
      guard other != words[index + length], Self.isFree([other]) else { return }
      start.append(other.count > 3 && chance(0.3) ? cut(other) : other)
      spoken.append(start.joined(separator: " "), isGone: true)
      spoken.append(pick(Self.breaks), isGone: true)
    } else if way < 0.88 {
      var word = words[index]
      if chance(0.25) { word = pick(pick(sentences).words) }
      guard word.count > 2, word.allSatisfy({ $0.isLetter }) else { return }
      let length = Int.random(in: 1...min(4, word.count - 1), using: &random)
      spoken.append(String(word.prefix(length)) + "-", isGone: true)
      spoken.append(pick([" ", " ", " ", " ", " ", " ", " — ", " — ", ", "]), isGone: true)
    } else {
      let other = pick(sentences).words
      let length = pick([1, 2, 2, 3, 3, 4])
      guard other.count > length, Self.isFree(other.prefix(length)) else { return }
      spoken.append(other.prefix(length).joined(separator: " "), isGone: true)
      spoken.append(pick([" — ", " -- ", " – "]), isGone: true)
    }
  }

  private mutating func cut(_ word: String) -> String {
    String(word.prefix(Int.random(in: 1..<word.count, using: &random))) + "-"
  }

  private mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &random) < share }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &random)]
  }
}
