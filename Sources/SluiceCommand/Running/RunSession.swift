import Sluice
import SluiceArchives
import SluiceBatch
import SluiceOutputs
import SluicePipelines
import Synchronization

/// One run of a pipeline over inputs, with all that people and files are told of it.
struct RunSession {
  let pipeline: LoadedPipeline
  let reporting: ReportOptions
  var jobs = 1
  var deadline: Duration? = .seconds(10)
  /// Where dead letters go as JSON lines; `nil` to name them on standard error.
  var deadLetters: OutputFile?
  var isQuiet = false
  /// Languages, in lower case, of which documents are written; none for all.
  var languages: [String] = []

  /// Failures that are named one by one on standard error.
  private static let toldFailures = 20

  /// What a writer is told of a pipeline.
  static func writerOptions(_ pipeline: LoadedPipeline, offsets: OffsetUnit, tokens: Bool = false)
    -> WriterOptions
  {
    WriterOptions(
      offsets: offsets, pipeline: pipeline.hash, models: pipeline.pipeline.models, includesTokens: tokens)
  }

  /// - Throws: what ends the whole run: an output that cannot be written, an input that vanishes.
  func run(_ inputs: InputList, writer: any Writer, output: OutputFile) async throws -> Engine.Report {
    Interruption.listen()
    let board = try WorkBoard()
    let progress = reporting.makeProgress(
      isShown: !isQuiet && output.path != nil, run: output.path ?? pipeline.name, board: board,
      stages: pipeline.pipeline.steps.map(\.name))
    let total = inputs.count
    let tellDead = deadWriter(progress)
    let passedOver = inputs.passedOver
    var inputs = inputs
    var counts = RunCounts()
    try output.write(writer.header)
    let report = try await Engine(pipeline.pipeline, jobs: jobs, deadline: deadline).run(
      next: { Interruption.isRequested ? nil : try inputs.next() },
      encode: { [languages] document in
        try Self.check(document, languages)
        var writer = writer
        return try writer.encode(document)
      },
      sink: { outcome in
        counts.read += 1
        switch outcome {
        case .written(let bytes):
          counts.written += 1
          try output.write(bytes)
        case .filtered: counts.filtered += 1
        case .dead(let letter):
          counts.dead += 1
          try tellDead(letter)
        }
        progress.advance(to: counts, share: total.map { Double(counts.read) / Double($0) })
      }, observer: board)
    try output.write(writer.footer)
    try output.finish()
    try deadLetters?.finish()
    try progress.finish(report.counts, isComplete: !Interruption.isRequested)
    for step in pipeline.pipeline.steps {
      for remark in step.stage.remarks { StandardError.write("\(step.name): \(remark)") }
    }
    if !isQuiet { StandardError.write(summary(report, seconds: progress.seconds, passedOver: passedOver)) }
    return report
  }

  /// - Throws: `SluiceError` with code `.filtered` for a document in none of the languages; `en` stands for `en-GB` too.
  static func check(_ document: Document, _ languages: [String]) throws {
    guard !languages.isEmpty else { return }
    let language = (document.metadata.language ?? "unknown").lowercased()
    guard languages.contains(where: { language == $0 || language.hasPrefix("\($0)-") }) else {
      throw SluiceError(.filtered, "its language is \(language)")
    }
  }

  private func deadWriter(_ progress: Progress) -> @Sendable (DeadLetter) throws -> Void {
    let file = deadLetters
    let told = Atomic<Int>(0)
    return { letter in
      if let file { return try file.write(Array(letter.json.jsonText.utf8) + [0x0A]) }
      let number = told.add(1, ordering: .relaxed).newValue
      guard number <= Self.toldFailures + 1 else { return }
      progress.clear()
      guard number <= Self.toldFailures else {
        return StandardError.write("… and more failed; --dead FILE lists them all")
      }
      var error = letter.error
      error.document = error.document ?? letter.id
      StandardError.write("failed: \(error)")
    }
  }

  private func summary(_ report: Engine.Report, seconds: Double, passedOver: Int) -> String {
    var line = "\(Format.plural(report.read, "document")) read = \(Format.count(report.written)) written"
    if report.filtered > 0 { line += " + \(Format.count(report.filtered)) filtered" }
    line += " + \(Format.count(report.dead)) failed"
    line += "; \(Format.seconds(seconds)), \(Format.decimal(Double(report.read) / max(seconds, 1e-9)))/s"
    if passedOver > 0 { line += "; \(Format.plural(passedOver, "file")) of other types left out" }
    if Interruption.isRequested { line += "; interrupted" }
    return line
  }
}

extension Engine.Report {
  fileprivate var counts: RunCounts {
    var counts = RunCounts()
    (counts.read, counts.written, counts.filtered, counts.dead) = (read, written, filtered, dead)
    return counts
  }
}
