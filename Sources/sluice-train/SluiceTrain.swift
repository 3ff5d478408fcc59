import ArgumentParser

/// Trains the tables that the stages ship, reproducibly, from open data.
@main
struct SluiceTrain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sluice-train", abstract: "Trains the tables that the stages ship.",
    subcommands: [
      TrainParse.self, TrainSplit.self, TrainLanguage.self, TrainClean.self, TrainWords.self,
      TrainPunctuate.self, TrainTag.self, TrainSummarize.self, MeasureTokens.self,
    ])
}
