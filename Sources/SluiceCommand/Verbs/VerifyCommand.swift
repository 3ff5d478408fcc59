import ArgumentParser
import Glibc
import Sluice
import SluiceArchives
import SluiceFetch
import SluiceOutputs

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Prove an output: read the sources again and check every range of every record.",
    discussion: """
      The source of each record is found by its URI; relative paths start where the run was started, or in the \
      folder that --root names. Pages that were fetched are found in the cache of the run.
      """)

  @Argument(
    help: ArgumentHelp("Files of records, folders of runs, or - for standard input.", valueName: "output"))
  var outputs: [String]

  @Option(help: ArgumentHelp("Folder that relative source paths start in.", valueName: "folder"))
  var root: String?

  @Option(help: ArgumentHelp("WARC file that sources with http and https URLs are in.", valueName: "file"))
  var cache: String?

  @Option(help: ArgumentHelp("Most mismatches to show.", valueName: "n"))
  var show = 20

  func run() throws {
    var verification = Verification(shown: show, pages: cache.map { RecordedPages($0) })
    // Where outputs are is settled before the working folder changes.
    let files = try outputs.map { try LineReader($0) }
    if let root, chdir(root) != 0 {
      throw SluiceError(.io, "cannot enter \(root)", underlying: String(cString: strerror(errno)))
    }
    for file in files {
      while let line = try file.next() { verification.check(line, from: file) }
    }
    verification.report()
    if !verification.isProven { throw ExitCode(3) }
  }
}

/// Counts what is proven of a series of records, and shows the first of what is not.
private struct Verification {
  private var verifier = Verifier()
  private var finder = SourceFinder()
  private var unread = 0
  private var mismatches = 0
  private let shown: Int

  private let pages: RecordedPages?

  init(shown: Int, pages: RecordedPages?) {
    self.shown = shown
    self.pages = pages
  }

  var isProven: Bool { mismatches == 0 && unread == 0 && verifier.checked.records > 0 }

  mutating func check(_ line: [UInt8], from file: LineReader) {
    do {
      let record = try Record(line: line)
      guard let uri = record.source.uri else {
        throw SluiceError(.io, "the record names no source", document: record.id)
      }
      let source: [UInt8]
      do {
        source = try pages?.bytes(of: uri) ?? finder.bytes(of: uri, record.metadata)
      } catch var error as SluiceError {
        error.document = record.id
        throw error
      }
      for mismatch in verifier.verify(record, source) {
        mismatches += 1
        if mismatches <= shown { StandardError.write("mismatch: \(mismatch)") }
      }
    } catch {
      unread += 1
      if unread <= shown { StandardError.write("\(file.path):\(file.line): \(error)") }
    }
  }

  func report() {
    let checked = verifier.checked.named
    let proven = verifier.proven.named
    for (kind, proof) in zip(checked, proven) where kind.count > 0 {
      let share =
        proof.count == kind.count
        ? "100 %" : "\(Format.decimal(100 * Double(proof.count) / Double(kind.count))) %"
      Swift.print(
        "\(kind.name.padded(to: 10)) \(Format.count(proof.count)) of \(Format.count(kind.count)) proven, \(share)"
      )
    }
    if mismatches > shown { StandardError.write("… and \(Format.count(mismatches - shown)) more mismatches") }
    if unread > 0 { StandardError.write("\(Format.plural(unread, "record")) could not be checked") }
    if verifier.checked.records == 0 { StandardError.write("there are no records") }
  }
}
