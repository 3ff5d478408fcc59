import Sluice
import SluiceTranscript

/// The most frequent words with their vectors, as the table of `clean.punctuation` starts from them.
struct PunctuationLexicon {
  private(set) var hashes: [UInt32] = []
  private(set) var rows: [Float] = []

  /// - Parameters:
  ///   - folder: `glove50.i8` and `glove_words.txt`, the most frequent words first.
  ///   - most: how many of the words are taken.
  init(_ folder: String, most: Int) throws {
    let dimensions = PunctuationVectors.dimensions
    let file = try FileBytes.read("\(folder)/glove50.i8")
    let words = try FileBytes.read("\(folder)/glove_words.txt").split(separator: 0x0A)
    let head = 12 + dimensions * 4
    guard file.starts(with: Array("GLV1".utf8)), file.count == head + words.count * dimensions else {
      throw SluiceError(.unreadable, "the vectors in \(folder) are damaged")
    }
    let scale = (0..<dimensions).map { d in
      file.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: 12 + d * 4, as: Float.self) }
    }
    var seen: Set<UInt32> = []
    for (number, word) in words.prefix(most).enumerated() {
      let hash = PunctuationVectors.hash(Array(word))
      guard seen.insert(hash).inserted else { continue }
      hashes.append(hash)
      let start = head + number * dimensions
      for d in 0..<dimensions { rows.append(Float(Int8(bitPattern: file[start + d])) * scale[d]) }
    }
    // Numbers of about one: their mean square is.
    let sum = rows.reduce(0.0) { $0 + Double($1) * Double($1) }
    let root = Float((sum / Double(max(1, rows.count))).squareRoot())
    rows = rows.map { $0 / root }
  }

  var vectors: PunctuationVectors { PunctuationVectors(hashes: hashes) }
}
