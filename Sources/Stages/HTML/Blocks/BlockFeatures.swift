import Glibc
import Sluice

/// What the classifier knows of each block of a page: columns of numbers, one number a block.
///
/// The set follows from what tells text from boilerplate on pages of all kinds: the text itself, the block's
/// element and its ancestors, the names that authors gave them, the containers around it, blocks that are built
/// alike, its place, its neighbours, and what the page as a whole declares. Nothing in it is a decision.
struct BlockFeatures: Sendable {
  /// Columns of ``stride`` numbers each; behind them is room for those of ``SecondPass``.
  var values: [Float]
  /// Blocks.
  let count: Int
  /// Blocks, rounded up to a multiple of eight.
  let stride: Int
  /// Of each block: see ``AncestorChains``.
  let signatures: [UInt64]
  /// Of each block: see ``AncestorChains``.
  let commentRoots: [Int32]

  subscript(block: Int, column: Int) -> Float {
    get { values[column * stride + block] }
    set { values[column * stride + block] = newValue }
  }

  init(
    _ blocks: [PageBlock], _ reading: PageReading, _ bytes: UnsafeBufferPointer<UInt8>, _ page: PageEvidence,
    _ tables: EvidenceTables
  ) {
    count = blocks.count
    stride = (blocks.count + 7) & ~7
    values = Array(repeating: 0, count: stride * (FeatureColumns.count + SecondPass.width))
    let containers = ContainerStatistics(blocks, reading.tree)
    let chains = AncestorChains(blocks, reading, bytes, containers, tables)
    signatures = chains.signatures
    commentRoots = chains.commentRoots
    texts(blocks, reading, page, tables)
    chains.write(into: &self)
    containers.write(blocks, reading.tree, into: &self)
    places(blocks, reading, containers, page)
    groups(blocks, signatures, containers)
    neighbours()
    densities()
  }

  /// Sets a column to one number for all blocks.
  mutating func fill(_ column: Int, _ value: Float) {
    for block in 0..<count { values[column * stride + block] = value }
  }
}

// MARK: - The text of a block

extension BlockFeatures {
  private mutating func texts(
    _ blocks: [PageBlock], _ reading: PageReading, _ page: PageEvidence, _ tables: EvidenceTables
  ) {
    var slots = HashSlots(capacity: count)
    var occurrences: [Int32] = []
    let slotOf = blocks.map { block in
      let slot = slots.slot(block.measure.hash)
      if slot == occurrences.count { occurrences.append(0) }
      occurrences[slot] += 1
      return slot
    }
    for (index, block) in blocks.enumerated() {
      let measure = block.measure
      let words = Float(max(1, measure.words))
      let characters = Float(max(1, measure.characters))
      let copies = Int(occurrences[slotOf[index]])
      var column = FeatureColumns.text
      func put(_ value: Float) {
        values[column * stride + index] = value
        column += 1
      }
      put(Logarithms.log1p(measure.words))
      put(Logarithms.log1p(max(1, measure.characters)))
      put(Float(measure.linkCharacters) / characters)
      put(min(8, Float(measure.sentenceEnds)))
      put(min(1, Float(measure.commas) / words))
      put(measure.endsLikeSentence ? 1 : 0)
      put(measure.beginsWithCapital ? 1 : 0)
      put(Float(measure.digits) / characters)
      put(min(1, Float(measure.capitalizedWords) / words))
      put(measure.opensLikeBoilerplate ? 1 : 0)
      put(Float(min(6, copies - 1)))
      put(min(12, characters / words))
      put(Float(min(4, measure.separators)))
      put(Float(measure.stopWords) / words)
      put(measure.endsWithColon ? 1 : 0)
      put(measure.endsWithEllipsis ? 1 : 0)
      put(Float(min(3, measure.questions)))
      put(Float(measure.emphasisedCharacters) / characters)
      put(min(2, Float(measure.links) / words * 4))
      put(measure.hasYear ? 1 : 0)
      put(Float(min(6, block.level)) + (block.kind == .heading ? 0 : block.kind == .listItem ? 6 : 12))
      put(block.kind == .table ? 1 : 0)
      put(block.traits.contains(.code) ? 1 : 0)
      wordEvidence(reading.words[measure.wordRange], page, tables, index)
    }
  }

  private mutating func wordEvidence(
    _ words: ArraySlice<UInt32>, _ page: PageEvidence, _ tables: EvidenceTables, _ index: Int
  ) {
    var (inTitle, inDescription, inArticle) = (0, 0, 0)
    var (sum, least, most, known, openingSum): (Float, Float, Float, Float, Float) = (0, 0, 0, 0, 0)
    var previous: UInt32 = 0
    for (place, word) in words.enumerated() {
      if page.title.contains(word) { inTitle += 1 }
      if place > 0 {
        let pair = WordHash.pair(previous, word)
        if page.description.contains(pair) { inDescription += 1 }
        if let article = page.article, article.contains(pair) { inArticle += 1 }
        if place < EvidenceTables.openingWords, let odds = tables.words.find(pair) { openingSum += odds }
      }
      previous = word
      if place < EvidenceTables.longest, let odds = tables.words.find(word) {
        sum += odds
        known += 1
        least = min(least, odds)
        most = max(most, odds)
        if place < EvidenceTables.openingWords { openingSum += odds }
      }
    }
    let count = Float(max(1, words.count))
    let pairs = Float(max(1, words.count - 1))
    let column = FeatureColumns.words
    self[index, column] = Float(inTitle) / count
    self[index, column + 1] = Float(inTitle) / Float(max(1, page.titleWords))
    self[index, column + 2] = page.description.count == 0 ? -1 : Float(inDescription) / pairs
    self[index, column + 3] = page.article == nil ? -1 : words.count < 2 ? 0.5 : Float(inArticle) / pairs
    self[index, column + 4] = sum / max(1, known)
    self[index, column + 5] = least
    self[index, column + 6] = most
    self[index, column + 7] = openingSum
    self[index, column + 8] = known / count
  }
}

// MARK: - Places and neighbours

extension BlockFeatures {
  private mutating func places(
    _ blocks: [PageBlock], _ reading: PageReading, _ containers: ContainerStatistics, _ page: PageEvidence
  ) {
    let total = Float(max(1, containers.total.characters))
    let firstHeading = blocks.firstIndex { $0.kind == .heading && $0.level == 1 }
    var charactersBefore = 0
    var heading = -1
    var sinceHeading = 0
    let place = FeatureColumns.place
    let wordsColumn = FeatureColumns.words
    for (index, block) in blocks.enumerated() {
      self[index, place] = Float(index) / Float(count)
      self[index, place + 1] = Float(charactersBefore) / total
      self[index, place + 2] = Float(min(index, 200))
      self[index, place + 3] = Float(min(count - index, 200))
      self[index, place + 4] = firstHeading.map { Float(max(-50, min(100, index - $0))) } ?? -60
      self[index, place + 5] = Float(block.measure.characters) / total
      // What the last heading says of what follows it.
      self[index, place + 6] = heading < 0 ? 100 : Float(min(99, index - heading))
      self[index, place + 7] = Logarithms.log1p(sinceHeading)
      self[index, place + 8] = heading < 0 ? 0 : self[heading, wordsColumn + 4]
      self[index, place + 9] = heading < 0 ? 0 : self[heading, wordsColumn + 7]
      self[index, place + 10] = heading < 0 ? 0 : Float(blocks[heading].level)
      if block.kind == .heading {
        heading = index
        sinceHeading = 0
      }
      sinceHeading += block.measure.characters
      charactersBefore += block.measure.characters
    }
    let column = FeatureColumns.page
    let sums = containers.total
    fill(column, log1p(Float(count)))
    fill(column + 1, log1p(total))
    fill(column + 2, Float(sums.longCharacters) / total)
    fill(column + 3, Float(sums.linkCharacters) / total)
    fill(column + 4, Float(min(8, page.pathDepth)))
    for bit in 0..<PageEvidence.Kinds.count {
      fill(column + 5 + bit, page.kinds.rawValue >> UInt16(bit) & 1 == 1 ? 1 : 0)
    }
    var (articles, headings, items) = (0, 0, 0)
    for node in reading.tree.nodes where node.tag == .article { articles += 1 }
    for block in blocks {
      if block.kind == .heading { headings += 1 }
      if block.kind == .listItem { items += 1 }
    }
    fill(column + 14, Float(min(20, articles)))
    fill(column + 15, Float(headings) / Float(count))
    fill(column + 16, Float(items) / Float(count))
  }

  /// Blocks whose elements carry the same names are rows of one list: of posts, of comments, of links.
  private mutating func groups(
    _ blocks: [PageBlock], _ signatures: [UInt64], _ containers: ContainerStatistics
  ) {
    struct Sums { var (blocks, words, characters, links, sentences, seen) = (0, 0, 0, 0, 0, 0) }
    var slots = HashSlots(capacity: count)
    var sums: [Sums] = []
    var slotOf = [Int](repeating: 0, count: count)
    for (index, block) in blocks.enumerated() {
      let slot = slots.slot(signatures[index])
      if slot == sums.count { sums.append(Sums()) }
      slotOf[index] = slot
      sums[slot].blocks += 1
      sums[slot].words += block.measure.words
      sums[slot].characters += block.measure.characters
      sums[slot].links += block.measure.linkCharacters
      sums[slot].sentences += block.measure.sentenceEnds
    }
    let total = Float(max(1, containers.total.characters))
    let column = FeatureColumns.alike
    for index in 0..<count {
      let group = sums[slotOf[index]]
      let blocks = Float(group.blocks)
      self[index, column] = Logarithms.log1p(group.blocks)
      self[index, column + 1] = log1p(Float(group.words) / blocks)
      self[index, column + 2] = Float(group.links) / Float(max(1, group.characters))
      self[index, column + 3] = Float(group.characters) / total
      self[index, column + 4] = min(6, Float(group.sentences) / blocks)
      self[index, column + 5] = Float(sums[slotOf[index]].seen) / blocks
      sums[slotOf[index]].seen += 1
    }
  }

  private mutating func neighbours() {
    var column = FeatureColumns.neighbours
    for offset in FeatureColumns.offsets {
      for source in FeatureColumns.neighbourColumns {
        for block in 0..<count where block + offset >= 0 && block + offset < count {
          values[column * stride + block] = values[source * stride + block + offset]
        }
        column += 1
      }
    }
  }

  /// Shares of long blocks with few links around each block.
  private mutating func densities() {
    var long = [Int32](repeating: 0, count: count + 1)
    for block in 0..<count {
      let isLong = self[block, 0] > 2.56 && self[block, 2] < 0.3
      long[block + 1] = long[block] + (isLong ? 1 : 0)
    }
    let first = FeatureColumns.density
    let reaches = FeatureColumns.reaches
    for block in 0..<count {
      for (column, reach) in reaches.enumerated() {
        let window = long[min(count, block + reach + 1)] - long[max(0, block - reach)]
        self[block, first + column] = Float(window) / Float(2 * reach + 1)
      }
    }
  }
}
