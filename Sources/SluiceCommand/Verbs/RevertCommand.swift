import ArgumentParser
import Sluice
import SluiceOutputs

struct RevertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revert",
    abstract: "Give back the text of records as it was before all edits.",
    discussion: """
      The text of one record is written as it is, the texts of several as JSON lines of {"id", "text"}. With --source \
      each line also says where the text comes from: pairs of a range of the text and a range of the source, in bytes.
      """)

  @Argument(help: "Files of records, folders of runs, or - for standard input.", completion: .file())
  var files: [String]

  @Option(help: ArgumentHelp("Of a file that holds many, the record with this id.", valueName: "id"))
  var id: String?

  @Flag(help: "Say which bytes of the source each stretch of the text comes from.")
  var source = false

  func run() throws {
    var held: (id: String, text: Text)?
    var count = 0
    for path in files {
      let reader = try LineReader(path)
      while let line = try reader.next() {
        let record = try Record(line: line)
        if let id, record.id != id { continue }
        guard let text = record.parsedText() else {
          throw SluiceError(.unreadable, "the edits do not lead to the text", document: record.id)
        }
        count += 1
        if source {
          writeLine(record.id, text, record.parsedAlignment)
        } else if count == 1 {
          held = (record.id, text)
        } else {
          if let first = held { writeLine(first.id, first.text, nil) }
          held = nil
          writeLine(record.id, text, nil)
        }
      }
    }
    guard count > 0 else {
      throw SluiceError(.io, id.map { "no record has the id '\($0)'" } ?? "there are no records")
    }
    if let held { Swift.print(held.text.description, terminator: "") }
  }

  private func writeLine(_ id: String, _ text: Text, _ alignment: Alignment?) {
    var json = JSONWriter()
    json.object { json in
      json.member("id", id)
      json.key("text")
      json.string(utf8: text.bytes)
      guard let alignment else { return }
      json.key("sources")
      json.array { json in
        for index in alignment.segments.indices where alignment.segments[index].kind != .inserted {
          let range = alignment.textRange(ofSegment: index)
          let source = alignment.segments[index].source
          json.array { json in
            json.array { json in
              json.integer(range.start)
              json.integer(range.end)
            }
            json.array { json in
              json.integer(source.start)
              json.integer(source.end)
            }
          }
        }
      }
    }
    Swift.print(String(decoding: json.bytes, as: UTF8.self))
  }
}
