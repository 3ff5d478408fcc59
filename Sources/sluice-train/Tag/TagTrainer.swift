import CSluiceTraining
import Sluice
import SluiceEntities
import SluiceSentences

/// Trains the tagger: a linear-chain CRF (Lafferty et al., ICML 2001) over hashed features and a small network over word
/// vectors, by AdaGrad (Duchi et al., JMLR 2011) on partial labels.
struct TagTrainer {
  var epochs = 5
  var prune: Float = 0.095
  /// Share of records that are read a second time in small letters, in capitals, and in the case of headlines.
  var lowerShare = 0.7
  var upperShare = 0.05
  var headlineShare = 0.05
  var dropout: Float = 0.15

  private struct Chain {
    var rows: [UInt32]
    var ends: [UInt32]
    var vectors: [Int32]
    var allowed: [TagBits]
    var weight: Float
  }

  let lexicon: TagLexicon
  private var training: TaggerTraining
  private var chains: [Chain] = []
  private(set) var tokenCount = 0
  private var random = TagRandom(seed: 2)
  private let sentences = SentenceTraining.shipped

  init(lexicon: TagLexicon) throws {
    self.lexicon = lexicon
    let file = TagTableFile(parts: lexicon.parts.merging(TagWeights.none) { $1 })
    guard let table = TaggerTable(file.bytes) else {
      throw SluiceError(.unreadable, "the lexicon makes no table")
    }
    training = TaggerTraining(table: table)
  }

  var chainCount: Int { chains.count }

  /// Adds the records of a corpus, some of them a second time in another case.
  mutating func add(_ records: [TagRecord], _ corpus: TagCorpus) {
    for record in records {
      add(record, corpus)
      for (cased, share) in [(TagCase.lower, lowerShare), (.upper, upperShare), (.headline, headlineShare)]
      where random.next() < share * corpus.copies {
        var copy = record
        copy.text = cased.apply(record.text)
        add(copy, corpus)
      }
    }
  }

  private mutating func add(_ record: TagRecord, _ corpus: TagCorpus) {
    let gold = TagGold(corpus: corpus)
    let hasSilver = !record.agreed.isEmpty || !record.disputed.isEmpty
    for sentence in training.read(Text(validUTF8: record.text), sentences.split(record.text)) {
      chains.append(
        Chain(
          rows: sentence.rows, ends: sentence.ends, vectors: sentence.vectors,
          allowed: gold.allowed(sentence, record, hasSilver: hasSilver), weight: corpus.weight))
      tokenCount += sentence.tokens.count
    }
  }

  /// Trains and gives the whole table.
  mutating func train(log: (String) -> Void) throws -> [UInt8] {
    let settings = sluice_learner_settings(
      rate: 0.1, network_rate: 0.02, dropout: dropout, network_dropout: 0.3)
    guard
      let learner = sluice_learner_make(
        Int32(TaggerTable.rowBits), lexicon.vectors, lexicon.vectors.count / 50, settings)
    else { throw SluiceError(.io, "not enough memory to train") }
    defer { sluice_learner_free(learner) }
    var order = Array(chains.indices)
    for epoch in 1...epochs {
      var loss = 0.0
      for index in order.indices.reversed() { order.swapAt(index, random.below(index + 1)) }
      for index in order {
        let chain = chains[index]
        loss += chain.allowed.withUnsafeBytes {
          sluice_learner_learn(
            learner, chain.rows, chain.ends, chain.vectors,
            $0.assumingMemoryBound(to: UInt64.self).baseAddress,
            chain.vectors.count, chain.weight)
        }
      }
      log("epoch \(epoch): loss \(Int(loss)), CPU \(Int(CPUClock.seconds)) s")
    }
    let weights = TagWeights(learner, prune: prune)
    let file = TagTableFile(parts: lexicon.parts.merging(weights.parts) { $1 }).bytes
    log("\(weights.rowCount) rows, \(weights.weightCount) weights, \(file.count) bytes")
    return file
  }
}

/// A linear congruential generator (Knuth, MMIX).
struct TagRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func step() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }

  /// 0 to 1, without 1.
  mutating func next() -> Double { Double(step()) / 2_147_483_648 }

  mutating func below(_ limit: Int) -> Int { Int(step() % UInt64(limit)) }
}
