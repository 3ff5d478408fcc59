import Foundation
import Sluice
import SluiceArchives
import SluiceHash
import Testing

@testable import SluiceBatch

@Suite struct JournalTests {
  static let identity = RunIdentity(
    version: "1", pipelineArgument: "plain", overrides: [], pipelineName: "plain", pipelineHash: "sha256:a",
    stages: [.object([.init("stage", .string("parse.text"))])], models: [.init("tag.entities", .string("m"))],
    options: [.init("offsets", .string("utf8"))], inputArguments: ["in"], inputFiles: 1, inputBytes: 2,
    inputList: "sha256:b")

  /// A folder with three commits of 100 bytes each.
  static func begin(_ folder: Folder) throws -> RunFolder {
    let run = RunFolder(folder.path("out") + "/")
    try FileCalls.makeFolders(run.path)
    try run.makeWork()
    var journal = try Journal(beginning: identity, in: run)
    for number in 1...3 {
      var entry = journal.last
      entry.sequence = number
      entry.counts.read = number * 10
      entry.counts.written = number * 9
      entry.counts.dead = number
      entry.position = InputPosition(
        source: 0, within: ReaderPosition(offset: number * 1000, record: number * 10))
      entry.partLength = number * 100
      entry.crc = UInt32(number)
      try journal.append(entry)
    }
    try folder.write(String(repeating: "x", count: 350), to: "out/.run/part-00000.jsonl.zst")
    return run
  }

  @Test func whateverATornTailHoldsTheLastWholeCommitIsFound() throws {
    let folder = try Folder()
    let run = try Self.begin(folder)
    let whole = [UInt8](try folder.data("out/.run/journal"))
    let lines = whole.split(separator: 0x0A)
    let last = Array(lines[3])
    let forged = JournalLine.encode(.object([.init("commit", .integer(4))]))
    var chance = SystemRandomNumberGenerator()
    var tails: [([UInt8], Int)] = [
      ([], 3), ([0], 3), (Array("\n\n".utf8), 3), (last, 3), (last + [0x0A], 3), (forged, 3),
      (Array(repeating: 0, count: 4096), 3), (Array(repeating: 0x0A, count: 10), 3),
    ]
    for _ in 0..<20 {
      tails.append(((0..<Int.random(in: 1...9000, using: &chance)).map { _ in UInt8.random(in: 0...255) }, 3))
    }
    for (tail, commits) in tails {
      try Data(whole + tail).write(to: URL(fileURLWithPath: run.journal))
      let journal = try Journal(continuingIn: run)
      #expect(journal?.entries.count == commits, "\(tail.prefix(20))")
      #expect(try [UInt8](folder.data("out/.run/journal")) == whole, "what is behind the commits is cut off")
    }
    // Cut anywhere, it is the journal of as many commits as are whole.
    for length in stride(from: 0, to: whole.count, by: 7) {
      try Data(whole[..<length]).write(to: URL(fileURLWithPath: run.journal))
      let ends = whole[..<length].count { $0 == 0x0A }
      let journal = try Journal(continuingIn: run)
      #expect(journal?.entries.count == (ends == 0 ? nil : ends - 1), "\(length)")
    }
    // A bit that has changed ends it there.
    for place in stride(from: lines[0].count + 3, to: whole.count - 1, by: 11) {
      var spoiled = whole
      spoiled[place] ^= 0x10
      try Data(spoiled).write(to: URL(fileURLWithPath: run.journal))
      let before = whole[..<place].count { $0 == 0x0A } - 1
      #expect(try Journal(continuingIn: run)?.entries.count == before, "\(place)")
    }
  }

  @Test func commitsAheadOfTheOutputDoNotCount() throws {
    let folder = try Folder()
    let run = try Self.begin(folder)
    let whole = try folder.data("out/.run/journal")
    for (length, commits) in [(350, 3), (300, 3), (299, 2), (200, 2), (100, 1), (99, 0), (0, 0)] {
      try whole.write(to: URL(fileURLWithPath: run.journal))
      try folder.write(String(repeating: "x", count: length), to: "out/.run/part-00000.jsonl.zst")
      let journal = try #require(try Journal(continuingIn: run))
      #expect(journal.entries.count == commits)
      #expect(
        journal.last.counts.read == commits * 10 && journal.last.position.within.offset == commits * 1000)
    }
  }

  @Test func whatHasChangedIsSaid() {
    var other = Self.identity
    #expect(Self.identity.changes(to: other).isEmpty)
    #expect(RunIdentity(json: Self.identity.json) == Self.identity)
    let cases: [(WritableKeyPath<RunIdentity, String>, String, String)] = [
      (\.version, "2", "Sluice was 1 and is 2"), (\.pipelineHash, "sha256:c", "a file that a setting"),
    ]
    for (member, value, message) in cases {
      other = Self.identity
      other[keyPath: member] = value
      #expect(Self.identity.changes(to: other).first?.hasPrefix(message) == true)
    }
    other = Self.identity
    other.pipelineHash = "sha256:d"
    other.stages = [.object([.init("stage", .string("parse.html"))]), .string("x")]
    other.options = [.init("offsets", .string("utf16")), .init("dedupe", .string("near"))]
    other.models = []
    other.inputArguments = ["a", "b"]
    #expect(
      Self.identity.changes(to: other) == [
        "a stage was {\"stage\":\"parse.text\"} and is {\"stage\":\"parse.html\"}",
        "the pipeline had 1 stages and has 2", "the model of tag.entities was \"m\" and is not there",
        "the option offsets was \"utf8\" and is \"utf16\"",
        "the option dedupe was not there and is \"near\"", "the inputs were 'in' and are 'a b'",
      ])
  }

  @Test func checksumsAreThoseOfGzip() {
    #expect(CRC32.of(Array("123456789".utf8)) == 0xCBF4_3926)
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    for cut in [0, 1, 7, 8, 9, 500, 1000] {
      var crc = CRC32(continuing: CRC32.of(Array(bytes[..<cut])))
      crc.update(Array(bytes[cut...]))
      #expect(crc.value == CRC32.of(bytes))
    }
    #expect(CRC32.hexadecimal(0xF) == "0000000f")
  }

  @Test func budgetsAreNumbersOrShares() {
    let cases: [(String, read: Int, dead: Int, atEnd: Bool, Bool)] = [
      ("0", 1, 0, false, false), ("0", 1, 1, false, true), ("20", 9, 20, true, false),
      ("20", 90, 21, false, true),
      ("3/1000", 999, 999, false, false), ("3/1000", 1000, 3, false, false), ("3/1000", 1000, 4, false, true),
      ("3/1000", 10, 1, true, true), ("3/1000", 2000, 6, false, false), ("3/1000", 2000, 7, false, true),
      ("0/1", 5, 0, true, false), ("1/1", 5, 5, true, false),
      ("1/9223372036854775807", Int.max, Int.max, true, true),
    ]
    for (text, read, dead, atEnd, isExceeded) in cases {
      var counts = RunCounts()
      (counts.read, counts.dead) = (read, dead)
      #expect(
        ErrorBudget(text)?.isExceeded(by: counts, atEnd: atEnd) == isExceeded, "\(text) \(read) \(dead)")
    }
    for text in ["", "/", "-1", "3/", "/3", "3/2", "a", "1/2/3", "0/0", " 1"] {
      #expect(ErrorBudget(text) == nil)
    }
  }
}
