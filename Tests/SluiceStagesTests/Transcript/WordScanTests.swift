import CSluiceModels
import Testing

@testable import SluiceTranscript

/// What is found 64 bytes at a time is what a look at one byte after the other finds, in any bytes at all.
struct WordScanTests {
  private static let pieces: [[UInt8]] =
    [
      "I", "was", "um, ", "don't", "don’t", "well-known", "-", "--", "—", ",", ".", "...", "…", "?", "!",
      "\n", "\n\n",
      "\r\n", "\t", " ", "  ", "x", "é", "’", "'", "''", "'tis", "\u{A0}", "5", "F-16", "Ünter", "(", "@",
      "[", "`", "{",
      "Zz", "😀", "incomprehensibilities", String(repeating: "a", count: 63),
      String(repeating: "B", count: 130),
      String(repeating: " ", count: 70), String(repeating: "'", count: 66),
      String(repeating: "a-", count: 40),
    ].map { Array($0.utf8) } + [
      [0], [0xE2], [0xE2, 0x80], [0xC2], [0x80], [0xFF], [0xF0, 0x9F], [0x7F], [0x1F],
    ]

  /// Texts of such pieces: none, few, many.
  private static let texts: [[UInt8]] = {
    var state: UInt64 = 11
    func roll(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(truncatingIfNeeded: state >> 33) % limit
    }
    var texts: [[UInt8]] = [[]]
    for _ in 0..<3000 {
      texts.append((0..<roll(40)).flatMap { _ in pieces[roll(pieces.count)] })
      texts.append((0..<roll(200)).map { _ in UInt8(roll(256)) })
    }
    texts.append((0..<200_000).map { UInt8(ascii: $0 % 7 == 0 ? " " : "w") })
    texts.append([UInt8](repeating: 0x61, count: 100_000))
    return texts
  }()

  private static func isWord(_ byte: UInt8) -> Bool { byte.isWordByte && byte != 0xE2 && byte != 0xC2 }

  private static func gap(_ bytes: [UInt8], _ index: inout Int) -> PageWords.Gap {
    let start = index
    var (gap, dots, breaks) = (PageWords.Gap(), 0, 0)
    func at(_ offset: Int) -> UInt8? { offset < bytes.count ? bytes[offset] : nil }
    while let byte = at(index), !isWord(byte) {
      switch byte {
      case 0x20, 0x09, 0x0D: gap.insert(.space)
      case 0x0A:
        breaks += 1
        gap.formUnion([.lineBreak, .space])
      case 0x2C: gap.insert(.comma)
      case 0x2E: dots += 1
      case 0x3F, 0x21: gap.insert(.end)
      case 0x2D:
        let isDouble = at(index + 1) == 0x2D || (index > start && bytes[index - 1] == 0x2D)
        gap.insert(index == start && !isDouble ? .cutoff : .dash)
      case 0xE2 where at(index + 1) == 0x80 && at(index + 2) != nil:
        switch bytes[index + 2] {
        case 0x92...0x95: gap.insert(.dash)
        case 0xA6: gap.insert(.ellipsis)
        default: gap.insert(.other)
        }
        index += 2
      case 0xC2 where at(index + 1) != nil:
        gap.insert(bytes[index + 1] == 0xA0 ? .space : .other)
        index += 1
      default: gap.insert(.other)
      }
      index += 1
    }
    if dots == 1 || breaks > 1 { gap.insert(.end) }
    if dots > 1 { gap.insert(.ellipsis) }
    return gap
  }

  /// The words of a text with their gaps, one byte after the other.
  private static func words(_ bytes: [UInt8]) -> [String] {
    var result: [String] = []
    var index = 0
    _ = gap(bytes, &index)
    while index < bytes.count {
      let start = index
      while index < bytes.count {
        if isWord(bytes[index]) {
          index += 1
          continue
        }
        let rest = bytes[index...]
        let joint =
          rest.starts(with: [0x27]) || rest.starts(with: [0x2D])
          ? 1 : rest.starts(with: [0xE2, 0x80, 0x99]) ? 3 : 0
        guard joint > 0, index + joint < bytes.count, isWord(bytes[index + joint]) else { break }
        index += joint
      }
      let word = bytes[start..<index]
      let traits = (word.contains { $0.isDigit } ? 1 : 0) + (word.allSatisfy(isWord) ? 0 : 2)
      let range = start..<index
      result.append("\(range) \(hash(word)) \(gap(bytes, &index).rawValue) \(traits)")
    }
    if let last = result.popLast() {
      // The end of the text ends the last word's sentence.
      var parts = last.split(separator: " ").map(String.init)
      parts[2] = String((Int(parts[2]) ?? 0) | SLUICE_GAP_END)
      result.append(parts.joined(separator: " "))
    }
    return result
  }

  /// The hash byte by byte: parts of eight bytes, mixed as MurmurHash3 ends.
  private static func hash(_ word: ArraySlice<UInt8>) -> UInt64 {
    func mixed(_ value: UInt64) -> UInt64 {
      var value = (value ^ (value >> 33)) &* 0xFF51_AFD7_ED55_8CCD
      value = (value ^ (value >> 33)) &* 0xC4CE_B9FE_1A85_EC53
      return value ^ (value >> 33)
    }
    var (hash, part, count): (UInt64, UInt64, Int) = (0, 0, 0)
    for byte in word {
      part = part << 8 | UInt64(byte.lowered)
      count += 1
      if count % 8 == 0 {
        hash = mixed(hash ^ part)
        part = 0
      }
    }
    return (hash == 0 ? part << 1 : mixed(hash ^ part)) | 1
  }

  @Test("Words, gaps, hashes and traits are those of a reading byte by byte")
  func agree() {
    let wrong = Self.texts.filter { bytes in
      let words = PageWords(bytes, in: [0..<bytes.count])
      let found = words.indices.map { row in
        let traits = words.traits[row].intersection([.digit, .joined]).rawValue
        return "\(words[row]) \(words.hashes[row]) \(words.gaps[row].rawValue) \(traits)"
      }
      return found != Self.words(bytes)
    }
    #expect(wrong.isEmpty, "\(wrong.first ?? [])")
  }

  @Test("A word's hash is that of its bytes wherever it stands")
  func hashes() {
    let wrong = Self.texts.filter { bytes in
      [0..<bytes.count, bytes.count / 3..<bytes.count, 0..<bytes.count / 2].contains { range in
        wordHash(bytes, range) != Self.hash(bytes[range])
      }
    }
    #expect(wrong.isEmpty, "\(wrong.first ?? [])")
  }

  @Test("Words, lines and questions of talk are counted as byte by byte")
  func talk() {
    let wrong = Self.texts.filter { bytes in
      [0..<bytes.count, bytes.count / 3..<bytes.count].contains { range in
        let counts = bytes.withUnsafeBufferPointer {
          sluice_count_talk($0.baseAddress, range.lowerBound, range.upperBound)
        }
        return (counts.words, counts.lines, counts.questions) != Self.talk(bytes[range])
      }
    }
    #expect(wrong.isEmpty, "\(wrong.first ?? [])")
  }

  private static func talk(_ bytes: ArraySlice<UInt8>) -> (Int, Int, Int) {
    var words = 0
    for run in bytes.split(whereSeparator: { !$0.isLetter && $0 != 0x27 })
    where run.contains(where: \.isLetter) {
      words += 1
    }
    return (words, bytes.split(separator: 0x0A).count, bytes.count { $0 == 0x3F })
  }

  @Test("A set of sorted hashes has what it was made of, and nothing else")
  func sortedHashes() {
    let values: [UInt32] = [0, 1, 5, 0xFFFFF, 0x10_0000, 0x10_0001, 0x7FFF_FFFF, 0xFFFF_FFFE, .max]
    let wrong = [values, [], [.max]].filter { values in
      let set = SortedHashes(values)
      return (values + [2, 0x10_0002, 0x8000_0000, 0xFFFF_FFFD]).contains {
        set.contains($0) != values.contains($0)
      }
    }
    #expect(wrong.isEmpty)
  }
}
