import Sluice
import SluiceSentences

/// An annotated document: a line `{"id","dataset","genre","text","sentences":[[start,end],...]}`, with offsets in
/// code points.
struct SplitDocument: Sendable {
  let id: String
  let set: String
  let genre: String
  let text: [UInt8]
  /// Sentences as ranges of bytes.
  let sentences: [Range<Int>]

  /// Reads all `.jsonl` files of a folder, by name, or one file.
  static func read(_ path: String) throws -> [SplitDocument] {
    let files = FileBytes.isDirectory(path) ? try JSONLFiles.list(path) : [path]
    return try files.flatMap { file in
      let bytes = try FileBytes.read(file)
      return try bytes.split(separator: 0x0A).map { line in
        try SplitDocument(JSONParser.parse(Array(line)), file: file)
      }
    }
  }

  private init(_ line: JSONValue, file: String) throws {
    guard let id = line["id"]?.string, let text = line["text"]?.string else {
      throw SluiceError(.unreadable, "a line of \(file) has no id or no text")
    }
    self.id = id
    set = line["dataset"]?.string ?? ""
    genre = line["genre"]?.string ?? ""
    self.text = Array(text.utf8)
    let points = CodePointOffsets(self.text)
    sentences = (line["sentences"]?.array ?? []).compactMap { pair in
      guard let pair = pair.array, pair.count == 2, let start = pair[0].integer, let end = pair[1].integer,
        let range = points.bytes(start, end)
      else { return nil }
      return range.bounds
    }
  }

  /// The offsets behind the last visible character of each sentence.
  var boundaries: Set<Int> { SplitScore.boundaries(text, sentences) }
}
