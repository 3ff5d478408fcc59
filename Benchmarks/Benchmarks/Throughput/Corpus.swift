import Glibc
import Sluice
import SluiceArchives
import SluiceCaptions

/// The pages that are measured, in memory: `BENCH_PAGES`, or the bundled ones.
struct Corpus {
  let documents: [Document]

  init() throws {
    let folder = getenv("BENCH_PAGES").map { String(cString: $0) } ?? Self.bundledPages
    var inputs = try InputList([folder], readers: [], mediaTypes: ["text/html"])
    var documents: [Document] = []
    while let input = try inputs.next() { documents.append(try input.document()) }
    self.documents = documents
  }

  /// Texts, in memory: those of the folders of `BENCH_TEXTS`, with colons between, or the bundled ones.
  static func texts() throws -> [Document] {
    let folders = getenv("BENCH_TEXTS").map { String(cString: $0) } ?? bundledPages + "/plain"
    var inputs = try InputList(
      folders.split(separator: ":").map(String.init), readers: [], mediaTypes: ["*"])
    var documents: [Document] = []
    while let input = try inputs.next() {
      let document = try input.document()
      documents.append(
        Document(id: document.id, source: Source(document.source.bytes, mediaType: "text/plain")))
    }
    return documents
  }

  /// Caption files, in memory, by extension: those of the folder `BENCH_CAPTIONS`, or the bundled ones.
  static func captions() throws -> [(name: String, documents: [Document])] {
    let folder = getenv("BENCH_CAPTIONS").map { String(cString: $0) } ?? bundledPages + "/captions"
    var inputs = try InputList([folder], readers: [], mediaTypes: ParseCaptions.mediaTypes ?? [])
    var documents: [String: [Document]] = [:]
    while let input = try inputs.next() {
      let name = input.id.split(separator: ".").last.map(String.init) ?? input.id
      documents[name, default: []].append(try input.document())
    }
    return documents.sorted { $0.key < $1.key }.map { (name: $0.key, documents: $0.value) }
  }

  private static var bundledPages: String {
    let parts = #filePath.split(separator: "/").dropLast(4)
    return "/" + parts.joined(separator: "/") + "/Pipelines/fixtures"
  }
}

extension Document {
  /// Words between white space: the tokens that throughput is counted in.
  var wordCount: Int {
    var count = 0
    var isInside = false
    for byte in text.bytes {
      let isSpace = byte <= 0x20
      if isInside, isSpace { count += 1 }
      isInside = !isSpace
    }
    return count + (isInside ? 1 : 0)
  }
}
