import CSluiceModels
import Sluice

/// The words of a text as a struct of arrays: where they stand, their hashes, and what lies behind each.
///
/// A word is a run of letters and digits; apostrophes and hyphens belong to it between two of them. Bytes beyond
/// ASCII count as letters, but those of General Punctuation and of Latin-1 signs.
final class PageWords: Sendable {
  /// What stands between a word and the next.
  struct Gap: OptionSet {
    let rawValue: UInt8

    private init(_ bit: Int) { rawValue = UInt8(bit) }
    init(rawValue: UInt8) { self.rawValue = rawValue }

    static let comma = Gap(SLUICE_GAP_COMMA)
    /// A dash, `--`, or a hyphen between spaces.
    static let dash = Gap(SLUICE_GAP_DASH)
    static let ellipsis = Gap(SLUICE_GAP_ELLIPSIS)
    /// What may end a sentence, and two line breaks.
    static let end = Gap(SLUICE_GAP_END)
    static let lineBreak = Gap(SLUICE_GAP_LINE_BREAK)
    /// Any other sign: quotes, brackets, colons.
    static let other = Gap(SLUICE_GAP_OTHER)
    /// A hyphen at the word and no word behind it: the word was cut off.
    static let cutoff = Gap(SLUICE_GAP_CUTOFF)
    /// Some space.
    static let space = Gap(SLUICE_GAP_SPACE)
  }

  let starts: [Int32]
  let ends: [Int32]
  /// By ``wordHash(_:_:)``.
  let hashes: [UInt64]
  let gaps: [Gap]
  let traits: [WordTraits]

  var count: Int { starts.count }
  var indices: Range<Int> { starts.indices }

  subscript(index: Int) -> Range<Int> { Int(starts[index])..<Int(ends[index]) }

  convenience init(_ bytes: [UInt8], in open: [Range<Int>]) {
    var most = 0
    for region in open {
      WordScanner.scan(bytes, before: region.upperBound) { most += $0.mostWords(from: region.lowerBound) }
    }
    var rows = WordRows(capacity: most)
    for region in open { Self.scan(bytes, region, into: &rows) }
    self.init(rows)
  }

  private init(_ rows: borrowing WordRows) {
    starts = Array(UnsafeBufferPointer(start: rows.starts, count: rows.count))
    ends = Array(UnsafeBufferPointer(start: rows.ends, count: rows.count))
    hashes = Array(UnsafeBufferPointer(start: rows.hashes, count: rows.count))
    gaps = Array(UnsafeBufferPointer(start: rows.gaps, count: rows.count))
    traits = Array(UnsafeBufferPointer(start: rows.traits, count: rows.count))
  }

  private static func scan(_ bytes: [UInt8], _ region: Range<Int>, into rows: inout WordRows) {
    WordScanner.scan(bytes, before: region.upperBound) { scanner in
      scanner.all(from: scanner.firstWord(from: region.lowerBound), into: &rows)
    }
    rows.endRegion()
  }

  /// Index of the first word that starts at an offset or behind it.
  func first(from offset: Int) -> Int {
    starts.withUnsafeBufferPointer { starts in
      var low = 0
      var high = starts.count
      while low < high {
        let middle = (low + high) / 2
        if Int(starts[middle]) < offset { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }

  /// The words of parts of the text whose words these are.
  func words(in open: [Range<Int>], of bytes: [UInt8]) -> PageWords {
    var rows = WordRows(capacity: count)
    for region in open {
      let first = first(from: region.lowerBound)
      if first > 0, Int(ends[first - 1]) > region.lowerBound {
        // The part begins within a word.
        Self.scan(bytes, region, into: &rows)
        continue
      }
      let last = self.first(from: region.upperBound)
      guard first < last else {
        rows.endRegion()
        continue
      }
      let isCut = Int(ends[last - 1]) > region.upperBound
      rows.append(self, first..<(isCut ? last - 1 : last), shift: 0)
      WordScanner.scan(bytes, before: region.upperBound) { scanner in
        if isCut {
          var index = Int(starts[last - 1])
          scanner.next(&index, into: &rows)
        } else {
          var index = Int(ends[last - 1])
          rows.setLastGap(scanner.gap(&index))
        }
      }
      rows.endRegion()
    }
    return PageWords(rows)
  }

  /// The words of a text after a pass of edits; only what stands at the edits is looked at again.
  ///
  /// - Precondition: these are the words of all of the text that was edited.
  func edited(by edits: [Edit], _ bytes: [UInt8]) -> PageWords {
    var rows = WordRows(capacity: count + edits.count)
    WordScanner.scan(bytes, before: bytes.count) { scanner in
      // Words that are done, and how far those behind them have moved.
      var done = 0
      var shift = 0
      var next = 0
      while next < edits.count {
        let start = Int(edits[next].range.start)
        let word = first(from: start) - 1
        var index: Int
        if word >= done {
          // The last word before the edit, or in it: its end or what is behind it may be another.
          rows.append(self, done..<word, shift: shift)
          index = Int(starts[word]) + shift
          scanner.next(&index, into: &rows)
          done = word + 1
        } else {
          index = scanner.firstWord(from: 0)
        }
        // The end of the edits so far, in the new text.
        var end = 0
        while true {
          while next < edits.count, Int(edits[next].range.start) <= index - shift || index == bytes.count {
            let edit = edits[next]
            end = Int(edit.range.start) + shift + edit.replacement.count
            shift += edit.replacement.count - edit.range.count
            next += 1
          }
          if index >= end {
            while done < count, Int(starts[done]) < index - shift { done += 1 }
            // In step again.
            if done < count, Int(starts[done]) == index - shift { break }
          }
          guard index < bytes.count else {
            done = count
            break
          }
          scanner.next(&index, into: &rows)
        }
      }
      rows.append(self, done..<count, shift: shift)
    }
    rows.endRegion()
    return PageWords(rows)
  }
}
