import Sluice

/// What is scored by precision, recall and F1, from 0 to 1.
protocol Measured {
  var precision: Double { get }
  var recall: Double { get }
  var f1: Double { get }
}

extension Measured {
  /// The three as cells of a table, in percent.
  var cells: String { [precision, recall, f1].map(EvalCommand.percent).joined() }
}

/// What was found and is right, what was found and is not, and what should have been found.
struct HitCounts: Measured {
  var right = 0
  var wrong = 0
  var missed = 0

  var precision: Double { right + wrong > 0 ? Double(right) / Double(right + wrong) : 1 }
  var recall: Double { right + missed > 0 ? Double(right) / Double(right + missed) : 1 }
  var f1: Double { precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0 }

  /// The three as cells of a table.
  var counts: String { [right, wrong, missed].map { EvalCommand.leftPadded("\($0)", 8) }.joined() }
}

extension JSONWriter {
  mutating func numbers(_ members: KeyValuePairs<String, Double>) {
    for (name, value) in members {
      key(name)
      number(value)
    }
  }

  /// An object of precision, recall and F1, and what else there is to say.
  mutating func member(
    _ name: String, _ score: some Measured, also more: (inout JSONWriter) -> Void = { _ in }
  ) {
    key(name)
    object { json in
      json.numbers(["precision": score.precision, "recall": score.recall, "f1": score.f1])
      more(&json)
    }
  }
}
