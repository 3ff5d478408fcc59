import Sluice

/// The text of a configuration file, and the places in it.
///
/// libYAML counts lines from its own line breaks and columns in code points; people count columns in characters.
struct YAMLText {
  /// The largest configuration file that is read, in bytes.
  static let maximumSize = 1 << 20

  /// The name by which diagnostics call it.
  let file: String
  /// Without byte-order mark.
  let string: String
  private let bytes: [UInt8]
  /// Offset of the first byte of each line.
  private let lineStarts: [Int]
  /// For lines that are not ASCII: offset and character column of each code point. Made when first asked for.
  private var tables: [Int: [(offset: Int, column: Int)]] = [:]

  /// - Throws: ``ConfigurationError`` for what is no text, or too much of it.
  init(_ content: [UInt8], file: String) throws(ConfigurationError) {
    self.file = file
    let start = SourcePosition(file: file, line: 1, column: 1)
    guard content.count <= Self.maximumSize else {
      throw ConfigurationError([Self.tooLarge(file: file)])
    }
    if content.starts(with: [0xFF, 0xFE]) || content.starts(with: [0xFE, 0xFF]) {
      throw ConfigurationError([Diagnostic("the file is UTF-16", at: start, hint: "save it as UTF-8")])
    }
    if content.contains(0) {
      throw ConfigurationError([Diagnostic("the file is binary, not text", at: start, hint: nil)])
    }
    let body = Array(content.starts(with: [0xEF, 0xBB, 0xBF]) ? content[3...] : content[...])
    guard let string = String(validating: body, as: UTF8.self) else {
      throw ConfigurationError([Self.invalidUTF8(body, file: file)])
    }
    self.string = string
    bytes = body
    lineStarts = Self.lineStarts(of: body)
  }

  static func tooLarge(file: String) -> Diagnostic {
    Diagnostic(
      "the file has more than \(maximumSize >> 20) MiB", at: SourcePosition(file: file, line: 1, column: 1),
      hint: "a pipeline file is small: move long lists to files that its settings name")
  }

  private static func invalidUTF8(_ bytes: [UInt8], file: String) -> Diagnostic {
    let offset = UTF8Validity.validPrefix(of: bytes.span)
    let before = bytes[..<offset]
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return Diagnostic(
      "the file is not UTF-8 from here on",
      at: SourcePosition(
        file: file, line: before.count { $0 == 0x0A } + 1,
        column: String(decoding: bytes[lineStart..<offset], as: UTF8.self).count + 1),
      hint: "save it as UTF-8")
  }

  /// Lines as libYAML breaks them: at LF, CR LF, CR, U+0085, U+2028 and U+2029.
  private static func lineStarts(of bytes: [UInt8]) -> [Int] {
    var starts = [0]
    var index = 0
    while index < bytes.count {
      let rest = bytes[index...]
      let length =
        switch bytes[index] {
        case 0x0A: 1
        case 0x0D: rest.starts(with: [0x0D, 0x0A]) ? 2 : 1
        case 0xC2 where rest.starts(with: [0xC2, 0x85]): 2
        case 0xE2 where rest.starts(with: [0xE2, 0x80, 0xA8]) || rest.starts(with: [0xE2, 0x80, 0xA9]): 3
        default: 0
        }
      index += max(1, length)
      if length > 0 { starts.append(index) }
    }
    return starts
  }
}

// MARK: - Places

extension YAMLText {
  var start: SourcePosition { SourcePosition(file: file, line: 1, column: 1) }

  /// The place at a line and a column in code points, both from 1, as libYAML counts them.
  mutating func position(line: Int, scalarColumn: Int) -> SourcePosition {
    // A file can end in the middle of what the parser waits for.
    guard lineStarts.indices.contains(line - 1) else {
      let last = String(decoding: bytes[lineStarts[lineStarts.count - 1]...], as: UTF8.self)
      return SourcePosition(file: file, line: lineStarts.count, column: last.count + 1)
    }
    let table = table(ofLine: line)
    var column = scalarColumn
    if let table, !table.isEmpty { column = table[min(scalarColumn - 1, table.count - 1)].column }
    return SourcePosition(file: file, line: line, column: max(1, column))
  }

  /// The place at a number of characters from the start of the file.
  mutating func position(characterOffset: Int) -> SourcePosition {
    let offset = string.prefix(characterOffset).utf8.count
    let line = (lineStarts.firstIndex { $0 > offset } ?? lineStarts.count) - 1
    let column = String(decoding: bytes[lineStarts[line]..<offset], as: UTF8.self).count + 1
    return SourcePosition(file: file, line: line + 1, column: column)
  }

  /// The place of a character inside a scalar that begins at a place. Where the file does not say the scalar's
  /// value literally (escapes, folded lines, variables), the scalar's own place.
  mutating func position(ofUTF8 offset: Int, in value: String, at start: SourcePosition) -> SourcePosition {
    guard start.file == file, lineStarts.indices.contains(start.line - 1) else { return start }
    var begin = byteOffset(of: start)
    var column = start.column
    if begin < bytes.count, bytes[begin] == UInt8(ascii: "\"") || bytes[begin] == UInt8(ascii: "'") {
      begin += 1
      column += 1
    }
    let before = value.utf8.prefix(offset)
    guard begin + before.count <= bytes.count, bytes[begin..<begin + before.count].elementsEqual(before)
    else {
      return start
    }
    let characters = String(decoding: Array(before), as: UTF8.self)
    guard !characters.contains(where: \.isNewline) else { return start }
    return SourcePosition(file: file, line: start.line, column: column + characters.count)
  }

  /// The code point at a place that libYAML names, `nil` at the end.
  mutating func scalar(line: Int, scalarColumn: Int) -> Unicode.Scalar? {
    guard scalarColumn > 0 else { return nil }
    let offset = byteOffset(of: position(line: line, scalarColumn: scalarColumn))
    guard offset < bytes.count else { return nil }
    return String(decoding: bytes[offset..<min(offset + 4, bytes.count)], as: UTF8.self).unicodeScalars.first
  }

  /// The file with one code point replaced.
  mutating func replacing(line: Int, scalarColumn: Int, by scalar: Unicode.Scalar, in string: String)
    -> String?
  {
    guard lineStarts.indices.contains(line - 1) else { return nil }
    // Earlier replacements moved bytes, but no lines and no columns.
    var scalars = string.unicodeScalars
    var index = scalars.startIndex
    var currentLine = 1
    while currentLine < line, index < scalars.endIndex {
      if Self.isLineBreak(scalars, at: index) { currentLine += 1 }
      index = scalars.index(after: index)
    }
    guard let place = scalars.index(index, offsetBy: scalarColumn - 1, limitedBy: scalars.endIndex),
      place < scalars.endIndex, !Self.isLineBreak(scalars, at: place), scalars[place] != "\r"
    else { return nil }
    scalars.replaceSubrange(place...place, with: CollectionOfOne(scalar))
    return String(scalars)
  }

  private static func isLineBreak(_ scalars: String.UnicodeScalarView, at index: String.Index) -> Bool {
    switch scalars[index] {
    case "\n", "\u{85}", "\u{2028}", "\u{2029}": return true
    case "\r":
      let next = scalars.index(after: index)
      return next == scalars.endIndex || scalars[next] != "\n"
    default: return false
    }
  }

  private mutating func byteOffset(of position: SourcePosition) -> Int {
    guard lineStarts.indices.contains(position.line - 1) else { return bytes.count }
    let start = lineStarts[position.line - 1]
    guard let table = table(ofLine: position.line) else {
      return min(start + position.column - 1, bytes.count)
    }
    var low = 0
    var high = table.count
    while low < high {
      let middle = (low + high) / 2
      if table[middle].column < position.column { low = middle + 1 } else { high = middle }
    }
    return low < table.count ? table[low].offset : bytes.count
  }

  /// `nil` for lines of ASCII, where columns are byte offsets.
  private mutating func table(ofLine line: Int) -> [(offset: Int, column: Int)]? {
    guard lineStarts.indices.contains(line - 1) else { return nil }
    if let known = tables[line] { return known.isEmpty ? nil : known }
    let start = lineStarts[line - 1]
    let end = line < lineStarts.count ? lineStarts[line] : bytes.count
    var table: [(offset: Int, column: Int)] = []
    if bytes[start..<end].contains(where: { $0 >= 0x80 }) {
      var offset = start
      for (column, character) in String(decoding: bytes[start..<end], as: UTF8.self).enumerated() {
        for scalar in character.unicodeScalars {
          table.append((offset, column + 1))
          offset += UTF8.width(scalar)
        }
      }
      table.append((offset, (table.last?.column ?? 0) + 1))
    }
    tables[line] = table
    return table.isEmpty ? nil : table
  }
}
