import ArgumentParser
import Sluice
import SluiceArchives
import SluiceHash

struct RecordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "records",
    abstract: "List the records that archives hold.",
    discussion: """
      One JSON line for each record of WARC, ARC, WACZ, zip, tar and 7z files, each line of .jsonl, and each other \
      file, with its place, type, URI, and the length and SHA-1 of its content without the encodings of HTTP. \
      Everything is listed unless a filter is given.
      """)

  @Argument(help: ArgumentHelp("Files and folders.", valueName: "input"))
  var inputs: [String]

  @OptionGroup var filter: FilterOptions

  @Flag(help: "Decode all records and print their number and bytes only.")
  var count = false

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"))
  var output: String?

  func run() throws {
    let registry = try Installation.registry()
    var wanted = try filter.applied(to: .everything)
    wanted.cutsOversize = true
    var list = try InputList(
      inputs, readers: registry.readers, mediaTypes: ["*"],
      options: InputOptions(filter: wanted, ids: .asGiven))
    let output = try OutputFile(output)
    var tally = RecordTally()
    while let input = try list.next() {
      let listing = RecordListing(input, hashes: !count)
      guard !listing.isFiltered else { continue }
      tally.add(listing)
      if !count { try output.write(Array(listing.json.jsonText.utf8) + [0x0A]) }
    }
    if count { try output.write(Array(tally.json.jsonText.utf8) + [0x0A]) }
    try output.finish()
    if tally.unreadable > 0 {
      StandardError.write("\(Format.plural(tally.unreadable, "place")) could not be read")
      throw ExitCode(1)
    }
  }
}

/// Sums over what was listed.
private struct RecordTally {
  private var records = 0
  private var bytes = 0
  private(set) var unreadable = 0

  mutating func add(_ listing: RecordListing) {
    guard let length = listing.length else {
      unreadable += 1
      return
    }
    records += 1
    bytes += length
  }

  var json: JSONValue {
    .object([
      JSONValue.Member("records", .integer(records)), JSONValue.Member("bytes", .integer(bytes)),
      JSONValue.Member("unreadable", .integer(unreadable)),
    ])
  }
}
