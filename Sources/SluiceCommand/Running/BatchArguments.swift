public import ArgumentParser
import SluiceArchives
public import SluiceBatch

/// Options of runs into a folder.
struct BatchArguments: ParsableArguments {
  static let names =
    "--shard, --max-errors, --dedupe, --dedupe-window, --dedupe-threshold, --chunk, --part-size and --restart"

  @Option(
    help: ArgumentHelp("Read the i-th of n equal parts of the inputs, from 0/n to n-1/n.", valueName: "i/n"))
  var shard: ShardArgument?

  @Option(
    help: ArgumentHelp(
      "Stop when more documents fail: a number, or a share such as 3/1000. Exit code 4.", valueName: "n|n/m"))
  var maxErrors: ErrorBudget?

  @Option(help: "Leave out documents whose text was there before: exact, or near for much the same words.")
  var dedupe: Deduplication.Kind?

  @Option(
    help: ArgumentHelp("Kept documents that a new one is compared with. (default: 100000)", valueName: "n"))
  var dedupeWindow: Int?

  @Option(
    help: ArgumentHelp(
      "The share of equal runs of words that makes near duplicates. (default: 0.8)", valueName: "0–1"))
  var dedupeThreshold: Double?

  @Option(
    help: ArgumentHelp(
      "The most documents that are worked on again after a kill. (default: 200)", valueName: "n"))
  var chunk: Int?

  @Option(help: ArgumentHelp("Megabytes of a part before the next begins. (default: 256)", valueName: "MB"))
  var partSize: Int?

  @Flag(help: "Begin anew: remove what earlier runs have left in the folder.")
  var restart = false

  @Flag(
    inversion: .prefixedNo, help: "Work in a process of its own, so that a crash or hang costs one document.")
  var supervisor = true

  func validate() throws {
    func check(_ name: String, _ isGood: Bool?, _ range: String) throws {
      if isGood == false { throw ValidationError("--\(name) must be \(range)") }
    }
    try check("dedupe-window", dedupeWindow.map { (1...100_000_000).contains($0) }, "from 1 to 100000000")
    try check("dedupe-threshold", dedupeThreshold.map { $0 > 0 && $0 <= 1 }, "more than 0 and at most 1")
    try check("chunk", chunk.map { (1...1_000_000).contains($0) }, "from 1 to 1000000")
    try check("part-size", partSize.map { (1...1_000_000).contains($0) }, "from 1 to 1000000")
    guard dedupe != nil || (dedupeWindow == nil && dedupeThreshold == nil) else {
      throw ValidationError("--dedupe-window and --dedupe-threshold need --dedupe")
    }
  }

  var isUsed: Bool {
    shard != nil || maxErrors != nil || dedupe != nil || chunk != nil || partSize != nil || restart
  }

  var options: BatchOptions {
    var options = BatchOptions()
    options.budget = maxErrors
    if let chunk { options.chunk = chunk }
    if let partSize { options.partSize = partSize << 20 }
    options.deduplication = dedupe.map { kind in
      var deduplication = Deduplication(kind)
      if let dedupeWindow { deduplication.window = dedupeWindow }
      if let dedupeThreshold { deduplication.threshold = dedupeThreshold }
      return deduplication
    }
    return options
  }
}

/// `3/8`: the fourth of eight shards.
struct ShardArgument: ExpressibleByArgument {
  let shard: Shard

  init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let index = parts[0], let count = parts[1], let shard = Shard(index, of: count)
    else {
      return nil
    }
    self.shard = shard
  }
}

extension ErrorBudget: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension Deduplication.Kind: ExpressibleByArgument {}
