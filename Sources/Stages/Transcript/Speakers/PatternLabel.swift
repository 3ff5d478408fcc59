/// A name at the start of a line with what stands before and behind it, whatever that is: `(Ann Lee) …`,
/// `Ann Lee — …`, `<ann> …`, `ANN LEE` on a line of its own.
///
/// The signs around the name are its signature; whether a signature is one of labels is for a vote over the document.
struct PatternLabel {
  /// The signs before and behind the name, with `N` for it, `T` for a time, `0` for a number, `$` for the line's
  /// end, and two spaces for a column.
  private(set) var signature = ""
  private(set) var name: Range<Int>
  private(set) var qualifier: Range<Int>?
  private(set) var time: Double?
  /// Offset behind the label and the space after it.
  private(set) var end: Int
  private(set) var isCapitals = false
  private(set) var isLower = false
  /// White space sets the name off.
  var isColumn: Bool { signature.utf8.contains(0x09) || signature.contains("  ") }

  static let longestName = 40
  static let mostWords = 6
  static let longestTitle = 80
  /// Who has a title on the line has a name of a few words; headings have more.
  static let longestTitled = 28
  private static let mostSigns = 6

  /// `nil` where nothing stands that might be a label.
  init?(_ bytes: [UInt8], _ line: Range<Int>, _ marks: InlineMarks? = nil) {
    var reader = Reader(bytes: bytes, marks: marks, index: line.lowerBound, end: line.upperBound)
    signature = reader.prefix(&time)
    let start = reader.index
    guard let found = reader.name() else { return nil }
    name = found.range
    isCapitals = found.isCapitals
    isLower = found.isLower
    end = reader.index
    signature += "N"
    guard name.lowerBound == start, reader.suffix(&signature, &qualifier, &time) else { return nil }
    end = reader.index
  }

  /// Reads along one line.
  private struct Reader {
    let bytes: [UInt8]
    let marks: InlineMarks?
    var index: Int
    let end: Int
    /// Markup closes behind the name.
    private var isMarked = false
    private var nameLength = 0

    init(bytes: [UInt8], marks: InlineMarks?, index: Int, end: Int) {
      self.bytes = bytes
      self.marks = marks
      self.index = index
      self.end = end
    }

    private func at(_ offset: Int) -> UInt8 { offset < end ? bytes[offset] : 0 }

    /// The signs before a name.
    mutating func prefix(_ time: inout Double?) -> String {
      var result = ""
      while index < end, result.utf8.count < PatternLabel.mostSigns {
        if let length = ClockDate(bytes, at: index, end: end)?.end {
          index = length
          result += "D"
          while at(index) == 0x20 || at(index) == 0x2D { index += 1 }
          continue
        }
        if let mark = TimeMark(bytes, at: index, end: end) {
          time = mark.seconds
          index = mark.end
          if skipHalf() { time = nil }
          result += "T"
          while at(index) == 0x20 || at(index) == 0x2D || at(index) == 0x09 { index += 1 }
          continue
        }
        let byte = bytes[index]
        switch byte {
        case 0xE2
        where bytes.isPunctuationSign(at: index) && (at(index + 2) == 0x93 || at(index + 2) == 0x94):
          result += "—"
          index += 3
          while at(index) == 0x20 { index += 1 }
        case UInt8(ascii: "("), UInt8(ascii: "{"), UInt8(ascii: "<"), UInt8(ascii: "["), UInt8(ascii: "*"),
          UInt8(ascii: "_"), UInt8(ascii: "#"), UInt8(ascii: "@"), UInt8(ascii: ">"), UInt8(ascii: "~"):
          // As many as there are count as one.
          if result.utf8.last != byte { result.unicodeScalars.append(Unicode.Scalar(byte)) }
          index += 1
          while at(index) == 0x20 { index += 1 }
        case 0x30...0x39:
          var next = index
          while at(next).isDigit { next += 1 }
          guard at(next) == UInt8(ascii: ".") || at(next) == UInt8(ascii: ")"), at(next + 1) == 0x20 else {
            return result
          }
          result += "0"
          index = next + 2
        default: return result
        }
      }
      return result
    }

    /// Steps over ` AM` or ` p.m.` behind a time.
    private mutating func skipHalf() -> Bool {
      let start = at(index) == 0x20 ? index + 1 : index
      for half: StaticString in ["a.m.", "p.m.", "am", "pm"] where bytes.hasText(half, at: start) {
        let next = start + half.utf8CodeUnitCount
        guard next <= end, !at(next).isWordByte else { continue }
        index = next
        return true
      }
      return false
    }

    /// A short title up to the end of the line, without a full stop: `Ann Lee — Chief Executive Officer`.
    private mutating func takeTitle(_ qualifier: inout Range<Int>?, _ signature: inout String) -> Bool {
      guard nameLength <= PatternLabel.longestTitled else { return false }
      let title = bytes.trimmed(index..<end)
      guard (2...PatternLabel.longestTitle).contains(title.count), bytes[title.lowerBound].isUpper,
        let last = bytes[title].last, last.isLetter || last == UInt8(ascii: ")") || last == UInt8(ascii: ".")
      else { return false }
      if last == UInt8(ascii: "."), !bytes.hasText("inc.", at: end - 4), !bytes.hasText("corp.", at: end - 5)
      {
        return false
      }
      if bytes[title].contains(where: \.isDigit) { return false }
      let signs = title.count {
        bytes[$0] == 0x3F || bytes[$0] == 0x21 || bytes[$0] == 0x3A || bytes[$0] == 0x3B
      }
      guard signs == 0 else { return false }
      qualifier = qualifier ?? title
      // A name with a title and one without are labels of one kind.
      while signature.utf8.last != UInt8(ascii: "N") { signature.removeLast() }
      index = end
      return true
    }

    mutating func name() -> (range: Range<Int>, isCapitals: Bool, isLower: Bool)? {
      let start = index
      var words = 0
      var uppers = 0
      var lowers = 0
      var nameEnd = index
      while index < end, words < PatternLabel.mostWords, index - start <= PatternLabel.longestName {
        let wordStart = index
        guard bytes[index].isLetter, !bytes.isPunctuationSign(at: index) else { break }
        if words > 0, bytes[index].isLower,
          !SpeakerWords.particles.contains(bytes, wordStart..<wordEnd(wordStart)),
          !LabelName.isLowerPrefixed(bytes, wordStart..<wordEnd(wordStart))
        {
          index = nameEnd
          break
        }
        index = wordEnd(wordStart)
        for offset in wordStart..<index {
          if bytes[offset].isUpper { uppers += 1 }
          if bytes[offset].isLower { lowers += 1 }
        }
        // An initial keeps its full stop; any other ends a name in capitals.
        if at(index) == UInt8(ascii: "."), at(index + 1) == 0x20, index - wordStart <= 3,
          bytes[wordStart].isUpper,
          index - wordStart == 1 || SpeakerWords.honorifics.contains(bytes, wordStart..<index)
            || SpeakerWords.honorifics.contains(bytes, wordStart..<index + 1)
        {
          index += 1
        }
        words += 1
        nameEnd = index
        if let marks, at(index) == 0x20 || at(index) == 0x09, marks.closes(at: index) {
          isMarked = true
          break
        }
        guard at(index) == 0x20, at(index + 1).isLetter || at(index + 1).isDigit else { break }
        if at(index + 1).isDigit {
          // `Speaker 1`
          var next = index + 1
          while at(next).isDigit { next += 1 }
          guard next - index <= 4, !at(next).isLetter, TimeMark(bytes, at: index + 1, end: end) == nil else {
            break
          }
          index = next
          nameEnd = next
          break
        }
        index += 1
      }
      index = nameEnd
      nameLength = nameEnd - start
      guard words > 0, nameEnd - start <= PatternLabel.longestName, uppers + lowers > 0 else { return nil }
      return (start..<nameEnd, lowers == 0 && uppers > 1, uppers == 0)
    }

    private func wordEnd(_ start: Int) -> Int {
      var next = start
      while next < end {
        let byte = bytes[next]
        let isInner =
          (byte == UInt8(ascii: "'") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_"))
          && next + 1 < end && bytes[next + 1].isWordByte
        if byte == 0xE2, !bytes.isCurlyApostrophe(at: next) { break }
        guard byte.isWordByte || isInner else { break }
        next += 1
      }
      return next
    }

    /// The signs behind a name: whether there are any that may close a label.
    mutating func suffix(_ signature: inout String, _ qualifier: inout Range<Int>?, _ time: inout Double?)
      -> Bool
    {
      var signs = 0
      var hasSign = isMarked
      if isMarked { signature += "<" }
      while index < end, signs < PatternLabel.mostSigns {
        let byte = bytes[index]
        if let mark = TimeMark(bytes, at: index, end: end) {
          time = time ?? mark.seconds
          index = mark.end
          // A time of the day says nothing of the time since the start.
          if skipHalf() { time = nil }
          signature += "T"
          hasSign = true
          signs += 1
          continue
        }
        if byte == UInt8(ascii: "("), !signature.hasPrefix("("),
          let close = bytes.first(UInt8(ascii: ")"), in: index..<end),
          close - index < 60
        {
          qualifier = qualifier ?? index + 1..<close
          index = close + 1
          continue
        }
        switch byte {
        case 0x09:
          signature += "\t"
        case 0x0D:
          index += 1
          continue
        case 0x20:
          let start = index
          while at(index) == 0x20 { index += 1 }
          if index - start > 1, index < end, signature.utf8.last == UInt8(ascii: "N") {
            signature += "  "
            hasSign = true
          }
          // A hyphen belongs to a label only behind a space.
          if at(index) == UInt8(ascii: "-"), signature.utf8.last == UInt8(ascii: "N") { signature += " " }
          continue
        case UInt8(ascii: "-"):
          guard signature.utf8.last != UInt8(ascii: "N") else { return false }
          if signature.utf8.last != byte { signature += "-" }
        case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "."),
          UInt8(ascii: ")"), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: "*"), UInt8(ascii: "_"),
          UInt8(ascii: "~"), UInt8(ascii: "="), UInt8(ascii: "/"):
          if signature.utf8.last != byte { signature.unicodeScalars.append(Unicode.Scalar(byte)) }
        case 0xE2:
          // En and em dashes.
          guard bytes.isPunctuationSign(at: index), bytes[index + 2] == 0x93 || bytes[index + 2] == 0x94
          else {
            return hasSign
          }
          signature += "—"
          index += 2
        default:
          return hasSign
        }
        hasSign = true
        signs += 1
        index += 1
        if signature.hasSuffix("N -") || signature.hasSuffix("N—"), end + 1 < bytes.count,
          bytes[end + 1] != 0x0A, takeTitle(&qualifier, &signature)
        {
          break
        }
      }
      guard index >= end else { return hasSign }
      signature += "$"
      return true
    }
  }
}
