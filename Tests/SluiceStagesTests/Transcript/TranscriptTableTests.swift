import Sluice
import SluiceTranscript
import Testing

/// Transcripts whose turns are rows of tables.
struct TranscriptTableTests {
  private static let turns = [
    ("Maria Lopez", "I think the market will settle down by spring."),
    ("James O'Neil", "What did the committee say about that?"),
    ("Maria Lopez", "We heard from several members."),
    ("James O'Neil", "And were they happy with it?"), ("Maria Lopez", "No, not at all."),
  ]

  private static func rows(_ header: String?, _ row: (Int, String, String) -> String) -> [String] {
    (header.map { [$0] } ?? []) + turns.enumerated().map { row($0.offset, $0.element.0, $0.element.1) }
  }

  private static func found(_ rows: [String], inOneBlock: Bool) async throws -> [String] {
    var blocks: [(kind: Blocks.Kind, level: Int, text: String)] = [(.paragraph, 0, "A talk about trade.")]
    if inOneBlock {
      blocks.append((.table, 0, rows.joined(separator: "\n")))
    } else {
      blocks += rows.map { (.table, 0, $0) }
    }
    blocks.append((.paragraph, 0, "Copyright of the station."))
    return TranscriptFixture.turns(try await TranscriptFixture.clean(blocks))
  }

  @Test("A column of names beside one of speech makes turns, with and without a header")
  func findsTurns() async throws {
    let tables = [
      Self.rows(nil) { "\($1)\t\($2)" }, Self.rows("Speaker\tText") { "\($1)\t\($2)" },
      Self.rows("Speaker\tTime\tTranscript") { "\($1)\t00:0\($0):10\t\($2)" },
      Self.rows(nil) { "0:\($0 + 10)\t\($1)\t\($2)" }, Self.rows(nil) { "\($0 + 1)\t\($1):\t\($2)" },
    ]
    let expected = Self.turns.map { "\($0.0): \($0.1)" }
    for rows in tables {
      let found = try await Self.found(rows, inOneBlock: true)
      #expect(found == expected, "\(rows[0])")
    }
  }

  @Test("Tables of facts, prices, people and programmes have no turns, and stay tables")
  func passesOverOthers() async throws {
    let tables = [
      ["Name\tYear\tVotes", "Ann Lee\t1990\t31", "Bob Ray\t1991\t62", "Ann Lee\t1992\t93"],
      [
        "Battery\tLasts two days, which I found enough.", "Screen\tBright and clear. You will like it.",
        "Sound\tToo thin for my taste. Why?",
      ],
      ["Plan\tPrice\tWhat you get", "Basic\t$5\tAll you need to start.", "Pro\t$9\tWe answer your calls."],
      [
        "Speaker\tTime\tTitle", "Jane Smith\t9:00\tRivers of the north",
        "Tom Ray\t10:00\tHow I built a bridge",
        "Jane Smith\t11:00\tWhat we know of mud",
      ],
      [
        "Name\tText", "Alpha\tThe first of them, which I like.", "Beta\tThe second, you see.",
        "Alpha\tWhy again?",
      ],
      ["\t\t\t", "\t", "\t\t\t\t\t\t\t\t\t\t"], ["Speaker\tText"], ["Speaker\tText", "\t"],
    ]
    for rows in tables {
      let found = try await Self.found(rows, inOneBlock: true)
      #expect(found == [], "\(rows[0])")
    }
  }
}
