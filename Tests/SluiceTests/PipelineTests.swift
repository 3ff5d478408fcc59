import Sluice
import SluiceTesting
import Testing

@Suite struct PipelineTests {
  static func document(_ text: String, mediaType: String = "text/plain") -> Document {
    Document(id: "d", source: Source(Array(text.utf8), mediaType: mediaType))
  }

  @Test func aPlanIsCheckedBeforeItRuns() throws {
    let registry = try Registry([TestPlugin.self])
    let cases: [(steps: [any Stage], expected: String)] = [
      ([ParseIdentity(), CleanUm(), SplitStops(), SummarizeFirst()], ""),
      (
        [CleanUm(), SplitStops()],
        """
        error: the pipeline has no parse stage; begin with parse.html
        error: 'split.stops' needs the layer 'blocks', which no stage before it provides; add 'parse.identity' \
        before it
        """
      ),
      (
        [ParseIdentity(), SummarizeFirst(), SplitStops()],
        """
        error: 'split.stops' cannot stand after 'summarize.first'; the phases are fetch, parse, clean, split, \
        tag, summarize, in this order
        """
      ),
      (
        [ParseIdentity(), SplitStops(), SplitStops()],
        """
        error: 'split.stops' and 'split.stops' both write the layer 'sentences'; a layer is written once: remove \
        one, or give both a 'when'
        """
      ),
    ]
    for (stages, expected) in cases {
      var message = ""
      do { _ = try Pipeline(steps: stages.map { Step($0) }, registry: registry) } catch {
        message = "\(error)"
      }
      #expect(message == expected)
    }
    #expect(throws: SluiceError.self) { try Registry([TestPlugin.self, TestPlugin.self]) }
  }

  @Test func aPipelineInCodeRuns() async throws {
    var pipeline = try Pipeline {
      ParseIdentity()
      CleanUm()
      SplitStops()
      SummarizeFirst()
    }
    var document = Self.document("It um works. So does this.")
    try await pipeline.process(&document)
    #expect(document.text.description == "It  works. So does this.")
    #expect(document[.summary]?.ranges.map { document.text[$0] } == ["It  works."])
    #expect(document.brokenInvariants() == [])
    #expect(pipeline.nanoseconds.allSatisfy { $0 > 0 })
  }

  @Test func failuresSayWhereAndPoliciesDecide() async throws {
    var poisoned = SplitStops.Settings()
    poisoned.poison = "bad"
    var stray = SplitStops.Settings()
    stray.strays = true
    let split = SplitStops(poisoned)
    func run(_ split: Step, on document: Document) async -> (Document, String) {
      var document = document
      do {
        var pipeline = try Pipeline(steps: [Step(ParseIdentity()), split, Step(SummarizeFirst())])
        try await pipeline.process(&document)
        return (document, "")
      } catch {
        return (document, "\(error)")
      }
    }
    let bad = Self.document("A bad text.")
    #expect(await run(Step(split), on: bad).1 == "d: split.stops: it cannot bear 'bad'")
    let skipped = await run(Step(split, onError: .skip), on: bad)
    #expect(skipped.1.isEmpty && skipped.0.warnings == ["split.stops was skipped: it cannot bear 'bad'"])
    #expect(skipped.0[.summary] == nil)
    let slow = await run(Step(split, timeout: .milliseconds(20)), on: Self.document("slow."))
    #expect(slow.1 == "d: split.stops: the time for this document is up")
    #expect(await run(Step(SplitStops(stray)), on: bad).1.contains("which its contract does not name"))
    let image = await run(Step(split), on: Self.document("x", mediaType: "image/png"))
    #expect(
      image.1 == "d: no parse stage of this pipeline reads image/png: parse.identity reads text/plain")
    let condition = try Condition(#"metadata.language == "en""#)
    #expect(await run(Step(split, when: condition), on: bad).0[.sentences] == nil)
  }

  @Test func conditionsRead() throws {
    var document = Self.document("12345")
    document.metadata.set("language", .string("en"))
    document.metadata.set("views", .number("7"))
    let cases: [(String, String)] = [
      (#"metadata.language == "en""#, "true"), (#"metadata.language != 'en'"#, "false"),
      ("metadata.views > 5 and source.bytes <= 5", "true"), ("metadata.missing", "false"),
      ("not metadata.missing or metadata.views == 0", "true"), ("metadata.missing < 3", "false"),
      ("(metadata.views < 10) and not (metadata.views == 7)", "false"),
      ("source.media-type == \"text/plain\"", "true"),
      ("language == 'en'", "unknown operand 'language' at 0; text stands in quotes"),
      ("metadata.views = 7", "unknown operator '=' at 15; did you mean '=='?"),
      ("metadata.views ==", "the condition ends too early at 17"),
      ("id == 'a' id", "unexpected 'id' at 10; join conditions by 'and' or 'or'"),
      ("(id == 'a'", "expected ')' at 10"), ("id == 'a", "the text has no closing quote at 6"),
    ]
    for (text, expected) in cases {
      var answer: String
      do {
        answer = "\(try Condition(text).holds(for: document))"
      } catch let failure as ConditionParser.Failure {
        answer = "\(failure.message) at \(failure.offset)" + (failure.hint.map { "; \($0)" } ?? "")
      }
      #expect(answer == expected, "\(text)")
    }
  }

  @Test func theStageCheckFindsBrokenPromises() async throws {
    let documents = ["One. Two.", ""].map { text in
      var document = Document.text(text, id: text)
      document[.blocks] = Blocks()
      return document
    }
    #expect(try await checkStage(SplitStops(), on: documents) == [])
    var stray = SplitStops.Settings()
    stray.strays = true
    #expect(try await checkStage(SplitStops(stray), on: documents).count == 2)
  }
}
