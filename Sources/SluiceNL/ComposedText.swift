internal import Sluice
internal import SluiceSentences

/// A text whose Latin letters and accents are one character each, as the tables of names have them.
///
/// Text from file systems and keyboards often has `u` and a combining `¨` for `ü`. The pairs composed are those of
/// the blocks Latin-1 to Latin Extended-B and Latin Extended Additional of Unicode.
struct ComposedText {
  let text: PlainText
  /// Where the offsets of both texts begin to differ, and by how much.
  private var shifts: [(offset: Int, shift: Int)] = []

  private static let letters: [Character: Unicode.Scalar] = {
    var letters: [Character: Unicode.Scalar] = [:]
    for block: ClosedRange<UInt32> in [0xC0...0x24F, 0x1E00...0x1EFF] {
      for scalar in block.lazy.compactMap(Unicode.Scalar.init) { letters[Character(scalar)] = scalar }
    }
    return letters
  }()

  /// - Returns: `nil` when the text has nothing to compose.
  init?(_ original: PlainText) {
    // U+0300 to U+036F begin with these bytes.
    guard original.bytes.contains(where: { $0 == 0xCC || $0 == 0xCD }) else { return nil }
    var made = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    var offset = 0
    var read = 0
    for scalar in String(decoding: original.bytes, as: UTF8.self).unicodeScalars {
      read += UTF8.width(scalar)
      if let base = last, let letter = Self.composed(base, scalar) {
        last = letter
        continue
      }
      if let base = last {
        made.append(base)
        offset += UTF8.width(base)
        let shift = read - UTF8.width(scalar) - offset
        if shift != shifts.last?.shift ?? 0 { shifts.append((offset, shift)) }
      }
      last = scalar
    }
    if let base = last {
      made.append(base)
      shifts.append((offset + UTF8.width(base), read - offset - UTF8.width(base)))
    }
    text = PlainText(String(made))
  }

  /// The range of the original text, for a range between characters of the composed one.
  func original(_ range: TextRange) -> TextRange {
    TextRange(original(Int(range.start)), original(Int(range.end)))
  }

  private func original(_ offset: Int) -> Int {
    var low = 0
    var high = shifts.count
    while low < high {
      let middle = (low + high) / 2
      if shifts[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    return offset + (low > 0 ? shifts[low - 1].shift : 0)
  }

  private static func composed(_ base: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    guard (0x300...0x36F).contains(mark.value) else { return nil }
    var pair = String.UnicodeScalarView()
    pair.append(base)
    pair.append(mark)
    let text = String(pair)
    guard text.count == 1, let character = text.first else { return nil }
    return letters[character]
  }
}
