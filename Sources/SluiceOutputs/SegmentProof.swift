import Sluice

/// Proves segments of a parsed text from the source.
struct SegmentProof {
  let source: [UInt8]
  /// The source in the record's charset.
  let decoded: DecodedSource

  /// What is wrong with a segment; `nil` when the source proves it.
  func complaint(_ text: ArraySlice<UInt8>, _ run: AlignmentRun) -> String? {
    guard Int(run.source.end) <= source.count else { return "it leads out of the source" }
    switch run.kind {
    case .copied:
      // The charset must read these bytes as they are, too.
      let isCopy =
        text.elementsEqual(source[run.source.bounds]) && text.elementsEqual(original(run.source) ?? [])
      return isCopy ? nil : "the source has something else there"
    case .inserted:
      return WhiteSpace.isAll(text) ? nil : "words that nothing in the source stands for"
    case .decoded:
      let textUnit = run.text / run.units
      let sourceUnit = run.source.count / run.units
      for unit in 0..<run.units {
        let start = text.startIndex + unit * textUnit
        let at = Int(run.source.start) + unit * sourceUnit
        if !isProven(text[start..<start + textUnit], SourceRange(at, at + sourceUnit)) {
          return "not what the source says there once it is decoded"
        }
      }
      return nil
    }
  }

  private func isProven(_ text: ArraySlice<UInt8>, _ range: SourceRange) -> Bool {
    guard let original = original(range) else { return false }
    if text.elementsEqual(original) { return true }
    if original.first == UInt8(ascii: "\\"), Self.isUnescaped(text, original) { return true }
    if original.count == 4, Self.isLineTwentyOne(text, original) { return true }
    let plain = CharacterReferences.decodeAll(original.span)
    if text.elementsEqual(plain) || WhiteSpace.collapsed(text) == WhiteSpace.collapsed(plain[...]) {
      return true
    }
    // Markup that stands for white space, such as a line break.
    return WhiteSpace.isAll(text) && WhiteSpace.isAll(Self.withoutTags(plain)[...])
  }

  /// The characters that a range of the source is in its charset; `nil` when it divides one.
  private func original(_ range: SourceRange) -> ArraySlice<UInt8>? {
    guard let place = decoded.alignment.text(of: range), decoded.alignment.source(of: place) == range else {
      return nil
    }
    return decoded.text.bytes[place.bounds]
  }

  /// `true` when text is what JSON in a page makes of an escape.
  private static func isUnescaped(_ text: ArraySlice<UInt8>, _ escape: ArraySlice<UInt8>) -> Bool {
    let quote = UInt8(ascii: "\"")
    guard let value = try? JSONParser.parse([quote] + escape + [quote]) else { return false }
    guard let plain = value.string.map({ Array($0.utf8) }) else { return false }
    return text.elementsEqual(plain) || WhiteSpace.collapsed(text) == WhiteSpace.collapsed(plain[...])
  }

  /// `true` when text is what a word of line 21 data shows, or a part of it: a character can be written over.
  private static func isLineTwentyOne(_ text: ArraySlice<UInt8>, _ word: ArraySlice<UInt8>) -> Bool {
    guard let value = UInt16(String(decoding: word, as: UTF8.self), radix: 16) else { return false }
    let shown = String(String.UnicodeScalarView(LineTwentyOne.characters(value)))
    return !text.isEmpty && shown.utf8.starts(with: text)
      || shown.utf8.dropFirst().elementsEqual(text) && shown.hasPrefix(" ")
  }

  private static func withoutTags(_ markup: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var isTag = false
    for byte in markup {
      if byte == UInt8(ascii: "<") { isTag = true }
      if !isTag { result.append(byte) }
      if byte == UInt8(ascii: ">") { isTag = false }
    }
    return result
  }
}

/// White space as Unicode has it.
enum WhiteSpace {
  static func isAll(_ text: ArraySlice<UInt8>) -> Bool {
    text.allSatisfy { $0 == 0x20 || $0 == 0x0A }
      || String(decoding: text, as: UTF8.self).unicodeScalars.allSatisfy(\.properties.isWhitespace)
  }

  /// The text with one space for each run of white space.
  static func collapsed(_ text: ArraySlice<UInt8>) -> String {
    var result = String.UnicodeScalarView()
    var isInRun = false
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      let isSpace = scalar.properties.isWhitespace
      if !isSpace { result.append(scalar) } else if !isInRun { result.append(" ") }
      isInRun = isSpace
    }
    return String(result)
  }
}
