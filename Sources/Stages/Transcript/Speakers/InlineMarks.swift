import Sluice

/// Where the markup of the source closes: `<b>Ann Lee</b> …`, `**Ann Lee** …`. What a page sets off by markup alone has
/// no sign in its text.
struct InlineMarks {
  private let source: [UInt8]
  private let alignment: Alignment

  private static let names = WordTable(
    "b strong i em span a u cite dt td th label font small div h2 h3 h4 h5 h6 time")

  /// - Returns: `nil` for sources without such markup.
  init?(_ document: Document) {
    switch document.source.mediaType {
    case "text/html", "application/xhtml+xml": break
    default: return nil
    }
    source = document.source.bytes
    alignment = document.alignment
  }

  /// Whether an element closes behind the byte before an offset of the text.
  func closes(at offset: Int) -> Bool {
    guard offset > 0, offset <= alignment.textCount else { return false }
    var index = Int(alignment.source(of: TextRange(offset - 1, offset)).end)
    while index < source.count, source[index] == 0x20 || source[index] == 0x0A { index += 1 }
    guard index + 3 < source.count, source[index] == UInt8(ascii: "<"), source[index + 1] == UInt8(ascii: "/")
    else { return false }
    let start = index + 2
    index = start
    while index < source.count, index - start < 8, source[index].isLetter || source[index].isDigit {
      index += 1
    }
    return Self.names.contains(source, start..<index)
  }
}
