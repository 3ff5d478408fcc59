import ArgumentParser
import Sluice
import SluiceArchives
import SluiceCaptions

struct CuesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cues",
    abstract: "Print the cues of caption files, one file a line of JSON.",
    discussion: """
      Members have the names and values of the browser interfaces VTTCue and VTTRegion; the text of a cue keeps its \
      markup. A file that is no captions has "ok": false. With --tree, lines of .jsonl files are cue texts, \
      {"case", "input"}, and are printed as {"case", "tree"}.
      """)

  @Argument(help: ArgumentHelp("Caption files and folders of them.", valueName: "file"))
  var inputs: [String]

  @Flag(help: "Read WebVTT by the letter of the standard.")
  var strict = false

  @Flag(help: "Add the tree that the standard makes of each cue's text.")
  var tree = false

  func run() throws {
    let listing = CaptionListing(mode: strict ? .strict : .lenient, hasTrees: tree)
    var types = ParseCaptions.mediaTypes ?? []
    if tree { types.append("application/jsonl") }
    var list = try InputList(inputs, readers: [], mediaTypes: types)
    let output = try OutputFile(nil)
    var failed = 0
    while let input = try list.next() {
      do {
        let source = try input.document().source
        if tree, source.mediaType == "application/jsonl" {
          try writeTrees(source.bytes, to: output)
        } else {
          var json = JSONWriter()
          try listing.write(source, file: input.id, into: &json) { json in
            if json.bytes.count >= 1 << 16 { try json.flush(output.write) }
          }
          try output.write(json.bytes + [0x0A])
        }
      } catch {
        failed += 1
        StandardError.write("failed: \(error)")
      }
    }
    try output.finish()
    if failed > 0 { throw ExitCode(1) }
  }

  private func writeTrees(_ lines: [UInt8], to output: OutputFile) throws {
    for line in lines.split(separator: 0x0A) {
      guard let json = try? JSONParser.parse(Array(line)), let text = json["input"]?.string else { continue }
      var writer = JSONWriter()
      writer.object { writer in
        writer.key("case")
        writer.value(json["case"] ?? .null)
        writer.member("tree", CaptionListing.tree(of: text))
      }
      try output.write(writer.bytes + [0x0A])
    }
  }
}
