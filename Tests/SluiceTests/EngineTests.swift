import Sluice
import Synchronization
import Testing

@Suite struct EngineTests {
  static func run(
    _ count: Int, jobs: Int, failAt: Int? = nil
  ) async throws -> (lines: [String], report: Engine.Report) {
    var settings = SplitStops.Settings()
    settings.poison = "poison"
    let pipeline = try Pipeline {
      ParseIdentity()
      SplitStops(settings)
      SummarizeFirst()
    }
    let lines = Mutex<[String]>([])
    let engine = Engine(pipeline, jobs: jobs, deadline: .seconds(2))
    let counter = Mutex(0)
    let report = try await engine.run(
      next: {
        let index = counter.withLock { value in
          value += 1
          return value - 1
        }
        if index == failAt { throw SluiceError(.io, "the disk is gone") }
        guard index < count else { return nil }
        if index % 50 == 7 {
          return Input(id: "\(index)", content: .failure(SluiceError(.unreadable, "no JSON")))
        }
        if index % 50 == 8 {
          return Input(id: "\(index)", content: .deferred { throw SluiceError(.filtered, "unwanted") })
        }
        let text =
          index % 11 == 3
          ? "poison."
          : index == 100 ? "slow." : "Number \(index). " + String(repeating: "x. ", count: index % 300)
        return Input(id: "\(index)", content: .source(Source(Array(text.utf8), mediaType: "text/plain")))
      },
      encode: { "\($0.id): \($0[.summary]?.ranges.map { range in range.count } ?? [])" },
      sink: { outcome in
        lines.withLock { lines in
          switch outcome {
          case .written(let line): lines.append(line)
          case .filtered(let reason): lines.append("filtered: \(reason.message)")
          case .dead(let letter): lines.append("\(letter.id) dead: \(letter.error)")
          }
        }
      })
    return (lines.withLock { $0 }, report)
  }

  @Test func orderAndContentDoNotDependOnTheNumberOfWorkers() async throws {
    let one = try await Self.run(500, jobs: 1)
    #expect(one.lines.count == 500)
    #expect(one.report.read == 500 && one.report.written + one.report.filtered + one.report.dead == 500)
    #expect(one.lines[7] == "7 dead: no JSON")
    #expect(one.lines[8] == "filtered: unwanted" && one.report.filtered == 10)
    #expect(one.lines[3] == "3 dead: 3: split.stops: it cannot bear 'poison'")
    #expect(one.lines[100] == "100 dead: 100: split.stops: the time for this document is up")
    for jobs in [2, 8] {
      let many = try await Self.run(500, jobs: jobs)
      #expect(many.lines == one.lines)
      #expect(many.report.dead == one.report.dead && many.report.sourceBytes == one.report.sourceBytes)
    }
  }

  @Test func aBrokenSourceEndsTheRunAndNobodyHangs() async {
    for jobs in [1, 4] {
      await #expect(throws: SluiceError(.io, "the disk is gone")) {
        try await Self.run(500, jobs: jobs, failAt: 90)
      }
    }
  }
}
