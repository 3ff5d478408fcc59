import Sluice
import SluiceTesting
import Testing

@testable import SluiceArchives

/// What became of an input, on one line.
func outcome(_ input: Input, without folder: String = "") -> String {
  let content =
    switch input.content {
    case .source(let source): "\(source.mediaType) '\(String(decoding: source.bytes, as: UTF8.self))'"
    case .file(let path, let mediaType): "file \(path) \(mediaType)"
    case .deferred: "deferred"
    case .nothing: "nothing"
    case .failure(let error): "\(error.code) \(error)"
    }
  let uri = input.uri.map { " <\($0)>" } ?? ""
  let metadata = input.metadata.fields.map { " \($0.key)=\($0.value.jsonText)" }.joined()
  let text = "\(input.id)\(uri): \(content)\(metadata)"
  return folder.isEmpty ? text : text.replacing(folder + "/", with: "")
}

func outcomes(_ list: InputList, without folder: String = "") throws -> [String] {
  var list = list
  var result: [String] = []
  while let input = try list.next() { result.append(outcome(input, without: folder)) }
  return result
}

@Suite struct JSONLinesTests {
  struct Case: CustomStringConvertible, Sendable {
    let description: String
    let lines: [UInt8]
    let expected: [String]

    init(_ description: String, _ lines: String, _ expected: String...) {
      self.init(description, Array(lines.utf8), expected)
    }

    init(_ description: String, _ lines: [UInt8], _ expected: [String]) {
      self.description = description
      self.lines = lines
      self.expected = expected
    }
  }

  static let cases: [Case] = [
    Case("empty", ""),
    Case("blank lines", "\n\r\n  \t\n"),
    Case("text", #"{"id":"a","text":"x"}"#, "a <a.jsonl#line=1>: text/plain 'x'"),
    Case("html", "{\"id\":\"a\",\"html\":\"<p>\"}\n", "a <a.jsonl#line=1>: text/html '<p>'"),
    Case("html before text", #"{"id":"a","text":"x","html":"y"}"#, "a <a.jsonl#line=1>: text/html 'y'"),
    Case("a URI only", #"{"id":"a","uri":"http://x/"}"#, "a <http://x/>: nothing"),
    Case("a URI and text", #"{"id":"a","uri":"http://x/","text":""}"#, "a <http://x/>: text/plain ''"),
    Case(
      "a media type", #"{"id":"a","text":"x","mediaType":"Text/VTT; v=1"}"#,
      "a <a.jsonl#line=1>: text/vtt 'x'"),
    Case(
      "metadata", #"{"id":"a","text":"x","metadata":{"date":"2024","n":[1,{"b":null}]}}"#,
      #"a <a.jsonl#line=1>: text/plain 'x' date="2024" n=[1,{"b":null}]"#),
    Case("no id", "\n{\"text\":\"x\"}", "a.jsonl:2 <a.jsonl#line=2>: text/plain 'x'"),
    Case("an id that is a number", #"{"id":17,"text":"x"}"#, "17 <a.jsonl#line=1>: text/plain 'x'"),
    Case("an empty id", #"{"id":"","text":"x"}"#, "a.jsonl:1 <a.jsonl#line=1>: text/plain 'x'"),
    Case(
      "nulls", #"{"id":null,"uri":null,"html":null,"text":"x","metadata":null}"#,
      "a.jsonl:1 <a.jsonl#line=1>: text/plain 'x'"),
    Case(
      "CRLF", "{\"id\":\"a\",\"text\":\"x\"}\r\n{\"id\":\"b\",\"text\":\"y\"}\r\n",
      "a <a.jsonl#line=1>: text/plain 'x'", "b <a.jsonl#line=2>: text/plain 'y'"),
    Case(
      "a byte order mark", "\u{FEFF}{\"id\":\"a\",\"text\":\"\u{FEFF}x\"}",
      "a <a.jsonl#line=1>: text/plain '\u{FEFF}x'"),
    Case(
      "escapes", #"{"id":"a","text":"\ud83d\ude00\n\u00e9\\"}"#,
      "a <a.jsonl#line=1>: text/plain '\u{1F600}\n\u{E9}\\'"),
    Case(
      "a record of Sluice",
      #"{"sluice":1,"id":"a","source":{"uri":"u"},"metadata":{"title":"T"},"text":"x","sentences":[[0,1]]}"#,
      #"a <a.jsonl#line=1>: text/plain 'x' title="T""#),
    Case(
      "bad lines among good ones",
      "{\"id\":\"a\",\"text\":\"x\"}\nnot json\n{\"id\":\"b\"}\n{\"id\":\"c\",\"text\":\"z\"}",
      "a <a.jsonl#line=1>: text/plain 'x'",
      "a.jsonl:2: unreadable a.jsonl:2:1: expected a value",
      "b: unreadable a.jsonl:3:1: the object has no 'text', 'html' or 'uri'",
      "c <a.jsonl#line=4>: text/plain 'z'"),
    Case(
      "a column counts characters", "{\"é😀\":1 x}", "a.jsonl:1: unreadable a.jsonl:1:9: expected ',' or '}'"),
    Case("a list", "[]", "a.jsonl:1: unreadable a.jsonl:1:1: expected an object, not a list"),
    Case(
      "a text that is none", #"{"id":"a","text":5}"#,
      "a: unreadable a.jsonl:1:1: expected a text as 'text', not a number"),
    Case(
      "metadata that are none", #"{"id":"a","text":"","metadata":[]}"#,
      "a <>: unreadable a.jsonl:1:1: expected an object as 'metadata', not a list".replacing(" <>", with: "")),
    Case(
      "a line that is cut off", #"{"id":"a","text":"x"#,
      "a.jsonl:1: unreadable a.jsonl:1:20: the string has no end"),
    Case(
      "deep nesting", String(repeating: "[", count: 100_000),
      "a.jsonl:1: unreadable a.jsonl:1:513: nested deeper than 512 levels"),
    Case(
      "invalid UTF-8",
      Array("{\"id\":\"a\",\"text\":\"x".utf8) + [0xFF] + Array("\"}\n{\"id\":\"b\",\"text\":\"\"}".utf8),
      ["a.jsonl:1: unreadable a.jsonl:1:20: a byte that is not UTF-8", "b <a.jsonl#line=2>: text/plain ''"]),
    Case(
      "a NUL", [0x7B, 0x00, 0x7D], ["a.jsonl:1: unreadable a.jsonl:1:2: expected a member's name in quotes"]),
    Case(
      "UTF-16", [0xFF, 0xFE, 0x7B, 0x00], ["a.jsonl:1: unreadable a.jsonl:1:1: a byte that is not UTF-8"]),
    Case(
      "an id used before", "{\"id\":\"a\",\"text\":\"x\"}\n{\"id\":\"a\",\"text\":\"y\"}",
      "a <a.jsonl#line=1>: text/plain 'x'", "a.jsonl#2/a <a.jsonl#line=2>: text/plain 'y'"),
  ]

  @Test("Every line is a document or a failure with its place", arguments: cases)
  func lines(_ example: Case) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.jsonl", example.lines)
    let list = try InputList([path], readers: ArchivesPlugin.readers)
    let found = try outcomes(list, without: folder.path)
    #expect(found == example.expected, "\(found)")
    // Standard input reads the same, but for what does not begin as JSON lines.
    guard example.lines.count > 2, StandardInput.beginsAsLines(example.lines) else { return }
    var standardInput = StandardInput(try FileDescriptor(opening: path))
    var count = 0
    while try standardInput.next() != nil { count += 1 }
    #expect(count == example.expected.count)
  }

  @Test("Lines of any length come out of chunks of any size, and too long ones are passed over")
  func splitter() throws {
    let folder = try TemporaryFolder()
    let lengths = [0, 1, 5, 262_143, 262_144, 262_145, 0, 700_000, 3, 1_000_001, 2]
    let text = lengths.map { String(repeating: "x", count: $0) }.joined(separator: "\n")
    let path = try folder.write("a.jsonl", text)
    for head in [0, 1, 3, 100_000] {
      let file = try FileDescriptor(opening: path)
      var splitter = LineSplitter(file, head: head > 0 ? try file.read(upTo: head) : [], limit: 1_000_000)
      var found: [Int] = []
      while let line = try splitter.next() {
        found.append(line.isTooLong ? -1 : line.bytes.count)
        #expect(line.number == found.count)
      }
      #expect(found == lengths.map { $0 > 1_000_000 ? -1 : $0 })
    }
  }

  @Test("What does not begin as JSON lines is one document of standard input")
  func standardInput() throws {
    let folder = try TemporaryFolder()
    let page = " <!DOCTYPE html><p>" + String(repeating: "x", count: 500_000)
    for (content, expected) in [
      ("", []), ("{", ["stdin: text/plain '{'"]), ("plain", ["stdin: text/plain 'plain'"]),
      ("{\n \"id\": 1}", ["stdin: application/json '{\n \"id\": 1}'"]),
      (page, ["stdin: text/html '\(page)'"]),
    ] {
      var input = StandardInput(try FileDescriptor(opening: try folder.write("in", content)))
      var found: [String] = []
      while let next = try input.next() { found.append(outcome(next)) }
      #expect(found == expected)
    }
  }

  @Test("The source of a record is found again by its URI")
  func finder() throws {
    let folder = try TemporaryFolder()
    let lines = (1...50).map { #"{"text":"line \#($0)"}"# }.joined(separator: "\n\n")
    let path = try folder.write("a#line=b.jsonl", lines)
    let page = try folder.write("p.html", "<p>")
    var finder = SourceFinder()
    for number in [1, 2, 3, 30, 30, 7, 50] {
      let bytes = try finder.bytes(of: "\(path)#line=\(number * 2 - 1)")
      #expect(String(decoding: bytes, as: UTF8.self) == "line \(number)")
    }
    #expect(try finder.bytes(of: page) == Array("<p>".utf8))
    for uri in [
      "\(path)#line=200", "\(path)#line=2", "\(page)#line=1", "http://x/", "\(folder.path)/none", folder.path,
    ] {
      #expect(throws: SluiceError.self, "\(uri)") { try finder.bytes(of: uri) }
    }
  }
}
