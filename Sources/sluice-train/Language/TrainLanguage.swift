import ArgumentParser
import Glibc
import Sluice
import SluiceLanguage

/// `sluice-train language`: the table of `SluiceLanguage`.
struct TrainLanguage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "language", abstract: "Fits the table that tells languages apart.",
    discussion: """
      The folder holds NAME.pak, Chromium's texts in a language, and NAME.xml, the names of signs in Unicode's CLDR; \
      Models.md says where they come from. A tenth of the texts is held out, the same in all languages.
      """)

  @Argument(help: "Folder of texts.") var folder: String
  @Option(name: .shortAndLong, help: "Table to write.") var output: String
  @Option(help: "Slots of the table, a power of two.") var slotBits = 14
  @Option(help: "Rounds over all languages.") var rounds = 6
  @Option(help: "Cuttings of each language in a round.") var cuttings = 5000
  @Option(help: "Languages that have names of signs only, to be learnt all the same.") var also: [String] = []
  @Option(help: "A JSONL file of {\"text\", \"lang\"} to measure on as well.") var test: String?

  func run() throws {
    let names = try Self.files(of: folder)
    let packs = Set(names.filter { $0.hasSuffix(".pak") }.map { String($0.dropLast(4)) })
    let wanted = names.filter { name in
      let stem = String(name.dropLast(4))
      return name.hasSuffix(".pak")
        || name.hasSuffix(".xml")
          && (packs.contains(stem) || also.contains(stem)
            || ["pt", "en", "zh", "zh_Hant", "no"].contains(stem))
    }
    let languages = try LanguageFolder.read(folder, names: wanted).filter { $0.training.count > 200 }
    print("\(languages.count) languages, \(languages.reduce(0) { $0 + $1.training.count }) texts")
    let trainer = LanguageTrainer(slotBits: slotBits, rounds: rounds, cuttings: cuttings)
    let start = CPUClock.seconds
    let table = trainer.fit(languages)
    print("\(Int(CPUClock.seconds - start)) s")
    try OutputFile.write(table.bytes, to: output)
    let detector = LanguageDetector(table)
    LanguageReport(detector: detector, languages: languages).print()
    if let test { try LanguageReport.measure(detector, on: test) }
  }

  private static func files(of folder: String) throws -> [String] {
    guard let directory = opendir(folder) else { throw SluiceError(.io, "cannot open \(folder)") }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".pak") || name.hasSuffix(".xml") { names.append(name) }
    }
    return names.sorted()
  }
}
