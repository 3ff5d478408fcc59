import Sluice
import SluiceEntities

/// Word vectors, clusters and gazetteer as parts of a table.
struct TagLexicon {
  /// The vectors in the order of the table.
  private(set) var vectors: [Float] = []
  private(set) var parts: [TaggerTable.Part: [UInt8]] = [:]

  private static let dimensions = 50
  private static let kinds = [
    "CTRY", "CONT", "STATE", "CITY", "TOWN", "LAST", "FIRST", "ORGX", "NORPX", "LOCX",
  ]

  /// - Parameter folder: `glove50.i8`, `glove_words.txt`, `glove_clusters.u16` and `gazetteer.tsv`.
  init(_ folder: String) throws {
    try readWords(folder)
    try readNames("\(folder)/gazetteer.tsv")
  }

  private mutating func readWords(_ folder: String) throws {
    let file = try FileBytes.read("\(folder)/glove50.i8")
    let words = try FileBytes.read("\(folder)/glove_words.txt").split(separator: 0x0A)
    let clusters = try FileBytes.read("\(folder)/glove_clusters.u16")
    let head = 12 + Self.dimensions * 4
    guard file.starts(with: Array("GLV1".utf8)), file.count == head + words.count * Self.dimensions,
      clusters.count == words.count * 6
    else { throw SluiceError(.unreadable, "the vectors in \(folder) are damaged") }
    let scale = (0..<Self.dimensions).map { d in
      file.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: 12 + d * 4, as: Float.self) }
    }
    // Of words of one key the most frequent stays.
    var seen: Set<UInt64> = []
    var rows: [(hash: UInt64, word: Int)] = []
    for (index, word) in words.enumerated() {
      let key = TaggerTraining.key(of: word)
      if seen.insert(key).inserted { rows.append((TaggerTable.spread(key), index)) }
    }
    rows.sort { $0.hash < $1.hash }
    parts[.wordDirectory] = Self.directory(rows.map(\.hash))
    parts[.wordPrints] = Self.prints(rows.map(\.hash))
    parts[.vectorScale] = TagTableFile.bytes(of: scale)
    var info: [UInt32] = []
    var bytes: [UInt8] = []
    for row in rows {
      let cluster = (0..<3).map { k in
        UInt32(clusters[row.word * 6 + k * 2]) | UInt32(clusters[row.word * 6 + k * 2 + 1]) << 8
      }
      // Half powers of two of the rank.
      let rank = UInt32((row.word + 1).bitWidth - (row.word + 1).leadingZeroBitCount)
      let half = UInt32((row.word + 1) >> max(0, Int(rank) - 2) & 1)
      info.append(
        cluster[0] & 0x3F | (cluster[1] & 0xFF) << 6 | (cluster[2] & 0x3FF) << 14 | (rank * 2 + half) << 24)
      let vector = file[head + row.word * Self.dimensions..<head + (row.word + 1) * Self.dimensions]
      bytes += vector
      for (d, byte) in vector.enumerated() { vectors.append(Float(Int8(bitPattern: byte)) * scale[d]) }
    }
    parts[.wordInfo] = TagTableFile.bytes(of: info)
    parts[.vectors] = bytes
  }

  private mutating func readNames(_ path: String) throws {
    var kinds: [UInt64: UInt16] = [:]
    for line in try FileBytes.read(path).split(separator: 0x0A) {
      let fields = line.split(separator: 0x09).map { String(decoding: $0, as: UTF8.self) }
      guard fields.count == 2, let kind = Self.kinds.firstIndex(of: fields[1]) else { continue }
      let phrases = TaggerTraining.phrases(of: fields[0])
      guard let whole = phrases.last else { continue }
      for phrase in phrases.dropLast() { kinds[phrase, default: 0] |= 0x8000 }
      kinds[whole, default: 0] |= 1 << UInt16(kind)
    }
    let rows = kinds.map { (hash: TaggerTable.spread($0.key), kinds: $0.value) }.sorted { $0.hash < $1.hash }
    parts[.nameDirectory] = Self.directory(rows.map(\.hash))
    parts[.namePrints] = Self.prints(rows.map(\.hash))
    parts[.nameKinds] = TagTableFile.bytes(of: rows.map(\.kinds))
  }

  private static func directory(_ hashes: [UInt64]) -> [UInt8] {
    var directory: [UInt32] = []
    var index = 0
    for slot in 0...(1 << TaggerTable.directoryBits) as ClosedRange<UInt64> {
      while index < hashes.count, hashes[index] >> (64 - TaggerTable.directoryBits) < slot { index += 1 }
      directory.append(UInt32(index))
    }
    return TagTableFile.bytes(of: directory)
  }

  private static func prints(_ hashes: [UInt64]) -> [UInt8] {
    TagTableFile.bytes(
      of: hashes.map { UInt16(truncatingIfNeeded: $0 >> (48 - TaggerTable.directoryBits)) })
  }
}
