import CSluiceModels

extension BlockModel {
  private static let magic: UInt32 = 0x4B4C_4253

  /// The model of the product.
  package static let shipped: BlockModel = {
    let table = sluice_parse_blocks()
    return BlockModel(Array(UnsafeBufferPointer(start: table.bytes, count: table.count))) ?? .neutral
  }()

  /// Knows nothing: all blocks are as likely text as not.
  package static let neutral = BlockModel(
    tables: EvidenceTables(words: EvidenceTable([]), names: EvidenceTable([])),
    first: ObliviousForest(columns: [], thresholds: [], leaves: [], bias: 0),
    second: ObliviousForest(columns: [], thresholds: [], leaves: [], bias: 0),
    rule: DecisionRule(shifts: (0, 0, 0), limits: (0, 1)))

  /// Reads what ``bytes`` writes; `nil` for anything else.
  package init?(_ bytes: [UInt8]) {
    var reader = TableReader(bytes)
    guard reader.word() == Self.magic, reader.word() == UInt32(FeatureColumns.count) else { return nil }
    let words = reader.evidence()
    let names = reader.evidence()
    let first = reader.forest(FeatureColumns.count)
    let second = reader.forest(FeatureColumns.count + SecondPass.width)
    let rule = (0..<5).compactMap { _ in reader.number() }
    guard let words, let names, let first, let second, rule.count == 5 else { return nil }
    self.init(
      tables: EvidenceTables(words: words, names: names), first: first, second: second,
      rule: DecisionRule(shifts: (rule[0], rule[1], rule[2]), limits: (rule[3], rule[4])))
  }

  /// The model as a file, little-endian.
  package var bytes: [UInt8] {
    var writer = TableWriter()
    writer.word(Self.magic)
    writer.word(UInt32(FeatureColumns.count))
    for table in [tables.words, tables.names] {
      let entries = table.entries
      writer.word(UInt32(entries.count))
      for entry in entries { writer.word(entry.key) }
      writer.bytes += entries.map { UInt8(bitPattern: $0.odds) }
    }
    for forest in [first, second] {
      writer.word(UInt32(forest.trees))
      writer.word(forest.bias.bitPattern)
      for column in forest.columns { writer.half(column) }
      for threshold in forest.thresholds { writer.word(threshold.bitPattern) }
      for leaf in forest.leaves { writer.half(UInt16(bitPattern: leaf)) }
    }
    for number in [
      rule.shifts.news, rule.shifts.article, rule.shifts.other, rule.limits.least, rule.limits.most,
    ] {
      writer.word(number.bitPattern)
    }
    return writer.bytes
  }
}

private struct TableWriter {
  var bytes: [UInt8] = []

  mutating func half(_ value: UInt16) { bytes += [UInt8(truncatingIfNeeded: value), UInt8(value >> 8)] }

  mutating func word(_ value: UInt32) {
    half(UInt16(truncatingIfNeeded: value))
    half(UInt16(value >> 16))
  }
}

private struct TableReader {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func half() -> UInt16? {
    guard index + 2 <= bytes.count else { return nil }
    defer { index += 2 }
    return UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8
  }

  mutating func word() -> UInt32? {
    guard let low = half(), let high = half() else { return nil }
    return UInt32(low) | UInt32(high) << 16
  }

  mutating func number() -> Float? { word().map(Float.init(bitPattern:)) }

  mutating func evidence() -> EvidenceTable? {
    guard let count = word(), index + Int(count) * 5 <= bytes.count else { return nil }
    let keys = (0..<count).compactMap { _ in word() }
    let odds = bytes[index..<index + Int(count)].map { Int8(bitPattern: $0) }
    index += Int(count)
    return EvidenceTable(Array(zip(keys, odds)))
  }

  mutating func forest(_ width: Int) -> ObliviousForest? {
    guard let trees = word(), let bias = number(), Int(trees) * 164 <= bytes.count - index else { return nil }
    let questions = Int(trees) * ObliviousForest.depth
    let columns = (0..<questions).compactMap { _ in half() }
    let thresholds = (0..<questions).compactMap { _ in number() }
    let leaves = (0..<(Int(trees) << ObliviousForest.depth)).compactMap { _ in half() }
    guard columns.allSatisfy({ $0 < width }), leaves.count == Int(trees) << ObliviousForest.depth else {
      return nil
    }
    return ObliviousForest(
      columns: columns, thresholds: thresholds, leaves: leaves.map { Int16(bitPattern: $0) }, bias: bias)
  }
}
