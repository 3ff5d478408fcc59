/// Whether a text has characters beside one another that people do not write and wrong decoding does.
///
/// The heuristic of ftfy 6.3.1 (`badness.py`, Robyn Speer, Apache License 2.0), as code over classes of characters.
struct MojibakeBadness {
  private let text: [UInt32]
  private let classes: [MojibakeClasses]

  /// - Parameter text: code points.
  init(_ text: [UInt32]) {
    self.text = text
    classes = text.map(MojibakeClasses.of)
  }

  /// Whether any place of the text is bad.
  var isBad: Bool {
    for index in text.indices where isBad(at: index) { return true }
    return false
  }

  private static let accented: MojibakeClasses = [.lower, .upper]
  private static let signs: MojibakeClasses = [.box, .start, .end, .currency, .numeric, .law]

  private func has(_ index: Int, _ wanted: MojibakeClasses) -> Bool {
    index < classes.count && !classes[index].isDisjoint(with: wanted)
  }

  private func at(_ index: Int) -> UInt32 { index < text.count ? text[index] : 0 }

  private func isOne(_ index: Int, of characters: StaticString) -> Bool {
    guard index < text.count else { return false }
    let wanted = text[index]
    return characters.withUTF8Buffer { buffer in
      var decoder = UTF8()
      var bytes = buffer.makeIterator()
      while case .scalarValue(let scalar) = decoder.decode(&bytes) {
        if scalar.value == wanted { return true }
      }
      return false
    }
  }

  private func isASCIILetter(_ index: Int) -> Bool {
    let lowered = at(index) | 0x20
    return lowered >= 0x61 && lowered <= 0x7A
  }

  private func isLowerASCII(_ index: Int) -> Bool { at(index) >= 0x61 && at(index) <= 0x7A }

  private func isSpace(_ index: Int) -> Bool {
    guard index < text.count else { return false }
    let scalar = text[index]
    if scalar < 0x80 { return scalar == 0x20 || (0x09...0x0D).contains(scalar) }
    return Unicode.Scalar(scalar)?.properties.isWhitespace ?? false
  }

  private func isWord(_ index: Int) -> Bool {
    guard index < text.count, let scalar = Unicode.Scalar(text[index]) else { return false }
    return scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  private func isBad(at index: Int) -> Bool {
    let scalar = text[index]
    if scalar < 0x80 { return isBadBehindASCII(index) }
    if index == 0, scalar == 0xC3 || scalar == 0xC2, at(1) == 0x20 { return true }
    let own = classes[index]
    if own.contains(.control) { return true }
    if !own.isDisjoint(with: Self.accented.union(Self.signs).union(.bad)), has(index + 1, .bad) {
      return true
    }
    if own.contains(.bad), has(index + 1, Self.accented.union(Self.signs)) { return true }
    if has(index + 1, .upper), !own.isDisjoint(with: [.lower, .lowerCommon, .box, .end, .currency, .numeric])
    {
      return true
    }
    if has(index + 1, .lower), !own.isDisjoint(with: [.box, .end, .currency, .numeric]) { return true }
    if has(index + 1, .currency), !own.isDisjoint(with: [.lower, .box, .end]) { return true }
    if has(index + 1, [.numeric, .law]), !own.isDisjoint(with: [.upper, .box]) { return true }
    if has(index + 1, .start), has(index + 2, .numeric),
      !own.isDisjoint(with: [.lower, .upper, .box, .currency, .end])
    {
      return true
    }
    if has(index + 1, .end), has(index + 2, .start),
      !own.isDisjoint(with: [.lower, .upper, .currency, .numeric, .box, .law])
    {
      return true
    }
    if has(index + 1, .start), !own.isDisjoint(with: [.currency, .numeric, .box]) { return true }
    if own.contains(.box), has(index + 1, [.kaomoji, .end]) { return true }
    if has(index + 1, .box),
      !own.isDisjoint(with: [.lower, .upper, .currency, .numeric, .start, .end, .law])
    {
      return true
    }
    if !own.isDisjoint(with: Self.accented), has(index + 1, [.start, .end]), isWord(index + 2) {
      return true
    }
    if own.contains(.upper), at(index + 1) == 0xB0 { return true }
    if isSpace(index), has(index + 1, .upper), has(index + 2, .currency) { return true }
    if own.contains(.end), at(index + 1) == 0xC2, at(index + 2) == 0x20 || has(index + 2, [.start, .end]) {
      return true
    }
    return isKnown(index, scalar)
  }

  /// `[a-zA-Z]`, white space and marks in front of what makes them bad.
  private func isBadBehindASCII(_ index: Int) -> Bool {
    let next = at(index + 1)
    if isLowerASCII(index) {
      // `a Ã `, `aÃ `
      let mark = next != 0xC2 && next != 0xC3 && isSpace(index + 1) ? index + 2 : index + 1
      if at(mark) == 0xC2 || at(mark) == 0xC3, at(mark + 1) == 0x20 { return true }
      if has(index + 1, .upper), has(index + 2, [.start, .currency]) { return true }
    }
    guard next >= 0x80 else { return false }
    if isASCIILetter(index), has(index + 1, [.lowerCommon, .upperCommon]), has(index + 2, .bad) {
      return true
    }
    if isSpace(index), has(index + 1, .upper), has(index + 2, .currency) { return true }
    return next == 0xC2 && (isLowerASCII(index) || isOne(index, of: ".,?!"))
      && (at(index + 2) == 0x20 || has(index + 2, [.start, .end]))
  }

  /// Sequences of one code page that no class covers.
  private func isKnown(_ index: Int, _ scalar: UInt32) -> Bool {
    let next = index + 1
    switch scalar {
    case 0x152, 0x153:
      return next < text.count && !isASCIILetter(next)
    case 0xC2, 0xC3, 0xCE, 0xD0:
      if scalar == 0xC3, isOne(next, of: "\u{A0}¡") { return true }
      return isOne(next, of: "€œŠš¢£Ÿž\u{A0}\u{AD}®©°·»–—´") || has(next, [.start, .end])
    case 0xD7: return isOne(next, of: "²³")
    case 0xD8, 0xD9:
      func follows(_ index: Int) -> Bool {
        has(index, [.common, .currency, .bad, .numeric, .start]) || isOne(index, of: "ŸŠ®°µ»")
      }
      return follows(next) && (at(index + 2) == 0xD8 || at(index + 2) == 0xD9) && follows(index + 3)
    case 0xE0: return isOne(next, of: "²µ¹¼½¾")
    case 0x221A: return isOne(next, of: "±∂†≠®™´≤≥¥µø")
    case 0x2248: return isOne(next, of: "°¢")
    case 0x201A:
      if at(next) == 0xC4 { return isOne(index + 2, of: "ìîïòôúùû†°¢π") }
      return (at(next) == 0xE2 || at(next) == 0xF3) && isOne(index + 2, of: "àä°ê")
    case 0x0432: return at(next) == 0x0402
    case 0x0412, 0x0413, 0x0420, 0x0421:
      if has(next, [.control, .bad, .start, .end, .currency]) || isOne(next, of: "°µ"),
        isOne(index + 2, of: "ВГРС")
      {
        return true
      }
      return scalar == 0x0413 && at(next) == 0x045E && at(index + 2) == 0x0412 && at(index + 3) == 0x0402
        && at(index + 4) == 0x0412 && index + 5 < text.count
        && (isASCIILetter(index + 6) || at(index + 6) == 0x20)
    case 0x03B2: return at(next) == 0x20AC && isOne(index + 2, of: "™\u{A0}Ά\u{AD}®°")
    case 0x0392, 0x0393, 0x039E, 0x039F:
      return (has(next, [.control, .bad, .start, .end, .currency]) || at(next) == 0xB0)
        && isOne(index + 2, of: "ΒΓΞΟ")
    case 0x0101: return at(next) == 0x20AC
    default: return false
    }
  }
}
