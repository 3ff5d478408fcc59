import Sluice
import SluiceEntities
import SluiceTesting
import Testing

struct TagNumbersTests {
  /// The page is of 2024-05-16, a Thursday.
  @Test(arguments: [
    ("He left on May 16, 2024.", "2024-05-16"), ("He left on 2024-02-29.", "2024-02-29"),
    ("He left last Tuesday.", "2024-05-14"), ("He left yesterday.", "2024-05-15"),
    ("He left two years ago.", "2022"), ("He left last month.", "2024-04"),
    ("He stayed for two years.", "P2Y"),
    ("It was in the 1990s.", "199X"), ("It began in May 2023.", "2023-05"), ("We meet at 2:30 pm.", "T14:30"),
    ("It cost $3.5 million.", "3500000 USD"), ("It cost 40 euros.", "40 EUR"), ("It fell 12.5%.", "12.5 %"),
    ("It is 5 km away.", "5 kilometer"), ("They are twenty-one.", "21"), ("They are the third.", "3"),
  ])
  func valuesAreNormalised(_ text: String, _ value: String) async throws {
    var document = Fixture.document(text)
    document.metadata.set("date", .string("2024-05-16"))
    var stage = TagNumbers()
    try await stage.process(&document)
    #expect(document[.entities]?.values == [value])
  }

  /// The assembler file names the hash of the table, and the table keeps to its limit.
  @Test func theShippedTableIsTheOneThatIsNamed() throws {
    let hash = try #require(TagEntities().model?.split(separator: "-").last)
    let root = "\(#filePath)".split(separator: "/", omittingEmptySubsequences: false).dropLast(4).joined(
      separator: "/")
    let table = try FileBytes.read("\(root)/Sources/CSluiceModels/Data/tag-english.bin")
    #expect(TaggerTable.hash(table) == hash)
    #expect(table.count <= 10_000_000)
  }

  @Test func expressionsAreFoundAsMarked() async throws {
    for text in try MarkedText.read("numbers.txt") {
      var document = Fixture.document(text.plain)
      var stage = TagNumbers()
      try await stage.process(&document)
      #expect(MarkedText.mark(document, withIdentities: false) == text.marked)
    }
  }

  @Test func itKeepsThePromisesOfAStage() async throws {
    let texts = try MarkedText.read("numbers.txt")
    let documents = texts.enumerated().map { Fixture.document($1.plain, id: "\($0)") }
    #expect(try await checkStage(TagNumbers(), on: documents + HostileText.all) == [])
  }
}
