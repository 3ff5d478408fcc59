import Sluice
import SluiceSummary

extension EvalCommand {
  // MARK: - Texts of pages

  func evaluateText() async throws {
    let documents = try GoldFile.read(gold, needsText: false)
    let folder = gold.lastIndex(of: "/").map { String(gold[..<$0]) } ?? "."
    var run = try EvaluationRun(pipeline, stages: ["parse.html"], overrides: options.overrides)
    var score = TextScore()
    var scored = PredictionFile(predictions)
    // Copies of a page in the same set count once.
    for gold in documents where gold.json["dup_of"]?.string == nil {
      let page =
        try gold.json["html"]?.string.map { Array($0.utf8) }
        ?? FileBytes.read("\(folder)/pages/\(gold.id).html")
      let text: String
      do {
        let document = try await run.document(gold.id, Source(page, mediaType: "text/html"))
        text = String(decoding: document.text.bytes, as: UTF8.self)
      } catch let error as SluiceError {
        StandardError.write("\(gold.id): \(error.message)")
        text = ""
      }
      scored.add(gold.id) { $0.member("text", text) }
      score.add(
        text, truth: gold.json["text"]?.string, with: gold.json["with"]?.strings ?? [],
        without: gold.json["without"]?.strings ?? [])
    }
    try scored.finish()
    Swift.print(json ? Self.json(score) : Self.table(score))
  }

  private static func rows(_ score: TextScore) -> [(name: String, measures: TextScore.Measures)] {
    [("shingles", score.shingles), ("words", score.wordMeans), ("snippets", score.snippetCounts)].compactMap {
      row in row.1.map { (row.0, $0) }
    }
  }

  private static func json(_ score: TextScore) -> String {
    var writer = JSONWriter()
    writer.object { json in
      json.member("pages", score.pages)
      for (name, measures) in rows(score) { json.member(name, measures) }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private static func table(_ score: TextScore) -> String {
    var lines = ["\(Format.plural(score.pages, "page"))".padded(to: 16) + "     P       R      F1"]
    for (name, measures) in rows(score) { lines.append(name.padded(to: 14) + measures.cells) }
    return lines.joined(separator: "\n")
  }

  // MARK: - Summaries

  func evaluateSummaries() async throws {
    let documents = try GoldFile.read(gold, needs: "sentences", needsText: false)
    var run = try pipeline.map {
      try EvaluationRun($0, stages: [], overrides: options.overrides)
    }
    var score = SummaryScore()
    var scored = PredictionFile(predictions)
    for gold in documents {
      let sentences = gold.json["sentences"]?.strings ?? []
      guard let references = gold.json["references"]?.strings, !references.isEmpty else {
        throw SluiceError(.configuration, "a document without references cannot be scored", document: gold.id)
      }
      let text = Source(Array(sentences.joined(separator: "\n").utf8), mediaType: "text/plain")
      let document: Document
      if let found = try await run?.document(gold.id, text) {
        document = found
      } else {
        document = try await Self.summarized(gold.id, sentences, budget: gold.json["budget"]?.integer)
      }
      let chosen = Self.sentences(of: document[.summary]?.ranges ?? [], document)
      scored.add(gold.id) { json in
        json.member("summary", chosen.joined(separator: " "))
        json.key("sentences")
        json.array { json in
          for sentence in chosen { json.string(sentence) }
        }
      }
      score.add(
        chosen.joined(separator: " "), references: references, set: gold.json["set"]?.scalarText ?? "all")
    }
    try scored.finish()
    Swift.print(json ? Self.json(score) : Self.table(score))
  }

  /// The sentences of the points of a summary.
  private static func sentences(of points: [TextRange], _ document: Document) -> [String] {
    let all = document[.sentences]?.ranges ?? []
    return points.flatMap { point in
      let inside = all.filter { point.start <= $0.start && $0.end <= point.end }
      return (inside.isEmpty ? [point] : inside).map { document.text[$0] }
    }
  }

  /// The sentences as gold has them, one a line, summarised in as many words as the budget says.
  private static func summarized(_ id: String, _ sentences: [String], budget: Int?) async throws -> Document {
    var settings = SummarizeExtract.Settings()
    settings.words = budget
    var stage = budget == nil ? SummarizeExtract() : try SummarizeExtract(settings)
    var text: [UInt8] = []
    var ranges: [TextRange] = []
    for sentence in sentences {
      if !text.isEmpty { text.append(0x0A) }
      let start = text.count
      text += sentence.utf8
      if text.count > start { ranges.append(TextRange(start, text.count)) }
    }
    var document = Document(id: id, source: Source(text, mediaType: "text/plain"))
    document.enter(.parse)
    try document.setText(
      Text(validUTF8: text), alignment: Alignment(identity: text.count), charset: "utf-8")
    document.enter(.summarize)
    document[.sentences] = Sentences(ranges)
    try await stage.process(&document)
    return document
  }

  private static func json(_ score: SummaryScore) -> String {
    var writer = JSONWriter()
    func write(_ rouge: Rouge, into json: inout JSONWriter) {
      json.numbers(["rouge1": rouge.one, "rouge2": rouge.two, "rougeL": rouge.longest])
    }
    writer.object { json in
      json.key("sets")
      json.object { json in
        for row in score.means {
          json.key(row.name)
          json.object { json in
            json.member("documents", row.count)
            write(row.rouge, into: &json)
          }
        }
      }
      json.key("macro")
      json.object { json in write(score.macro, into: &json) }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private static func table(_ score: SummaryScore) -> String {
    var lines = ["set                    docs ROUGE-1 ROUGE-2 ROUGE-L"]
    for row in score.means {
      lines.append(
        row.name.padded(to: 19) + leftPadded("\(row.count)", 8)
          + [row.rouge.one, row.rouge.two, row.rouge.longest].map(percent).joined())
    }
    let macro = score.macro
    lines.append(
      "macro".padded(to: 27) + [macro.one, macro.two, macro.longest].map(percent).joined())
    return lines.joined(separator: "\n")
  }
}

extension JSONValue {
  /// The strings of an array.
  fileprivate var strings: [String]? { array?.compactMap(\.string) }
}
