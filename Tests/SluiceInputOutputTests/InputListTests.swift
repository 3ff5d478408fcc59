import Sluice
import SluiceTesting
import Testing

@testable import SluiceArchives

@Suite struct InputListTests {
  private func ids(_ arguments: [String], in folder: TemporaryFolder, types: [String]? = nil) throws
    -> [String]
  {
    var list = try InputList(arguments, readers: ArchivesPlugin.readers, mediaTypes: types)
    var result: [String] = []
    while let input = try list.next() { result.append(input.id.replacing(folder.path, with: "T")) }
    return result
  }

  private func tree() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in [
      "b.html", "a/z.txt", "a.html", "a/B.htm", "é.md", "Z.vtt", "x.srt", ".hidden.html", ".git/c.html",
    ] {
      try folder.write(name, "text")
    }
    try folder.write("a/lines.jsonl", #"{"id":"one","text":""}"# + "\n" + #"{"text":""}"#)
    try folder.write("picture.png", [0x89, 0x50, 0x4E, 0x47, 0, 0])
    try folder.write("noextension", "<html>")
    try folder.write("noise", [0, 1, 2, 3])
    try folder.write("data.json", "{}")
    return folder
  }

  @Test("A folder is read by the bytes of its paths, without hidden files and other types")
  func folder() throws {
    let folder = try tree()
    let expected = [
      "Z.vtt", "a.html", "a/B.htm", "one", "a/lines.jsonl:2", "a/z.txt", "b.html", "noextension", "x.srt",
      "é.md",
    ]
    #expect(try ids([folder.path], in: folder) == expected)
    #expect(try ids([folder.path + "/"], in: folder) == expected)
    #expect(
      try ids([folder.path], in: folder, types: ["application/json"]) == [
        "one", "a/lines.jsonl:2", "data.json",
      ])
    let list = try InputList([folder.path], readers: [])
    #expect(list.count == 8 && list.passedOver == 4)
    #expect(try InputList([folder.path], readers: ArchivesPlugin.readers).count == nil)
  }

  @Test("Links are followed, and no ring of them is endless")
  func links() throws {
    let folder = try tree()
    folder.link("a/up", to: "..")
    folder.link("a/self", to: ".")
    folder.link("A", to: "a")
    folder.link("linked.txt", to: "a/z.txt")
    folder.link("nowhere.html", to: "missing")
    folder.link("ring.html", to: "ring.html")
    let expected = [
      "Z.vtt", "a.html", "a/B.htm", "one", "a/lines.jsonl:2", "a/z.txt", "b.html", "linked.txt",
      "noextension",
      "nowhere.html", "ring.html", "x.srt", "é.md",
    ]
    #expect(try ids([folder.path], in: folder) == expected)
  }

  @Test("A file is taken whatever its type, by its name and content")
  func files() throws {
    let folder = try tree()
    let arguments = ["picture.png", "noise", "noextension", "a/z.txt", ".hidden.html"].map {
      "\(folder.path)/\($0)"
    }
    let list = try InputList(arguments, readers: ArchivesPlugin.readers)
    #expect(list.count == 5)
    #expect(
      try outcomes(list, without: folder.path) == [
        "picture.png <picture.png>: file picture.png image/png",
        "noise <noise>: file noise application/octet-stream",
        "noextension <noextension>: file noextension text/html",
        "z.txt <a/z.txt>: file a/z.txt text/plain",
        ".hidden.html <.hidden.html>: file .hidden.html text/html",
      ])
  }

  @Test("No two inputs have the same id")
  func uniqueIDs() throws {
    let folder = try TemporaryFolder()
    for name in ["1/a.html", "2/a.html", "1/sub/b.html", "2/c.html"] { try folder.write(name, "") }
    for name in ["1/l.jsonl", "2/l.jsonl"] {
      try folder.write(name, "{\"id\":\"a.html\",\"text\":\"\"}\n{\"text\":\"\"}")
    }
    let (one, two) = ("\(folder.path)/1", "\(folder.path)/2")
    let found = try ids([one, "\(two)/a.html", "\(one)/sub/b.html", two], in: folder)
    #expect(
      found == [
        "T/1/a.html", "a.html", "T/1/l.jsonl:2", "sub/b.html", "T/2/a.html", "b.html", "T/2/a.html#2",
        "c.html", "T/2/l.jsonl#1/a.html", "T/2/l.jsonl:2",
      ], "\(found)")
  }

  @Test("What is missing is named at once")
  func missing() throws {
    let folder = try tree()
    let arguments = ["\(folder.path)/a.html", "\(folder.path)/none.html", "/no/such/folder"]
    let error = #expect(throws: SluiceError.self) { try InputList(arguments, readers: []) }
    #expect(error?.code == .io && error?.message.contains("none.html, /no/such/folder") == true)
    #expect(throws: SluiceError.self) { try InputList(["-", "-"], readers: []) }
  }

  @Test("A reader that fails costs its file, and the next is read")
  func failingReader() throws {
    let folder = try TemporaryFolder()
    for name in ["a.bad", "b.worse", "c.txt"] { try folder.write(name, "") }
    let list = try InputList([folder.path], readers: [Bad.self, Worse.self])
    #expect(
      try outcomes(list, without: folder.path) == [
        "a.bad <a.bad>: io it does not open", "first: nothing", "b.worse <b.worse>: io it breaks off",
        "c.txt <c.txt>: file c.txt text/plain",
      ])
  }

  private struct Bad: Reader {
    static let name = "bad"
    static func reads(path: String) -> Bool { path.hasSuffix(".bad") }
    init(path: String) throws { throw SluiceError(.io, "it does not open") }
    mutating func next() throws -> Input? { nil }
  }

  private struct Worse: Reader {
    static let name = "worse"
    private var read = 0
    static func reads(path: String) -> Bool { path.hasSuffix(".worse") }
    init(path: String) {}
    mutating func next() throws -> Input? {
      read += 1
      if read > 1 { throw SluiceError(.io, "it breaks off") }
      return Input(id: "first", content: .nothing)
    }
  }

  @Test(
    "Content without a telling name is known by its beginning",
    arguments: [
      ("", "text/plain"), ("\u{FEFF} \n<!DocType HTML>", "text/html"), ("<HTML lang=en>", "text/html"),
      ("<?xml version", "application/xml"), ("{}", "text/plain"), ("Grüße", "text/plain"),
    ])
  func sniff(_ text: String, _ expected: String) {
    #expect(MediaType.sniff(Array(text.utf8)) == expected)
    let wide: [UInt8] =
      [0xFF, 0xFE] + text.utf16.filter { $0 != 0xFEFF }.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(MediaType.sniff(wide) == expected)
    #expect(MediaType.sniff(Array("abc\u{E9}".utf8.dropLast())) == "text/plain")
    #expect(MediaType.sniff([0x61, 0xFF, 0x61, 0x61, 0x61, 0x61]) == "text/plain")
    #expect(MediaType.sniff([0x01]) == Source.unknownMediaType)
  }
}
