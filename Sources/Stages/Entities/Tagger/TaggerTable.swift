import CSluiceModels

/// The trained tagger as one table: word vectors, clusters, gazetteer and weights, read in place.
///
/// Loading it reads the offsets of its parts and nothing else.
package final class TaggerTable: @unchecked Sendable {
  /// The parts of the file, in order; each begins at a multiple of 64 bytes.
  package enum Part: Int, CaseIterable {
    case moves, network, vectorScale, vectors
    case wordDirectory, wordPrints, wordInfo
    case nameDirectory, namePrints, nameKinds
    case blocks, rowOffsets, weights, weightScale
  }

  package static let magic: [UInt8] = Array("SLTAG2\0\0".utf8)
  /// Directories have a place for each value of the highest bits of a hash.
  package static let directoryBits: UInt64 = 15
  /// Logarithm of the number of rows of features.
  package static let rowBits = 20

  /// What the table says of a word.
  struct WordInfo {
    let bits: UInt32
    /// Clusters of 64, 256 and 1,024.
    var coarse: UInt64 { UInt64(bits & 0x3F) }
    var medium: UInt64 { UInt64(bits >> 6 & 0xFF) }
    var fine: UInt64 { UInt64(bits >> 14 & 0x3FF) }
    /// Logarithm of its rank among all words by frequency.
    var rank: UInt64 { UInt64(bits >> 24) }
  }

  private let bytes: UnsafeRawBufferPointer
  /// Frees the bytes when they are the table's own.
  private let owns: Bool
  private(set) var tagger = sluice_tagger()

  private let wordDirectory: UnsafePointer<UInt32>
  private let wordPrints: UnsafePointer<UInt16>
  private let wordInfo: UnsafePointer<UInt32>
  private let nameDirectory: UnsafePointer<UInt32>
  private let namePrints: UnsafePointer<UInt16>
  private let nameKinds: UnsafePointer<UInt16>

  /// The table that the module ships, for English; `nil` when it is damaged.
  package static let shipped: TaggerTable? = {
    let table = sluice_tag_english()
    return TaggerTable(UnsafeRawBufferPointer(start: table.bytes, count: table.count), owns: false)
  }()

  /// FNV-1a of the shipped table, in hexadecimal.
  static let shippedHash = String(sluice_tag_english_hash, radix: 16)

  /// FNV-1a of a table's file, in hexadecimal.
  package static func hash(_ bytes: some Collection<UInt8>) -> String {
    String(bytes.reduce(WordHash.seed) { WordHash.add($1, to: $0) }, radix: 16)
  }

  /// Takes a copy of a table's bytes; `nil` when they are no table.
  package convenience init?(_ bytes: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
    copy.copyBytes(from: bytes)
    self.init(UnsafeRawBufferPointer(copy), owns: true)
  }

  private init?(_ bytes: UnsafeRawBufferPointer, owns: Bool) {
    self.bytes = bytes
    self.owns = owns
    let parts = Part.allCases.count
    guard bytes.count >= 8 + parts * 8, bytes.prefix(8).elementsEqual(Self.magic) else { return nil }
    var starts: [UnsafeRawPointer] = []
    var counts: [Int] = []
    for part in 0..<parts {
      let offset = Int(bytes.loadUnaligned(fromByteOffset: 8 + part * 8, as: UInt32.self))
      let count = Int(bytes.loadUnaligned(fromByteOffset: 12 + part * 8, as: UInt32.self))
      guard offset % 64 == 0, offset + count <= bytes.count, let base = bytes.baseAddress else { return nil }
      starts.append(base + offset)
      counts.append(count)
    }
    func part<T>(_ part: Part, _ type: T.Type) -> UnsafePointer<T> {
      starts[part.rawValue].assumingMemoryBound(to: type)
    }
    func count(_ part: Part) -> Int { counts[part.rawValue] }
    wordDirectory = part(.wordDirectory, UInt32.self)
    wordPrints = part(.wordPrints, UInt16.self)
    wordInfo = part(.wordInfo, UInt32.self)
    nameDirectory = part(.nameDirectory, UInt32.self)
    namePrints = part(.namePrints, UInt16.self)
    nameKinds = part(.nameKinds, UInt16.self)
    let directory = ((1 << Int(Self.directoryBits)) + 1) * 4
    guard count(.wordDirectory) == directory, count(.nameDirectory) == directory,
      count(.moves) == MemoryLayout<sluice_tag_moves>.size,
      count(.network) == MemoryLayout<sluice_tag_network>.size, count(.weightScale) == 4,
      count(.blocks) == ((1 << Self.rowBits) / 64 + 1) * MemoryLayout<sluice_row_block>.size,
      count(.wordInfo) == count(.wordPrints) * 2,
      count(.vectors) == count(.wordPrints) / 2 * Int(SLUICE_DIMENSIONS)
    else { return nil }
    tagger.moves = part(.moves, sluice_tag_moves.self)
    tagger.network = part(.network, sluice_tag_network.self)
    tagger.vector_scale = part(.vectorScale, Float.self)
    tagger.vectors = part(.vectors, Int8.self)
    tagger.vector_count = UInt32(count(.wordPrints) / 2)
    tagger.blocks = part(.blocks, sluice_row_block.self)
    tagger.block_mask = UInt32((1 << Self.rowBits) / 64 - 1)
    tagger.row_offsets = part(.rowOffsets, UInt16.self)
    tagger.weights = part(.weights, sluice_row_weight.self)
    tagger.weight_scale = part(.weightScale, Float.self).pointee
  }

  deinit {
    if owns { bytes.deallocate() }
  }

  /// Spreads a key over all bits, so that the highest can address a directory.
  @inline(__always)
  package static func spread(_ key: UInt64) -> UInt64 {
    let mixed = (key ^ (key >> 32)) &* 0x9E37_79B9_7F4A_7C15
    return (mixed ^ (mixed >> 29)) &* 0xFF51_AFD7_ED55_8CCD
  }

  @inline(__always)
  private static func find(
    _ key: UInt64, _ directory: UnsafePointer<UInt32>, _ prints: UnsafePointer<UInt16>
  ) -> Int? {
    let hash = spread(key)
    let slot = Int(hash >> (64 - directoryBits))
    let print = UInt16(truncatingIfNeeded: hash >> (48 - directoryBits))
    var index = Int(directory[slot])
    let end = Int(directory[slot + 1])
    while index < end {
      if prints[index] == print { return index }
      index += 1
    }
    return nil
  }

  /// The row of a word's vector, by the hash of its lower-case spelling.
  @inline(__always)
  func word(_ key: UInt64) -> Int? { Self.find(key, wordDirectory, wordPrints) }

  @inline(__always)
  func info(_ row: Int) -> WordInfo { WordInfo(bits: wordInfo[row]) }

  /// The kinds of names that a phrase is, as bits, and whether longer names begin with it; `nil` for neither.
  @inline(__always)
  func kinds(ofPhrase phrase: UInt64) -> (kinds: UInt16, goesOn: Bool)? {
    Self.find(phrase, nameDirectory, namePrints).map {
      (nameKinds[$0] & 0x7FFF, nameKinds[$0] & 0x8000 != 0)
    }
  }
}
