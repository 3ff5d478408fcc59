import ArgumentParser
import Sluice

struct EvalCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Score a stage against texts that people annotated.",
    discussion: """
      One line of JSON for each text. parse: {"id", "text"} or {"id", "with": […], "without": […]}, and the page as \
      "html" or in pages/ID.html beside the file; F1 of four-word shingles, of words, of snippets. \
      clean: {"id", "text", "tokens": [[start, end], …], "delete": [0 or 1, …]}; what clean.transcript took of it. \
      punctuate: {"id", "words", "punct", "case"}; what clean.punctuation put in. \
      split: {"id", "text", "sentences": [[start, end], …]}; F1 of the boundaries. \
      tag: {"id", "text", "entities": [[start, end, "LABEL"], …]}; exact span and type, normalised and strict. \
      summarize: {"id", "sentences": […], "references": […], "budget": words}; ROUGE. \
      Offsets count code points. Without --pipeline, the stage runs alone at its defaults, behind what it needs.
      """)

  enum Subject: String, ExpressibleByArgument, CaseIterable {
    case parse, clean, punctuate, split, tag, summarize
  }

  @Argument(help: "What is scored: parse, clean, punctuate, split, tag or summarize.")
  var stage: Subject

  @Option(help: ArgumentHelp("Annotated texts, JSON lines.", valueName: "file"))
  var gold: String

  @Option(help: ArgumentHelp("The pipeline to run instead of the stage alone.", valueName: "pipeline"))
  var pipeline: String?

  @Option(help: "For tag: 3 types (PER, ORG, LOC), 4 (and MISC) or 18. (default: by the name of the file)")
  var types: Int?

  @Option(help: ArgumentHelp("Also write what was scored, JSON lines in the same form.", valueName: "file"))
  var predictions: String?

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var options: PipelineOptions

  func validate() throws {
    if let types, ![3, 4, 18].contains(types) { throw ValidationError("--types is 3, 4 or 18") }
  }

  func run() async throws {
    switch stage {
    case .parse: try await evaluateText()
    case .split: try await evaluateSentences()
    case .clean: try await evaluateCleaning()
    case .punctuate: try await evaluateRestoration()
    case .tag: try await evaluateEntities()
    case .summarize: try await evaluateSummaries()
    }
  }

  static func pairs(_ value: JSONValue?, _ member: String, of gold: GoldDocument) throws -> [(
    Range<Int>, String
  )] {
    try (value?.array ?? []).map { row in
      guard let cells = row.array, cells.count >= 2, let start = cells[0].integer, let end = cells[1].integer,
        start >= 0, start <= end
      else {
        throw SluiceError(
          .configuration, "'\(row.jsonText)' in \(member) is no range", document: gold.id,
          position: gold.position)
      }
      return (start..<end, cells.count > 2 ? cells[2].string ?? "" : "")
    }
  }

  // MARK: - Entities

  private func evaluateEntities() async throws {
    let documents = try GoldFile.read(gold, needs: "entities")
    var run = try EvaluationRun(
      pipeline, stages: ["split.sentences", "tag.entities"], overrides: options.overrides)
    let scheme = LabelScheme(file: gold, types: types)
    var normal = EntityScore(scheme, isStrict: false)
    var strict = EntityScore(scheme, isStrict: true)
    var scored = PredictionFile(predictions)
    for gold in documents {
      let document = try await run.document(for: gold)
      let text = CodePoints(gold.text)
      let wanted = try Self.pairs(gold.json["entities"], "entities", of: gold).map {
        (span: EntityScore.Span(start: $0.0.lowerBound, end: $0.0.upperBound), label: $0.1)
      }
      let entities = document[.entities] ?? Entities()
      let found = entities.ranges.indices.compactMap { row in
        EvaluationRun.range(entities.ranges[row], of: document, in: text).map {
          (
            span: EntityScore.Span(start: $0.lowerBound, end: $0.upperBound),
            label: entities.labels[row].name
          )
        }
      }
      scored.add(gold.id, "entities", found.map { ($0.span.start, $0.span.end, $0.label) })
      normal.add(gold: wanted, predicted: found, in: text.scalars)
      strict.add(gold: wanted, predicted: found, in: text.scalars)
    }
    try scored.finish()
    Swift.print(json ? Self.json(normal, strict) : Self.table(normal, strict))
  }

  private static func json(_ normal: EntityScore, _ strict: EntityScore) -> String {
    var writer = JSONWriter()
    func write(_ name: String, _ score: EntityScore, into json: inout JSONWriter) {
      json.key(name)
      json.object { json in
        for (label, counts) in score.rows {
          json.member(label, counts) { json in
            json.member("gold", counts.gold)
            json.member("predicted", counts.predicted)
          }
        }
      }
    }
    writer.object { json in
      write("normalised", normal, into: &json)
      write("strict", strict, into: &json)
      json.key("confusions")
      json.object { json in
        for (pair, count) in normal.pairs { json.member(pair, count) }
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private static func table(_ normal: EntityScore, _ strict: EntityScore) -> String {
    var lines = ["label          P       R       F1   strict    gold    pred"]
    let strictRows = Dictionary(uniqueKeysWithValues: strict.rows.map { ($0.label, $0.counts) })
    for (label, counts) in normal.rows {
      lines.append(
        label.padded(to: 11) + counts.cells + percent(strictRows[label]?.f1 ?? 0)
          + leftPadded("\(counts.gold)", 8) + leftPadded("\(counts.predicted)", 8))
    }
    lines += ["", "confused (gold → predicted, of equal spans; nothing: no such span)"]
    for (pair, count) in normal.pairs.prefix(15) { lines.append(leftPadded("\(count)", 6) + "  " + pair) }
    return lines.joined(separator: "\n")
  }

  // MARK: - Sentences

  private func evaluateSentences() async throws {
    let documents = try GoldFile.read(gold, needs: "sentences")
    var run = try EvaluationRun(pipeline, stages: ["split.sentences"], overrides: options.overrides)
    var score = SentenceScore()
    var scored = PredictionFile(predictions)
    for gold in documents {
      let document = try await run.document(for: gold)
      let text = CodePoints(gold.text)
      let wanted = try Self.pairs(gold.json["sentences"], "sentences", of: gold).map(\.0)
      let found = (document[.sentences]?.ranges ?? []).compactMap {
        EvaluationRun.range($0, of: document, in: text)
      }
      scored.add(gold.id, "sentences", found.map { ($0.lowerBound, $0.upperBound, nil) })
      score.add(
        text.scalars, gold: wanted, predicted: found, set: gold.json["dataset"]?.scalarText ?? "all")
    }
    try scored.finish()
    Swift.print(json ? Self.json(score) : Self.table(score))
  }

  private static func json(_ score: SentenceScore) -> String {
    var writer = JSONWriter()
    func write(_ name: String, _ counts: HitCounts, into json: inout JSONWriter) {
      json.member(name, counts) { json in
        json.member("right", counts.right)
        json.member("wrong", counts.wrong)
        json.member("missed", counts.missed)
      }
    }
    writer.object { json in
      json.key("sets")
      json.object { json in
        for row in score.rows { write(row.name, row.counts, into: &json) }
      }
      write("micro", score.micro, into: &json)
      json.numbers(["macroF1": score.macroF1])
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private static func table(_ score: SentenceScore) -> String {
    var lines = ["set                           P       R      F1   right   wrong  missed"]
    for (name, counts) in score.rows + [("micro", score.micro)] {
      lines.append(name.padded(to: 24) + counts.cells + counts.counts)
    }
    lines.append("macro".padded(to: 24) + leftPadded("", 16) + percent(score.macroF1))
    return lines.joined(separator: "\n")
  }

  static func percent(_ share: Double) -> String {
    let hundredths = Int((share * 10_000).rounded())
    let fraction = String(100 + hundredths % 100).dropFirst()
    return leftPadded("\(hundredths / 100).\(fraction)", 8)
  }

  static func leftPadded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}

extension EntityScore {
  /// By label, with `micro` last.
  fileprivate var rows: [(label: String, counts: Counts)] {
    counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } + [("micro", micro)]
  }

  /// Confusions, the most frequent first.
  fileprivate var pairs: [(pair: String, count: Int)] {
    confusions.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }
}
