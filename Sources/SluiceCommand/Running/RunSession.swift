import Sluice
import SluiceArchives
import SluiceOutputs
import SluicePipelines

/// One run of a pipeline over inputs, with all that people and files are told of it.
struct RunSession {
  let pipeline: LoadedPipeline
  var jobs = 1
  var deadline: Duration? = .seconds(10)
  /// Where dead letters go as JSON lines; `nil` to name them on standard error.
  var deadLetters: OutputFile?
  var isQuiet = false

  /// What a writer is told of a pipeline.
  static func writerOptions(_ pipeline: LoadedPipeline, offsets: OffsetUnit) -> WriterOptions {
    WriterOptions(offsets: offsets, pipeline: pipeline.hash, models: pipeline.pipeline.models)
  }

  /// - Throws: what ends the whole run: an output that cannot be written, an input that vanishes.
  func run(_ inputs: InputList, writer: any Writer, output: OutputFile) async throws -> Engine.Report {
    Interruption.listen()
    let progress = Progress(total: inputs.count, isShown: !isQuiet && output.path != nil)
    let tellDead = deadWriter(progress)
    let passedOver = inputs.passedOver
    var inputs = inputs
    try output.write(writer.header)
    let report = try await Engine(pipeline.pipeline, jobs: jobs, deadline: deadline).run(
      next: { Interruption.isRequested ? nil : try inputs.next() },
      encode: { document in
        var writer = writer
        return try writer.encode(document)
      },
      sink: { outcome in
        switch outcome {
        case .written(let bytes): try output.write(bytes)
        case .dead(let letter): try tellDead(letter)
        }
        progress.advance(isDead: outcome.isDead)
      })
    try output.write(writer.footer)
    try output.finish()
    try deadLetters?.finish()
    progress.clear()
    if !isQuiet { StandardError.write(summary(report, seconds: progress.seconds, passedOver: passedOver)) }
    return report
  }

  private func deadWriter(_ progress: Progress) -> @Sendable (DeadLetter) throws -> Void {
    let file = deadLetters
    return { letter in
      if let file {
        try file.write(Array(letter.json.jsonText.utf8) + [0x0A])
      } else {
        progress.clear()
        var error = letter.error
        error.document = error.document ?? letter.id
        StandardError.write("failed: \(error)")
      }
    }
  }

  private func summary(_ report: Engine.Report, seconds: Double, passedOver: Int) -> String {
    var line = "\(Format.plural(report.read, "document")) read = \(Format.count(report.written)) written"
    line += " + \(Format.count(report.dead)) failed"
    line += "; \(Format.seconds(seconds)), \(Format.decimal(Double(report.read) / max(seconds, 1e-9)))/s"
    if passedOver > 0 { line += "; \(Format.plural(passedOver, "file")) of other types left out" }
    if Interruption.isRequested { line += "; interrupted" }
    return line
  }
}

extension Engine.Outcome {
  fileprivate var isDead: Bool {
    if case .dead = self { true } else { false }
  }
}
