import Sluice
import SluiceBatch

/// How far a run is, as people, programs and monitors are told.
struct RunStatus {
  var counts = RunCounts()
  /// What earlier runs have left, which took none of this run's time.
  var before = RunCounts()
  var seconds = 0.0
  /// How much of the inputs is read, from 0 to 1; `nil` when it is not known.
  var share: Double?
  var restarts = 0
  var stages: [(name: String, seconds: Double)] = []
  var isFinished = false

  /// Documents per second.
  var rate: Double { Double(counts.read - before.read) / max(seconds, 0.001) }

  /// Seconds to the end, as far as can be told.
  func remaining(startShare: Double) -> Double? {
    guard let share, share > startShare, share < 1 else { return nil }
    return seconds * (1 - share) / (share - startShare)
  }

  /// The share of the stages' time that each takes.
  var shares: [(name: String, share: Double)] {
    let total = stages.reduce(0) { $0 + $1.seconds }
    return stages.map { ($0.name, total > 0 ? $0.seconds / total : 0) }
  }
}

extension RunStatus {
  func json(startShare: Double) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("read", counts.read)
      json.member("written", counts.written)
      json.member("filtered", counts.filtered)
      json.member("dead", counts.dead)
      json.key("seconds")
      json.number(seconds, digits: 1)
      json.key("rate")
      json.number(rate, digits: 2)
      json.key("share")
      if let share { json.number(share, digits: 4) } else { json.null() }
      json.key("eta")
      if let left = remaining(startShare: startShare) { json.number(left, digits: 1) } else { json.null() }
      json.member("restarts", restarts)
      json.key("stages")
      json.object { json in
        for (name, share) in shares {
          json.key(name)
          json.number(share, digits: 4)
        }
      }
      json.key("finished")
      json.bool(isFinished)
    }
    return json.bytes + [0x0A]
  }

  /// The text format of Prometheus, as the textfile collector of its node exporter reads it.
  func metrics(run: String) -> [UInt8] {
    var text = ""
    func metric(
      _ name: String, _ kind: String, _ help: String, _ values: [(labels: [(String, String)], String)]
    ) {
      text += "# HELP sluice_\(name) \(help)\n# TYPE sluice_\(name) \(kind)\n"
      for (labels, value) in values {
        let all = [("run", run)] + labels
        text +=
          "sluice_\(name){\(all.map { "\($0.0)=\"\(Self.escaped($0.1))\"" }.joined(separator: ","))} \(value)\n"
      }
    }
    let outcomes = [("written", counts.written), ("filtered", counts.filtered), ("dead", counts.dead)]
    metric(
      "documents_total", "counter", "Documents that are done, by what became of them.",
      outcomes.map { ([("outcome", $0.0)], "\($0.1)") })
    metric("documents_per_second", "gauge", "Rate of this run.", [([], "\(rate)")])
    if let share {
      metric("inputs_share", "gauge", "How much of the inputs is read, 0 to 1.", [([], "\(share)")])
    }
    metric("run_seconds", "gauge", "Time since this run started.", [([], "\(seconds)")])
    metric(
      "stage_seconds_total", "counter", "Time in each stage, over all workers.",
      stages.map { ([("stage", $0.name)], "\($0.seconds)") })
    metric(
      "worker_restarts_total", "counter", "Worker processes that ended before their time.",
      [([], "\(restarts)")])
    metric("run_finished", "gauge", "1 once the run is over.", [([], isFinished ? "1" : "0")])
    return Array(text.utf8)
  }

  private static func escaped(_ value: String) -> String {
    value.reduce(into: "") { text, character in
      switch character {
      case "\\": text += "\\\\"
      case "\"": text += "\\\""
      case "\n": text += "\\n"
      default: text.append(character)
      }
    }
  }
}
