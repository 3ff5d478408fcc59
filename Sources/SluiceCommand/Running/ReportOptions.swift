import ArgumentParser
import Sluice
import SluiceBatch

/// How a run tells how far it is.
struct ReportOptions: ParsableArguments {
  @Option(
    help: "How far the run is: bar on a terminal, json for a JSON object a second on standard error, none.")
  var progress: ProgressForm = .bar

  @Option(
    help: ArgumentHelp(
      "Keep a file of metrics for the textfile collector of Prometheus' node exporter.", valueName: "file"))
  var metrics: String?

  /// - Parameters:
  ///   - isShown: whether there is room for a bar.
  ///   - run: what the run is called in metrics.
  func makeProgress(isShown: Bool, run: String, board: WorkBoard, stages: [StageName]) -> Progress {
    let form = progress == .bar && !isShown ? .none : progress
    return Progress(form, metrics: metrics.map { ($0, run) }, board: board, stages: stages)
  }
}
