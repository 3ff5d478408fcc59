/// The tree of a cue's text (W3C WebVTT, section 6.4: cue text parsing rules), written as browsers' tests write
/// documents: a line for each node, two spaces for each level.
struct VTTTree {
  private let bytes: Bytes
  private var rows: [String] = []
  private var open: [String] = []

  private static let elements = [
    "c": "span", "i": "i", "b": "b", "u": "u", "ruby": "ruby", "rt": "rt", "v": "span", "lang": "span",
  ]

  static func text(of range: Range<Int>, in bytes: Bytes) -> String {
    var tree = VTTTree(bytes: bytes)
    var tokens = VTTTokens(bytes, range)
    while let token = tokens.next() { tree.take(token) }
    return tree.rows.isEmpty ? "#document-fragment" : tree.rows.joined(separator: "\n")
  }

  private init(bytes: Bytes) {
    self.bytes = bytes
  }

  private mutating func put(_ row: String) {
    rows.append("| " + String(repeating: "  ", count: min(open.count, 500)) + row)
  }

  private mutating func take(_ token: VTTTokens.Token) {
    switch token {
    case .text(let range):
      put("\"" + bytes.decoded(range, collapsed: false) + "\"")
    case .timestamp(let range):
      guard let time = VTTNumbers.timestamp(bytes, at: range.lowerBound, end: range.upperBound),
        time.end == range.upperBound, time.seconds < 1e12
      else { return }
      put("<?timestamp \(CaptionTime.text(time.seconds, separator: "."))>")
    case .end(let range):
      close(bytes.string(range))
    case .start(let range, let classes, let annotation):
      let name = bytes.string(range)
      guard let element = Self.elements[name], name != "rt" || open.last == "ruby" else { return }
      put("<\(element)>")
      open.append(name)
      let names = bytes.string(classes).split(separator: ".").joined(separator: " ")
      if !names.isEmpty { put("class=\"\(names)\"") }
      if name == "v" || name == "lang" {
        put("\(name == "v" ? "title" : "lang")=\"\(bytes.decoded(annotation, collapsed: true))\"")
      }
    }
  }

  private mutating func close(_ name: String) {
    if !name.isEmpty, name == open.last {
      open.removeLast()
    } else if name == "ruby", open.suffix(2) == ["ruby", "rt"] {
      open.removeLast(2)
    }
  }
}
