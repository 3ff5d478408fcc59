/// Words whose full stop may not end a sentence, by class.
package struct Abbreviations: Sendable {
  /// What an abbreviation does with the text behind it.
  package enum Class: UInt8, Sendable {
    case none
    /// Does not end a sentence: `e.g.`, `vs.`.
    case always
    /// Stands before a name: `Mr.`, `Mt.`.
    case beforeName
    /// Stands before a number: `p.`, `No.`.
    case beforeNumber
    /// Ends a sentence as often as not: `Co.`, `Jr.`, `etc.`.
    case either
    /// Belongs to references and citations: `Fed. Reg.`, `Cal. App. 4th`.
    case citation
  }

  private struct Entry {
    var kind: Class
    /// The word is an abbreviation only where it is capitalised: `Sat.`, `Mass.`.
    var isCapitalized: Bool
  }

  private var slots: [(hash: UInt64, entry: Entry)] = [(0, Entry(kind: .none, isCapitalized: false))]
  private var count = 0

  init() {}

  /// - Parameter words: without the final full stop, parted by white space; in lower case, or with a capital when
  ///   only the capitalised word is meant.
  mutating func add(_ words: String, _ kind: Class) {
    for word in words.split(whereSeparator: \.isWhitespace) {
      let isCapitalized = word.unicodeScalars.first?.properties.isUppercase ?? false
      insert(WordHash.of(word.utf8), Entry(kind: kind, isCapitalized: isCapitalized))
    }
  }

  private mutating func insert(_ hash: UInt64, _ entry: Entry) {
    if (count + 1) * 2 > slots.count {
      let old = slots
      slots = Array(repeating: (0, Entry(kind: .none, isCapitalized: false)), count: max(16, slots.count * 2))
      count = 0
      for slot in old where slot.entry.kind != .none { insert(slot.hash, slot.entry) }
    }
    var index = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[index].entry.kind != .none, slots[index].hash != hash {
      index = (index + 1) & (slots.count - 1)
    }
    guard slots[index].entry.kind == .none else {
      // The first class of a word stays.
      slots[index].entry.isCapitalized = slots[index].entry.isCapitalized && entry.isCapitalized
      return
    }
    count += 1
    slots[index] = (hash, entry)
  }

  /// `true` when a hash is that of no abbreviation.
  func isUnknown(_ hash: UInt64) -> Bool {
    slots.withUnsafeBufferPointer { slots in
      var index = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[index].entry.kind != .none {
        if slots[index].hash == hash { return false }
        index = (index + 1) & (slots.count - 1)
      }
      return true
    }
  }

  /// The class of a word, given by its hash.
  func kind(_ word: Word) -> Class {
    slots.withUnsafeBufferPointer { slots in
      var index = Int(truncatingIfNeeded: word.hash) & (slots.count - 1)
      while slots[index].entry.kind != .none {
        if slots[index].hash == word.hash {
          let entry = slots[index].entry
          return entry.isCapitalized && word.isLower ? .none : entry.kind
        }
        index = (index + 1) & (slots.count - 1)
      }
      return .none
    }
  }
}
