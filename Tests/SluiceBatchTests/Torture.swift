import Foundation

/// Kills a run again and again, starts it again, and spoils the tails of its files as a power cut may.
struct Torture: CustomStringConvertible {
  private(set) var kills = 0
  private(set) var rounds = 0
  private(set) var failures: [String] = []
  /// What the rounds have left, without repetitions.
  private(set) var results: [[String: Data]] = []
  private let folder: Folder
  private let arguments: [String]

  init(_ folder: Folder, _ arguments: [String]) {
    self.folder = folder
    self.arguments = arguments
  }

  var description: String { "\(rounds) rounds, \(kills) kills" }

  /// Kills that are asked for by the environment, for a long run: `make torture`.
  static let wantedKills =
    ProcessInfo.processInfo.environment["SLUICE_TORTURE_KILLS"].flatMap { Int($0) } ?? 0

  /// Rounds until the time is up and there were enough kills: each is killed until it ends by itself.
  mutating func run(output: String, seconds: Double) throws {
    let end = Date() + seconds
    while failures.isEmpty, Date() < end || kills < Self.wantedKills / 2 {
      try round(output)
      let result = try folder.results(output)
      if results.last != result { results.append(result) }
      try FileManager.default.removeItem(atPath: folder.path(output))
    }
  }

  private mutating func round(_ output: String) throws {
    var patience = 0.3
    while true {
      let process = try Program.start(arguments, in: folder, FileHandle.nullDevice, FileHandle.nullDevice)
      let deadline = Date() + Double.random(in: 0.002...patience)
      let growing = Bool.random() ? folder.path("\(output)/.run/journal") : nil
      let before = growing.map(Self.size)
      while process.isRunning, Date() < deadline {
        // Half of the kills fall just behind a commit.
        if let growing, Self.size(growing) != before { break }
        usleep(500)
      }
      guard process.isRunning else {
        process.waitUntilExit()
        rounds += 1
        if ![0, 1].contains(process.terminationStatus) {
          failures.append("status \(process.terminationStatus)")
        }
        return
      }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      kills += 1
      patience = min(5, patience * 1.1)
      if Bool.random() { spoil(output) }
    }
  }

  /// Random bytes behind the files that grow. The worker ends a moment after its supervisor.
  private func spoil(_ output: String) {
    usleep(100_000)
    for name in ["journal", "part-00000.jsonl.zst", "dead.jsonl", "fingerprints", "duplicates.jsonl"] {
      guard let file = FileHandle(forWritingAtPath: folder.path("\(output)/.run/\(name)")) else { continue }
      _ = try? file.seekToEnd()
      try? file.write(contentsOf: Data((0..<Int.random(in: 1...9000)).map { _ in UInt8.random(in: 0...255) }))
      try? file.close()
    }
  }

  private static func size(_ path: String) -> Int {
    (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
  }
}
