import Sluice

/// A document with mentions as marked: `[Wang Yi|PERSON#1]`, one sentence a line, `¶` for a blank line.
enum MarkedDocument {
  static func make(_ marked: String, id: String = "text") -> Document {
    var plain = ""
    var mentions: [(range: TextRange, label: String, id: Int32)] = []
    var rest = marked.replacing("¶", with: "\n\n")[...]
    while let open = rest.firstIndex(of: "["), let bar = rest[open...].firstIndex(of: "|"),
      let close = rest[bar...].firstIndex(of: "]")
    {
      plain += rest[..<open]
      let name = rest[rest.index(after: open)..<bar]
      let tag = rest[rest.index(after: bar)..<close].split(separator: "#")
      let start = plain.utf8.count
      plain += name
      mentions.append(
        (TextRange(start, plain.utf8.count), String(tag[0]), tag.count > 1 ? Int32(tag[1]) ?? 0 : 0))
      rest = rest[rest.index(after: close)...]
    }
    plain += rest
    var document = Fixture.document(plain, id: id)
    var entities = Entities()
    for mention in mentions {
      entities.append(mention.range, Entities.Label(mention.label), id: mention.id)
      guard mention.id > 0 else { continue }
      if let at = entities.index.firstIndex(where: { $0.id == mention.id }) {
        entities.index[at].mentions += 1
      } else {
        entities.index.append(
          Entities.Identity(
            id: mention.id, label: Entities.Label(mention.label), name: document.text[mention.range],
            mentions: 1))
      }
    }
    document[.entities] = entities
    return document
  }
}
