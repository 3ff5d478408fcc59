/// The tags of a page in document order, with the attributes that matter; what lies between two tokens is text.
struct PageTokens {
  enum Kind: UInt8 {
    case start, end
    /// No text of the page and no tag that opens or closes anything: comments, scripts, styles, drawings.
    case skipped
  }

  struct Token {
    var start: Int32
    var end: Int32
    /// Index of its first attribute; they end where those of the next token begin.
    var attributes: Int32
    var tag: Tag
    var kind: Kind
  }

  struct Attribute {
    var name: AttributeName
    var start: Int32
    var end: Int32

    var range: Range<Int> { Int(start)..<Int(end) }
  }

  var tokens: [Token] = []
  var attributes: [Attribute] = []
  /// Content of the first `title` outside drawings.
  var title: Range<Int>?
  /// Contents of the scripts that hold JSON-LD.
  var linkedData: [Range<Int>] = []

  func attributes(of token: Int) -> ArraySlice<Attribute> {
    let end = token + 1 < tokens.count ? Int(tokens[token + 1].attributes) : attributes.count
    return attributes[Int(tokens[token].attributes)..<end]
  }

  func attribute(_ name: AttributeName, of token: Int) -> Range<Int>? {
    attributes(of: token).first { $0.name == name }?.range
  }
}
