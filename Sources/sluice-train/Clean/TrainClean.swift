import ArgumentParser
import Sluice
import SluiceTranscript

/// `sluice-train clean`: the table of `clean.transcript` for what speakers take back.
struct TrainClean: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean", abstract: "Trains the table of clean.transcript for what speakers take back.")

  @Argument(help: "Annotated talk: rows with text, tokens and delete.") var talk: String
  @Argument(help: "Clean talk to put restarts into: rows with words and punct.") var clean: String
  @Option(help: "Genres of the annotated talk that may train.")
  var genres: [String] = ["court", "interview", "speech", "vlog"]
  @Option(help: "Sentences of clean talk.") var sentences = 10_000
  @Option(help: "How often the annotated talk counts.") var weight = 3
  @Option(help: "Rounds over the data.") var epochs = 5
  @Option(name: .shortAndLong, help: "File to write.") var output: String

  func run() throws {
    let annotated = try SpokenText.read(talk, genres: genres)
    var synthesis = try SpokenSynthesis(clean, most: 9000, seed: 1)
    var examples: [RestartTraining.Example] = []
    for _ in 0..<weight {
      for text in annotated { examples += RestartTraining.examples(text.bytes, isGone: text.isGone) }
    }
    for text in synthesis.texts(sentences) {
      examples += RestartTraining.examples(text.bytes, isGone: text.isGone)
    }
    let weights = RestartTrainer(epochs: epochs).train(examples)
    try OutputFile.write(RestartTraining.table(weights), to: output)
    print("\(annotated.count) texts, \(examples.count) stretches, \(weights.count { $0 != 0 }) weights")
  }
}
