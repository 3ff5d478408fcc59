/// Finds many words in the names that authors give to elements, in one pass, by their first three letters.
struct WordTable: Sendable {
  private struct Entry {
    var start: Int
    var count: Int
    var bits: UInt32
  }

  private var letters: [UInt8] = []
  private var entries: [Entry] = []
  /// Of each slot the first of its entries; they end where those of the next begin.
  private var starts: [UInt16] = []

  /// - Parameter words: of at least three letters, in lower case, each with the bits that it sets.
  init(_ words: [(word: StaticString, bits: UInt32)]) {
    var slots = [[(bytes: [UInt8], bits: UInt32)]](repeating: [], count: 1024)
    for (word, bits) in words {
      let bytes = word.withUTF8Buffer { Array($0) }
      slots[Self.slot(bytes[0], bytes[1], bytes[2])].append((bytes, bits))
    }
    for slot in slots {
      starts.append(UInt16(entries.count))
      for (bytes, bits) in slot {
        entries.append(Entry(start: letters.count, count: bytes.count, bits: bits))
        letters += bytes
      }
    }
    starts.append(UInt16(entries.count))
  }

  @inline(__always)
  private static func slot(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int {
    (Int(a) &* 961 &+ Int(b) &* 31 &+ Int(c)) & 1023
  }

  /// The bits of all words that stand anywhere in a text, upper and lower case alike.
  func matches(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    guard text.count >= 3 else { return 0 }
    return starts.withUnsafeBufferPointer { starts in
      var found: UInt32 = 0
      var (a, b) = (text.lower(0), text.lower(1))
      for index in 2..<text.count {
        let c = text.lower(index)
        let slot = Self.slot(a, b, c)
        if starts[slot] != starts[slot + 1] {
          found |= matches(text, index - 2, Int(starts[slot])..<Int(starts[slot + 1]))
        }
        (a, b) = (b, c)
      }
      return found
    }
  }

  private func matches(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int, _ range: Range<Int>) -> UInt32 {
    var found: UInt32 = 0
    for entry in entries[range] where offset + entry.count <= text.count {
      var index = 0
      while index < entry.count, text.lower(offset + index) == letters[entry.start + index] { index += 1 }
      if index == entry.count { found |= entry.bits }
    }
    return found
  }
}
