import ArgumentParser
import Sluice
import SluiceHTML

/// `sluice-train parse`: the table of `parse.html`.
struct TrainParse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse", abstract: "Fits the weights that parse.html tells text from boilerplate by.",
    discussion: """
      A folder is named for its set and holds truth.jsonl, lines of {"id", "url", "text"}, and pages/ID.html. \
      Measures by folds of whole hosts, never on pages of a host that was trained on.
      """)

  @Argument(help: "Folders of annotated pages.") var folders: [String]
  @Option(name: .shortAndLong, help: "Swift file to write.") var output: String
  @Option(help: "Folds to measure by; 0 for no measuring.") var folds = 5
  @Option(help: "Folder for the texts of held-out pages, a .jsonl file a set.") var heldOut: String?

  func validate() throws {
    guard folds == 0 || folds > 1 else { throw ValidationError("one fold leaves nothing to train on") }
    for folder in folders where PageSet.weights[PageSet.name(of: folder)] == nil {
      throw ValidationError(
        "\(folder): the table that ships may be trained only on \(PageSet.weights.keys.sorted())")
    }
  }

  func run() throws {
    let sets = try folders.map(PageSet.init).sorted { $0.name < $1.name }
    for set in sets {
      let blocks = set.pages.reduce(0) { $0 + $1.labels.count }
      print("\(set.name): \(set.pages.count) pages, \(blocks) blocks, \(set.unread) pages not read")
    }
    let samples = sets.flatMap { set in set.pages.map { BlockRegression.Sample($0, weight: set.weight) } }
    let weights = BlockRegression().fit(samples)
    try OutputFile.write(weights.source, to: output)
    report("in sample", sets.map { set in (set.name, set.pages.map { ($0, weights.table) }) })
    guard folds > 0 else { return }
    let models = (0..<folds).map { fold in
      BlockRegression().fit(samples.filter { $0.page.fold(of: folds) != fold }).table
    }
    let heldOutPages = sets.map { set in
      (name: set.name, pages: set.pages.map { ($0, models[$0.fold(of: folds)]) })
    }
    report("held out, \(folds) folds of hosts", heldOutPages)
    if let heldOut {
      for set in heldOutPages { try write(set.pages, to: "\(heldOut)/\(set.name).jsonl") }
    }
  }

  private func report(_ title: String, _ sets: [(name: String, pages: [(LabelledPage, BlockWeights)])]) {
    print("\(title):")
    for set in sets {
      var score = BlockScore()
      for (page, weights) in set.pages { score.add(page, page.page.keep(by: weights)) }
      print("  \(set.name.padding(12)) \(score.line)")
    }
  }

  private func write(_ pages: [(LabelledPage, BlockWeights)], to path: String) throws {
    var lines: [UInt8] = []
    for (page, weights) in pages {
      var line = JSONWriter()
      line.object { line in
        line.member("id", page.id)
        line.key("text")
        line.string(utf8: page.text(page.page.keep(by: weights)))
      }
      lines += line.bytes + [0x0A]
    }
    try OutputFile.write(lines, to: path)
  }
}
