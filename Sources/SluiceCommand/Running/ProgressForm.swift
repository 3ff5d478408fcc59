import ArgumentParser

/// How a run tells how far it is.
enum ProgressForm: String, ExpressibleByArgument, CaseIterable {
  /// A line that is drawn over, where there is a terminal.
  case bar
  /// JSON lines on standard error, one a second.
  case json
  case none
}
