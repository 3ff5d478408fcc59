import ArgumentParser
import Sluice
import SluiceHTML

/// `sluice-train parse`: the model of `parse.html`.
struct TrainParse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse", abstract: "Fits the model that parse.html tells text from boilerplate by.",
    discussion: """
      A folder is named for its set and holds truth.jsonl, lines of {"id", "url", "text"} or {"id", "with", \
      "without"}, and pages/ID.html. Measures by folds of whole hosts, never on pages of a host that was trained on, \
      or with whole sets left out.
      """)

  @Argument(help: "Folders of annotated pages.") var folders: [String]
  @Option(name: .shortAndLong, help: "File to write the model to; without it, only measures.") var output:
    String?
  @Option(help: "Folds to measure by.") var folds = 5
  @Flag(help: "Leave whole sets out instead of hosts.") var leaveOut = false
  @Option(help: "Trees of each forest.") var trees = 96
  @Option(help: "Folder for the texts of held-out pages, a .jsonl file a set.") var heldOut: String?

  func validate() throws {
    guard folds > 1 else { throw ValidationError("one fold leaves nothing to train on") }
    for folder in folders where PageSet.weights[PageSet.name(of: folder)] == nil {
      throw ValidationError(
        "\(folder): the model that ships may be trained only on \(PageSet.weights.keys.sorted())")
    }
  }

  func run() throws {
    let sets = try folders.map(PageSet.init).sorted { $0.name < $1.name }
    for set in sets {
      let blocks = set.pages.reduce(0) { $0 + $1.labels.count }
      print("\(set.name): \(set.pages.count) pages, \(blocks) blocks, \(set.unread) pages not read")
    }
    let (leaveOut, folds) = (leaveOut, folds)
    var fit = ModelFit(sets) { set, page in leaveOut ? set : page.fold(of: folds) }
    fit.forest.trees = trees
    fit.run(final: output != nil) { print($0) }
    if let output {
      try OutputFile.write(fit.model.bytes, to: output)
      print("hash \(Self.hash(fit.model.bytes)): write it into Sources/CSluiceModels/models.S")
    }
    print(leaveOut ? "each set left out:" : "held out, \(folds) folds of hosts:")
    for (index, set) in sets.enumerated() {
      var score = BlockScore()
      var lines: [UInt8] = []
      for (place, page) in fit.pages.enumerated() where fit.setOf[place] == index {
        let keep = page.page.keep(by: fit.heldOut[fit.folds[place]])
        score.add(page, keep)
        var line = JSONWriter()
        line.object { line in
          line.member("id", page.id)
          line.key("text")
          line.string(utf8: page.text(keep))
        }
        lines += line.bytes + [0x0A]
      }
      print("  \(set.name.padding(12)) \(score.line)")
      if let heldOut { try OutputFile.write(lines, to: "\(heldOut)/\(set.name).jsonl") }
    }
  }

  /// FNV-1a.
  private static func hash(_ bytes: [UInt8]) -> String {
    let hash = bytes.reduce(WordHashes.start, WordHashes.mix)
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
