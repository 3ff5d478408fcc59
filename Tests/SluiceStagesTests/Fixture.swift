import Sluice
import SluiceTesting

/// The files beside these tests, and documents made for them.
enum Fixture {
  private static let folder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    .joined(separator: "/")

  static func path(_ name: String) -> String { "\(folder)/Fixtures/\(name)" }

  static func bytes(_ name: String) throws -> [UInt8] {
    try FileBytes.read(path(name))
  }

  /// A document whose lines are its sentences.
  static func document(_ text: String, id: String = "text") -> Document {
    var document = Document.text(text, id: id)
    var sentences: [TextRange] = []
    var start = 0
    for line in document.text.bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if !line.isEmpty { sentences.append(TextRange(start, start + line.count)) }
      start += line.count + 1
    }
    document[.sentences] = Sentences(sentences)
    return document
  }

  /// Where words stand first in a document's text.
  static func range(of words: String, in document: Document) -> TextRange? {
    let text = document.text.bytes
    let needle = Array(words.utf8)
    return text.indices.first { text[$0...].starts(with: needle) }.map { TextRange($0, $0 + needle.count) }
  }
}

/// Texts that nobody writes: whatever they are, a stage gets through them.
enum HostileText {
  static var all: [Document] {
    [
      Fixture.document("", id: "empty"),
      Fixture.document(String(repeating: "A", count: 1 << 20), id: "capitals"),
      Fixture.document(String(repeating: "Ab ", count: 20_000), id: "capitalised words"),
      Fixture.document(String(repeating: "x", count: 1 << 20), id: "no spaces"),
      Fixture.document(String(repeating: "Stop.\n", count: 100_000), id: "one-word sentences"),
      Fixture.document(String(repeating: "American President ", count: 10_000), id: "titles"),
      Fixture.document(String(repeating: "more than ", count: 10_000), id: "bounds"),
      Fixture.document(String(repeating: "1-", count: 10_000), id: "ranges"),
      Fixture.document(String(repeating: "$", count: 10_000), id: "signs"),
      Fixture.document(String(repeating: "A.", count: 10_000), id: "initials"),
      Fixture.document(String(repeating: "’s", count: 10_000), id: "clitics"),
      Fixture.document(String(repeating: "of the ", count: 10_000), id: "links"),
      Fixture.document("É ß \u{200D} 😀 \u{0} \u{FEFF} ’ … Ünïcode’s «Ж» 語 \u{10FFFF}", id: "characters"),
    ]
  }
}
