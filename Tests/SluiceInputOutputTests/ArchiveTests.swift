import Sluice
import SluiceTesting
import Testing

@testable import SluiceArchives

@Suite struct ArchiveTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func list(
    _ path: String, _ filter: InputFilter = .everything, _ shard: Shard? = nil,
    from start: InputPosition = .start
  )
    throws -> InputList
  {
    try InputList(
      [path], readers: ArchivesPlugin.readers,
      options: InputOptions(filter: filter, ids: .asGiven, shard: shard, start: start))
  }

  /// Type, URI, content and flags; the code of an error.
  private func line(_ input: Input) -> String {
    do {
      let source = try input.document().source
      let flags = (input.origin?.flags ?? []).map { " \($0)" }.joined()
      let uri = (input.uri ?? "").replacing(folder.path, with: "T")
      return "\(input.origin?.type ?? "") \(uri) '\(String(decoding: source.bytes, as: UTF8.self))'\(flags)"
    } catch {
      return (error as? SluiceError)?.code.name ?? "\(error)"
    }
  }

  private func lines(_ list: InputList) throws -> [String] {
    var list = list
    var result: [String] = []
    while let input = try list.next() { result.append(line(input)) }
    return result.filter { $0 != "filtered" }
  }

  @Test("Every record is found with its content", arguments: ArchiveSample.sound + ArchiveSample.damaged)
  func records(_ sample: ArchiveSample) throws {
    let path = try folder.write(sample.name, sample.bytes)
    #expect(try lines(list(path)) == sample.expected)
  }

  @Test(
    "Reading goes on at every position as if it had not stopped",
    arguments: ArchiveSample.sound + ArchiveSample.damaged)
  func resumption(_ sample: ArchiveSample) throws {
    let path = try folder.write(sample.name, sample.bytes)
    var whole: [(id: String, next: InputPosition)] = []
    var reading = try list(path)
    while let input = try reading.next() { whole.append((input.id, reading.position)) }
    for (index, input) in whole.enumerated() {
      let written = try #require(
        try InputPosition(json: JSONParser.parse(Array(input.next.json.jsonText.utf8))))
      var rest = try list(path, from: written)
      var ids: [String] = []
      while let input = try rest.next() { ids.append(input.id) }
      #expect(ids == whole[(index + 1)...].map(\.id), "behind \(input.id): \(written.json.jsonText)")
    }
    #expect(throws: SluiceError.self) { try list(path, from: InputPosition(source: 2)) }
  }

  @Test("The source of every document is found again by its metadata", arguments: ArchiveSample.sound)
  func sources(_ sample: ArchiveSample) throws {
    let path = try folder.write(sample.name, sample.bytes)
    var reading = try list(path, .documents)
    var finder = SourceFinder()
    while let input = try reading.next() {
      guard let document = try? input.document() else { continue }
      #expect(try finder.bytes(of: document.uri ?? "", document.metadata) == document.source.bytes)
    }
  }

  @Test("Shards in their order are the whole", arguments: [1, 2, 3, 7, 100])
  func shards(_ count: Int) throws {
    for sample in ArchiveSample.sound + ArchiveSample.damaged { try folder.write(sample.name, sample.bytes) }
    func ids(_ shard: Shard?) throws -> [String] {
      var list = try list(folder.path, .everything, shard)
      var result: [String] = []
      while let input = try list.next() { result.append(input.id) }
      return result
    }
    let parts = try (0..<count).map { try ids(Shard($0, of: count)) }
    #expect(try parts.flatMap(\.self) == ids(nil))
    #expect(Shard(count, of: count) == nil && Shard(-1, of: count) == nil)
  }

  @Test("Archives that are cut or changed anywhere end, and yield no more than there is")
  func mutations() throws {
    var random = SystemRandomNumberGenerator()
    for sample in ArchiveSample.sound + ArchiveSample.damaged {
      var most = 0
      for step in stride(from: 0, to: sample.bytes.count, by: max(7, sample.bytes.count / 50)) {
        var flipped = sample.bytes
        flipped[step] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        for bytes in [Array(sample.bytes[..<step]), flipped] {
          let path = try folder.write(sample.name, bytes)
          most = max(most, try lines(list(path)).count)
        }
      }
      #expect(most < 40, "\(sample.name)")
    }
  }

  struct FilterCase: CustomStringConvertible, Sendable {
    let description: String
    let filter: InputFilter
    let expected: [Int]

    init(_ description: String, _ expected: [Int], _ change: (inout InputFilter) -> Void) {
      var filter = InputFilter.documents
      change(&filter)
      (self.description, self.expected, self.filter) = (description, expected, filter)
    }
  }

  static let filters = [
    FilterCase("documents", [0, 1, 4, 5, 7]) { _ in },
    FilterCase("kind", [4]) { $0.recordTypes = ["resource"] },
    FilterCase("media type", [0, 1, 3, 4, 5, 7]) { $0.mediaTypes = ["text/*", "image/png"] },
    FilterCase("one URI", [0]) { $0.urls = ["http://a/1"] },
    FilterCase("URIs", [0, 1, 5, 7]) { $0.urls = ["*://a/*"] },
    FilterCase("status", [1]) { $0.statuses = [400...499] },
    FilterCase("since", [5]) { $0.since = "2024-06" },
    FilterCase("until", [0, 1, 4, 7]) { $0.until = "2024-05" },
    FilterCase("all together", []) { ($0.urls, $0.statuses) = (["http://a/1"], [404...404]) },
  ]

  @Test("Filters pass what is asked for, by header and by content", arguments: filters)
  func filter(_ test: FilterCase) throws {
    let http = { ArchiveBytes.http($0 as String, $1 as String) }
    let records = [
      ArchiveBytes.record("http://a/1", http("<p>", "")),
      ArchiveBytes.record("http://a/2", ArchiveBytes.http("<p>", status: 404)),
      ArchiveBytes.record("http://a/3", http("%PDF-1.4", "")),
      ArchiveBytes.record("http://a/4", http("\u{1}", "Content-Type: image/png\n")),
      ArchiveBytes.record(
        "urn:5", Array("text".utf8), type: "resource", contentType: "text/plain; charset=x"),
      ArchiveBytes.record(
        "http://a/6", http("<html>", "Content-Type: application/octet-stream\n"), date: "2024-06-01T00:00:00Z"
      ),
      ArchiveBytes.record("http://a/7", http("<p>", ""), type: "request"),
      ArchiveBytes.record("http://a/8", http("<!DOCTYPE html>", "Content-Type: text/plain\n")),
    ]
    let path = try folder.write("f.warc", records.flatMap(\.self))
    var list = try list(path, test.filter)
    var found: [Int] = []
    var types: [String] = []
    while let input = try list.next() {
      guard let document = try? input.document(), let index = input.origin?.position.record else { continue }
      found.append(index)
      types.append(document.source.mediaType)
    }
    #expect(found == test.expected)
    if test.description == "documents" {
      #expect(types == ["text/html", "text/html", "text/plain", "text/html", "text/html"])
    }
  }

  @Test("Content above the ceiling fails, or is cut and flagged")
  func ceiling() throws {
    let body = [UInt8](repeating: 0x61, count: Input.maximumSize + 10)
    let bytes =
      ArchiveBytes.record("http://a/1", ArchiveBytes.http(body))
      + ArchiveBytes.record("http://a/2", ArchiveBytes.http("<p>2"))
    let path = try folder.write("big.warc", bytes)
    #expect(try lines(list(path, .documents)) == ["too-large", "response http://a/2 '<p>2'"])
    var cutting = InputFilter.documents
    cutting.cutsOversize = true
    var list = try list(path, cutting)
    let first = try #require(try list.next())
    #expect(try first.document().source.count == Input.maximumSize)
    #expect(first.origin?.flags.contains("truncated") == true)
  }

  @Test("Patterns and names of members")
  func names() {
    let globs: [(String, String, Bool)] = [
      ("*", "", true), ("a*b", "ab", true), ("a*b", "axxbxb", true), ("a?b", "ab", false),
      ("*.html", "x.htm", false),
      ("a*a*a*a*a*b", String(repeating: "a", count: 3000), false),
    ]
    for (pattern, text, expected) in globs { #expect(Glob.matches(pattern, text) == expected, "\(pattern)") }
    let names = [
      "/etc/passwd", "../../x", "a/./b", "\u{1B}[2Jx", "", "..", "C:\\x\\..\\y", "a\u{202E}b",
    ].map { MemberName.clean($0, number: 7) }
    #expect(names == ["etc/passwd", "x", "a/b", "_[2Jx", "member-7", "member-7", "C:/x/y", "a_b"])
  }
}
