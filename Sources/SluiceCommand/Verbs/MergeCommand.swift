import ArgumentParser
import Sluice
import SluiceBatch

struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Join the shards of a run, and prove that nothing is missing.",
    discussion: """
      The folders are those of `sluice run … --shard i/n`, all n of them, in any order. Each file is checked against \
      the hash in its shard's manifest. The records are those of an undivided run in the same order.
      """)

  @Argument(help: ArgumentHelp("Folders of shards.", valueName: "dir"))
  var shards: [String]

  @Option(name: .shortAndLong, help: ArgumentHelp("The folder to write.", valueName: "dir"))
  var output: String

  @Flag(help: "Begin anew: remove what earlier runs have left in the folder.")
  var restart = false

  @Flag(name: .shortAndLong, help: "Say nothing but what went wrong.")
  var quiet = false

  func run() throws {
    let destination = RunFolder(output)
    let merge = try ShardMerge(shards.map { RunFolder($0) }, into: destination)
    let lock = try destination.lock()
    defer { withExtendedLifetime(lock) {} }
    if restart { try destination.clear() }
    let manifest = try merge.merge()
    if !quiet {
      let counts = BatchSession.summary(manifest.counts)
      StandardError.write("\(Format.plural(shards.count, "shard")): \(counts)")
    }
    print(manifest.trailer.jsonText)
  }
}
