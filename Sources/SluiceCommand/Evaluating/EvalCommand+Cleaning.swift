import Sluice

extension EvalCommand {
  /// What went of annotated speech.
  func evaluateCleaning() async throws {
    let documents = try GoldFile.read(gold, needs: "tokens")
    var run = try EvaluationRun(pipeline, stages: ["clean.transcript"], overrides: options.overrides)
    var score = CleaningScore()
    for gold in documents {
      let flags = (gold.json["delete"]?.array ?? []).map { $0.integer == 1 }
      let ranges = try Self.pairs(gold.json["tokens"], "tokens", of: gold).map(\.0)
      guard flags.count == ranges.count else {
        throw SluiceError(
          .configuration, "delete has as many members as tokens", document: gold.id, position: gold.position)
      }
      // A turn of one speaker, in English: too short to tell its language by.
      let document = try await run.document(for: gold, language: "en")
      score.add(document, CodePoints(gold.text), gold: zip(ranges, flags).map { ($0, $1) })
    }
    let rows = [("words", score.words), ("tokens", score.tokens)]
    guard json else {
      Swift.print("                P       R      F1    over   right   wrong  missed")
      for (name, score) in rows {
        Swift.print(
          name.padded(to: 9) + score.gone.cells + Self.percent(score.overDeletion) + score.gone.counts)
      }
      return
    }
    var writer = JSONWriter()
    writer.object { json in
      for (name, score) in rows {
        json.member(name, score.gone) { $0.numbers(["overDeletion": score.overDeletion]) }
      }
    }
    Swift.print(String(decoding: writer.bytes, as: UTF8.self))
  }

  /// Marks and capitals put into words without.
  func evaluateRestoration() async throws {
    let documents = try GoldFile.read(gold, needs: "words", needsText: false)
    var run = try EvaluationRun(
      pipeline, stages: ["clean.punctuation: { when: always }"], overrides: options.overrides)
    var score = RestorationScore()
    for gold in documents {
      let words = try Self.strings("words", of: gold)
      let marks = try Self.strings("punct", of: gold, among: ["", ",", ".", "?"])
      let cases = try Self.strings("case", of: gold, among: ["L", "T", "U"])
      guard marks.count == words.count, cases.count == words.count else {
        throw SluiceError(
          .configuration, "punct and case have as many members as words", document: gold.id,
          position: gold.position)
      }
      guard !words.isEmpty else { continue }
      let bare = GoldDocument(
        id: gold.id, position: gold.position, text: words.joined(separator: " "), json: gold.json)
      let document = try await run.document(for: bare, language: "en")
      score.add(
        document.text.description, words: words, marks: marks, cases: cases)
    }
    let rows = [("marks", score.marks), ("case", score.cases)]
    guard json else {
      Swift.print("                P       R      F1")
      for (name, score) in rows { Swift.print(name.padded(to: 9) + score.cells) }
      Swift.print("\(score.changed) of \(documents.count) texts not scored, their words changed")
      return
    }
    var writer = JSONWriter()
    writer.object { json in
      for (name, score) in rows { json.member(name, score) }
      json.member("changed", score.changed)
    }
    Swift.print(String(decoding: writer.bytes, as: UTF8.self))
  }

  /// The strings of a member.
  ///
  /// - Parameter known: what each may be; empty for anything but nothing.
  private static func strings(
    _ member: String, of gold: GoldDocument, among known: [String] = []
  ) throws -> [String] {
    try (gold.json[member]?.array ?? []).map { value in
      guard let string = value.string, known.isEmpty ? !string.isEmpty : known.contains(string) else {
        throw SluiceError(
          .configuration, "'\(value.jsonText)' cannot stand in \(member)", document: gold.id,
          position: gold.position)
      }
      return string
    }
  }
}
