/// The words in the names that authors give to elements (`class`, `id`, `role`, `itemprop`), as hashes: whole
/// names and their parts, `post-body` as `post-body`, `post` and `body`.
enum AttributeTokens {
  /// Tokens an element, at most.
  static let most = 24
  private static let reach = 400
  /// Keeps them apart from ``WordHash`` values of text.
  private static let start: UInt32 = 0x5BD1_E995

  /// Calls a body with each token of a start tag; a token may come twice.
  static func forEach(
    of token: Int, tag: Tag, in page: PageTokens, _ bytes: UnsafeBufferPointer<UInt8>,
    _ body: (UInt32) -> Void
  ) {
    body(WordHash.mix(start, UInt32(tag.rawValue) | 0x1000))
    var left = most
    for attribute in page.attributes(of: token) {
      switch attribute.name {
      case .class, .id, .role, .itemprop: break
      default: continue
      }
      let end = min(Int(attribute.end), Int(attribute.start) + reach)
      var (whole, part, letters, wholeLetters) = (start, start, 0, 0)
      var wasLower = false
      for index in Int(attribute.start)...end {
        let byte = index < end ? bytes[index] : 0x20
        let lower = byte | 0x20
        if (0x61...0x7A).contains(lower) {
          let isUpper = byte < 0x61
          if isUpper, wasLower, letters > 2 {
            body(part)
            left -= 1
            (part, letters) = (start, 0)
          }
          wasLower = !isUpper
          part = WordHash.mix(part, UInt32(lower))
          whole = WordHash.mix(whole, UInt32(lower))
          letters += 1
          wholeLetters += 1
        } else {
          if letters > 2, letters < wholeLetters || byte > 0x20 {
            body(part)
            left -= 1
          }
          (part, letters, wasLower) = (start, 0, false)
          if byte <= 0x20 {
            if wholeLetters > 2 {
              body(whole)
              left -= 1
            }
            (whole, wholeLetters) = (start, 0)
          } else if !(0x30...0x39).contains(byte) {
            whole = WordHash.mix(whole, UInt32(byte))
          }
        }
        if left <= 0 { return }
      }
    }
  }
}
