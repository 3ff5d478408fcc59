import CSluiceModels
import Sluice

/// Reads the chains of a document one after another: features, scores, the best tags and how sure they are.
///
/// A value with scratch space that is used again for the next document.
struct ChainReader {
  let table: TaggerTable
  let lexicon: Lexicon
  private var cache = TagCache()
  private var memory = WordMemory()
  private var words: [TaggerToken] = []
  private var rows: [UInt32] = []
  private var ends: [UInt32] = []
  private var sums: [Int16] = []
  private var floats: [Float] = []
  private var back: [UInt8] = []
  private var tags: [UInt8] = []
  private let chances: MoveChances

  /// The exponentials of the moves.
  private final class MoveChances: Sendable {
    let moves: sluice_tag_moves

    init(_ table: TaggerTable) {
      var moves = sluice_tag_moves()
      sluice_tag_moves_exp(table.tagger.moves, &moves)
      self.moves = moves
    }
  }

  init(table: TaggerTable, lexicon: Lexicon) {
    self.table = table
    self.lexicon = lexicon
    chances = MoveChances(table)
  }

  /// Looks at a document as a whole.
  mutating func begin(_ text: UnsafeBufferPointer<UInt8>, _ tokens: [Token], _ sentences: [Range<Int>]) {
    // A copy of the tagger works beside this one, and must not write to the same cache.
    if !isKnownUniquelyReferenced(&cache) { cache = TagCache() }
    TokenReader(table: table, lexicon: lexicon).read(text, tokens, into: &words)
    memory.forget()
    words.withUnsafeBufferPointer { words in
      for range in sentences { TokenReader.note(UnsafeBufferPointer(rebasing: words[range]), in: &memory) }
    }
  }

  /// The features of one sentence: rows of all tokens, where those of each end, and word vectors.
  mutating func features(
    _ sentence: SentenceTokens, _ body: (_ rows: [UInt32], _ ends: [UInt32], _ vectors: [Int32]) -> Void
  ) {
    readFeatures(sentence)
    let tokens = words[sentence.range]
    var all: [UInt32] = []
    var allEnds: [UInt32] = []
    var first = 0
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: WordFeatures.most) { room in
      guard let base = room.baseAddress else { return }
      for (index, end) in zip(tokens.indices, ends) {
        // Those of the token itself first: training never leaves out the first.
        for distance in [0] + WordFeatures.distances.filter({ $0 != 0 })
        where tokens.indices.contains(index + distance) {
          let count = WordFeatures.read(tokens[index + distance], distance: distance, into: base)
          all += room[..<count]
        }
        all += rows[first..<Int(end)]
        first = Int(end)
        allEnds.append(UInt32(truncatingIfNeeded: all.count))
      }
    }
    body(all, allEnds, tokens.map(\.vector))
  }

  private mutating func readFeatures(_ sentence: SentenceTokens) {
    let range = sentence.range
    let count = range.count
    if rows.count < count * FeatureReader.most {
      rows = Array(repeating: 0, count: max(rows.count * 2, count * FeatureReader.most))
    }
    ends.removeAll(keepingCapacity: true)
    let reader = TokenReader(table: table, lexicon: lexicon)
    words.withUnsafeMutableBufferPointer { words in
      let tokens = UnsafeMutableBufferPointer(rebasing: words[range])
      reader.mark(sentence, tokens)
      let readable = UnsafeBufferPointer(tokens)
      let features = FeatureReader(tokens: readable, memory: memory, style: FeatureReader.style(readable))
      rows.withUnsafeMutableBufferPointer { rows in
        guard let base = rows.baseAddress else { return }
        var end = 0
        for index in readable.indices {
          end += features.read(at: index, into: base + end)
          ends.append(UInt32(truncatingIfNeeded: end))
        }
      }
    }
  }

  /// Adds the names of one sentence.
  mutating func read(_ sentence: SentenceTokens, into found: inout [NameCandidate]) {
    let count = sentence.range.count
    guard count > 0 else { return }
    readFeatures(sentence)
    let room = Int(SLUICE_TAG_ROOM)
    let places = room * 4 + 1 + Int(SLUICE_HIDDEN)
    if floats.count < count * places {
      floats = Array(repeating: 0, count: count * places * 2)
      sums = Array(repeating: 0, count: count * room * 2)
      back = Array(repeating: 0, count: count * room * 2)
      tags = Array(repeating: 0, count: count * 2)
    }
    guard scoreTags(of: sentence.range) else { return }
    let moves = table.tagger.moves
    let isPlain = floats.withUnsafeMutableBufferPointer { floats in
      sluice_tag_decode(moves, floats.baseAddress, count, &back, &tags)
      return !tags[..<count].contains { $0 != TagSet.outside }
    }
    if isPlain { return }
    floats.withUnsafeMutableBufferPointer { floats in
      guard let scores = floats.baseAddress else { return }
      let local = scores + count * room
      let alpha = local + count * room
      let beta = alpha + count * room
      let scale = beta + count * room
      withUnsafePointer(to: chances.moves) { chances in
        sluice_tag_sum(chances, scores, nil, count, local, alpha, beta, scale)
        var first = 0
        for index in 0..<count {
          let tag = tags[index]
          if tag == TagSet.outside { continue }
          if tag < TagSet.end, tag >= TagSet.begin { first = index }
          guard tag < TagSet.begin || (tag >= TagSet.end && tag < TagSet.inside) else { continue }
          if tag < TagSet.begin { first = index }
          let type = TagSet.type(of: tag)
          let chance = sluice_tag_span(chances, local, alpha, beta, scale, first, index, Int32(type))
          found.append(
            NameCandidate(
              first: sentence.range.lowerBound + first, end: sentence.range.lowerBound + index + 1,
              label: EntityLabel.allCases[type], confidence: min(1, max(0, chance))))
        }
      }
    }
  }

  /// Puts the scores of the tags of a sentence at the start of `floats`; `false` without memory.
  private mutating func scoreTags(of range: Range<Int>) -> Bool {
    let count = range.count
    let hiddenStart = count * (Int(SLUICE_TAG_ROOM) * 4 + 1)
    var tagger = table.tagger
    return floats.withUnsafeMutableBufferPointer { floats in
      sums.withUnsafeMutableBufferPointer { sums in
        words.withUnsafeBufferPointer { words in
          guard let scores = floats.baseAddress, let sums = sums.baseAddress else { return false }
          let hidden = scores + hiddenStart
          guard
            cache.add(UnsafeBufferPointer(rebasing: words[range]), by: &tagger, sums: sums, hidden: hidden)
          else { return false }
          sluice_tag_score(&tagger, rows, ends, count, sums, hidden, scores)
          return true
        }
      }
    }
  }
}
