import Sluice

/// The account of one document's way through a pipeline, for people.
struct Explanation {
  private var document: Document
  private var pipeline: Pipeline
  private let style: Style
  /// Most rows that are shown of each kind.
  private let limit: Int
  private var lines: [String] = []

  init(of document: Document, pipeline: Pipeline, style: Style, isComplete: Bool) {
    self.document = document
    self.pipeline = pipeline
    self.style = style
    limit = isComplete ? .max : 8
  }

  var text: String { lines.joined(separator: "\n") }

  mutating func run() async throws {
    lines.append(
      style.bold(document.id) + "  \(document.source.mediaType), \(Format.bytes(document.source.count))")
    let steps = pipeline.steps
    var account: [(step: Int, outcome: Pipeline.StepOutcome, before: Document, after: Document)] = []
    var before = document
    var failure: (any Error)?
    do {
      try await pipeline.process(&document) { step, outcome, after in
        account.append((step, outcome, before, after))
        before = after
      }
    } catch {
      failure = error
    }
    for (step, outcome, before, after) in account {
      explain(steps[step], outcome, Double(pipeline.nanoseconds[step]) / 1e9, before, after)
    }
    if !document.warnings.isEmpty {
      section("warnings", document.warnings)
    }
    if let failure { throw failure }
  }

  private mutating func explain(
    _ step: Step, _ outcome: Pipeline.StepOutcome, _ seconds: Double, _ before: Document, _ after: Document
  ) {
    let name = step.name.description
    switch outcome {
    case .passed(let reason):
      lines += ["", style.dim("\(name)  passed over: \(reason)")]
      return
    case .failed(let error):
      lines += ["", style.bold(name) + "  " + style.red("failed and skipped: \(error.message)")]
      return
    case .ran:
      lines += ["", style.bold(name) + style.dim("  \(Format.seconds(seconds))")]
    }
    if !before.isParsed { explainParsing(after) }
    explainEdits(from: before, to: after)
    explainMetadata(from: before, to: after)
    for layer in after.layerIDs where !before.hasSameLayer(layer, as: after) && before.isParsed {
      let isMoved = before.has(layer) && !step.contract.revises.contains(layer)
      if !isMoved { explainLayer(layer, after) }
    }
  }

  private mutating func explainParsing(_ document: Document) {
    lines.append(
      "  \(Format.bytes(document.source.count)) of \(document.charset ?? "?") became "
        + "\(Format.bytes(document.text.count)) of text")
    if let blocks = document[.blocks] {
      let counts = Blocks.Kind.allCases.map { kind in (kind, blocks.kinds.count { $0 == kind }) }
      lines.append(
        "  blocks: " + counts.filter { $0.1 > 0 }.map { "\($0.1) \($0.0.rawValue)" }.joined(separator: ", "))
    }
    section(
      "dropped, longest first",
      DroppedText.stretches(of: document).map { "\(Format.plural($0.words, "word")): \($0.text)" })
  }

  private mutating func explainEdits(from before: Document, to after: Document) {
    let edits = after.edits.entries[before.edits.entries.count...]
    guard !edits.isEmpty else { return }
    var counts: [(rule: String, count: Int)] = []
    for edit in edits {
      if let index = counts.firstIndex(where: { $0.rule == edit.rule }) {
        counts[index].count += 1
      } else {
        counts.append((edit.rule, 1))
      }
    }
    lines.append(
      "  \(Format.plural(edits.count, "edit")): "
        + counts.map { "\($0.count) \($0.rule)" }.joined(separator: ", "))
    let shown = edits.filter { $0.kind != .layout || limit == .max }
    section(
      "edits",
      shown.map { edit in
        let old = String(decoding: edit.before, as: UTF8.self).shortened(to: 60)
        let new = String(decoding: edit.after, as: UTF8.self).shortened(to: 60)
        let change = (old.isEmpty ? "" : style.struck(old)) + (new.isEmpty ? "" : style.added(new))
        return "\(edit.rule)  \(change)" + style.dim("  bytes \(edit.source.start)–\(edit.source.end)")
      })
  }

  private mutating func explainMetadata(from before: Document, to after: Document) {
    let new = after.metadata.fields.filter { before.metadata[$0.key] != $0.value }
    section(
      "metadata",
      new.map { field in
        let value = field.value.string ?? field.value.jsonText
        return "\(field.key): \(value.shortened(to: 70))"
          + (field.evidence.map { style.dim("  from \($0)") } ?? "")
      })
  }

  private mutating func explainLayer(_ layer: LayerID, _ document: Document) {
    switch layer {
    case .turns:
      guard let turns = document[.turns] else { return }
      section(
        Format.plural(turns.count, "turn"),
        turns.ranges.indices.map { row in
          "\(turns.speaker(at: row) ?? "?"): \(document.text[turns.ranges[row]].shortened(to: 70))"
        })
    case .entities:
      guard let entities = document[.entities] else { return }
      section(
        "\(Format.plural(entities.count, "mention")) of \(Format.plural(entities.index.count, "thing"))",
        entities.index.map { "\($0.label.name)  \($0.name)" + style.dim("  × \($0.mentions)") })
    case .summary:
      guard let summary = document[.summary] else { return }
      section(
        "summary",
        summary.ranges.indices.map { row in
          let source = document.alignment.source(of: summary.ranges[row])
          return document.text[summary.ranges[row]].shortened(to: 200)
            + style.dim(
              "  score \(Format.decimal(Double(summary.scores[row]))), bytes \(source.start)–\(source.end)")
        })
    default:
      let ranges = document.ranges(of: layer) ?? []
      section("\(layer): \(Format.count(ranges.count))", ranges.map { document.text[$0].shortened(to: 90) })
    }
  }

  private mutating func section(_ title: String, _ rows: [String]) {
    guard !rows.isEmpty else { return }
    lines.append("  \(title)")
    lines += rows.prefix(limit).map { "    \($0)" }
    if rows.count > limit { lines.append(style.dim("    … and \(Format.count(rows.count - limit)) more")) }
  }
}
