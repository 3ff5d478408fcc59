/// The start and end tags of a page without their attributes and without the text between them.
///
/// This is all that libxml2 gets to see. Attributes and text are read by ``PageTokenizer``, byte for byte; libxml2
/// decides which tags belong together and which end tags are missing. So nothing that a page holds can mislead it:
/// no `@click="a>b"`, no NUL, no text of 20 MB, no HTML5 entity, no stray `<`.
struct TagSkeleton {
  private(set) var bytes: [UInt8] = []
  /// For each tag: where it ends in ``bytes``, and its token.
  private(set) var tags: [(end: Int32, token: Int32)] = []

  init(_ page: PageTokens) {
    bytes.reserveCapacity(page.tokens.count * 8)
    tags.reserveCapacity(page.tokens.count)
    // An end tag without a start tag would make the parser search its whole stack.
    var open = [Int32](repeating: 0, count: Tag.allCases.count)
    var paragraphIsOpen = false
    for (index, token) in page.tokens.enumerated() where !token.tag.isVoid && !token.tag.isFrame {
      switch token.kind {
      case .skipped: continue
      case .end:
        guard open[Int(token.tag.rawValue)] > 0 else { continue }
        open[Int(token.tag.rawValue)] -= 1
        if token.tag == .p { paragraphIsOpen = false }
      case .start:
        if token.tag.endsParagraphInHTML5, paragraphIsOpen { append(.p, isEnd: true, Int32(index)) }
        if token.tag.isBlock { paragraphIsOpen = token.tag == .p }
        open[Int(token.tag.rawValue)] += 1
      }
      append(token.tag, isEnd: token.kind == .end, Int32(index))
    }
    // Ends behind all text, so that what is still open is closed there and not at the last tag.
    append(.unknown, isEnd: false, Int32(page.tokens.count))
  }

  private mutating func append(_ tag: Tag, isEnd: Bool, _ token: Int32) {
    // Tells the end of the tag before from the place of this one, where the parser stands when this one makes it
    // close elements.
    if !isEnd { bytes.append(0x20) }
    bytes.append(UInt8(ascii: "<"))
    if isEnd { bytes.append(UInt8(ascii: "/")) }
    tag.name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: ">"))
    tags.append((Int32(bytes.count), token))
  }
}
