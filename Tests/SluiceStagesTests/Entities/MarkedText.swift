import Sluice
import SluiceTesting

/// Documents with marked mentions, `[Vladimir Putin|PERSON]` or `[Putin|PERSON#1]`, one sentence a line.
struct MarkedText {
  var marked: String

  /// The documents of a fixture file: paragraphs, without those that begin with `#`.
  static func read(_ name: String) throws -> [MarkedText] {
    let text = String(decoding: try Fixture.bytes("Entities/\(name)"), as: UTF8.self)
    return text.split(separator: "\n\n").filter { !$0.hasPrefix("#") }
      .map { MarkedText(marked: $0.split(separator: "\n").joined(separator: "\n")) }
  }

  /// The text without its marks.
  var plain: String {
    var plain = ""
    var rest = marked[...]
    while let open = rest.firstIndex(of: "["), let bar = rest[open...].firstIndex(of: "|"),
      let close = rest[bar...].firstIndex(of: "]")
    {
      plain += rest[..<open] + rest[rest.index(after: open)..<bar]
      rest = rest[rest.index(after: close)...]
    }
    return plain + rest
  }

  /// A text with its mentions marked.
  static func mark(_ document: Document, withIdentities: Bool) -> String {
    let entities = document[.entities] ?? Entities()
    var result = ""
    var done = 0
    for row in entities.ranges.indices {
      let range = entities.ranges[row]
      let id = withIdentities && entities.ids[row] > 0 ? "#\(entities.ids[row])" : ""
      result += document.text[TextRange(done, Int(range.start))]
      result += "[\(document.text[range])|\(entities.labels[row].name)\(id)]"
      done = Int(range.end)
    }
    return result + document.text[TextRange(done, document.text.count)]
  }
}
