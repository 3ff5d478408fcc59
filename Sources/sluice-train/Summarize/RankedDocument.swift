import Sluice
import SluiceSummary

/// A document with summaries that people wrote, for training and measuring.
struct RankedDocument {
  let id: String
  let sentences: [[UInt8]]
  /// In words.
  let budget: Int
  let references: [Rouge.Text]
  let stems: [[UInt64]]
  let training: SummaryTraining
  /// Which sentences the best choice of sentences takes.
  let oracle: Set<Int>

  init(_ json: JSONValue) throws {
    guard let id = json["id"]?.string, let sentences = json["sentences"]?.array?.compactMap(\.string),
      let references = json["references"]?.array?.compactMap(\.string), let budget = json["budget"]?.integer
    else { throw SluiceError(.unreadable, "expected an object with id, sentences, references and budget") }
    self.id = id
    self.budget = Int(budget)
    self.sentences = sentences.map { Array($0.utf8) }
    stems = self.sentences.map { SummaryTraining.stems(of: $0) }
    self.references = references.map { Rouge.Text(SummaryTraining.stems(of: Array($0.utf8))) }
    training = SummaryTraining(self.sentences)
    oracle = GreedyOracle.best(
      stems, lengths: training.wordCounts, references: self.references, budget: self.budget)
  }

  /// The best of each measure over the references, of a choice of sentences.
  func rouge(_ choice: [Int]) -> Rouge {
    let text = Rouge.Text(choice.flatMap { stems[$0] })
    return references.reduce(Rouge()) { $0.best(with: Rouge(text, $1)) }
  }

  static func read(_ path: String) throws -> [RankedDocument] {
    let bytes = try FileBytes.read(path)
    return try bytes.split(separator: 0x0A).map { line in
      do {
        return try RankedDocument(JSONParser.parse(Array(line)))
      } catch let failure as JSONParser.Failure {
        throw SluiceError(.unreadable, "\(path): \(failure.message)")
      }
    }
  }
}
