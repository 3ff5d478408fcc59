import ArgumentParser
import Sluice
import SluiceTranscript

/// `sluice-train words`: the words by which `clean.transcript` tells misspellings.
struct TrainWords: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "words", abstract: "Makes the table of known words of clean.transcript of a list of words.")

  @Argument(help: "Words, one a line, the most frequent first.") var list: String
  @Option(help: "How many of them are known.") var most = 60_000
  @Option(help: "How many of them are common.") var common = 20_000
  @Option(name: .shortAndLong, help: "File to write.") var output: String

  func run() throws {
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    let words = try FileBytes.read(list).split(separator: 0x0A).filter { word in
      word.count > 2 && word.allSatisfy(letters.contains)
    }
    let bytes = KnownWords.table(
      words.prefix(most).map { String(decoding: $0, as: UTF8.self) }, common: common)
    try OutputFile.write(bytes, to: output)
    print("\(min(most, words.count)) words, \(bytes.count) bytes")
  }
}
