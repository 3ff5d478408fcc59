import Sluice

/// Compiles entries into the bytes of a ``Gazetteer``.
package struct GazetteerBuilder {
  package private(set) var entryCount = 0
  package private(set) var phraseCount = 0
  /// Names that an earlier entry has already.
  package private(set) var repeatedCount = 0
  /// Names of more than 32 tokens, which are left out.
  package private(set) var longCount = 0

  private let ignoresCase: Bool
  private var keys: [UInt64]
  private var values: [UInt32]
  private var goesOn: [Bool]
  private var used = 0
  private var firsts: Set<UInt64> = []
  private var entries: [UInt32] = []
  private var strings: [UInt8] = []
  private var labels: [String: UInt32] = [:]
  private var labelNames: [String] = []
  private var tokens: [MatchToken] = []

  package init(ignoresCase: Bool) {
    self.ignoresCase = ignoresCase
    keys = Array(repeating: 0, count: 1024)
    values = Array(repeating: 0, count: 1024)
    goesOn = Array(repeating: false, count: 1024)
  }

  /// Compiles a file of entries.
  ///
  /// - Throws: ``ConfigurationError`` with file, line and column of everything that is wrong.
  package static func compile(
    _ bytes: [UInt8], named file: String, ignoresCase: Bool
  ) throws -> (builder: GazetteerBuilder, bytes: [UInt8]) {
    let reader = SettingsReader()
    var builder = GazetteerBuilder(ignoresCase: ignoresCase)
    GazetteerSource.read(bytes, named: file, reader) { builder.add($0) }
    guard reader.diagnostics.isEmpty else { throw ConfigurationError(reader.diagnostics) }
    let image = try builder.image()
    return (builder, image)
  }

  mutating func add(_ entry: GazetteerEntry) {
    entryCount += 1
    var label = labels[entry.label]
    if label == nil {
      label = UInt32(labelNames.count)
      labels[entry.label] = label
      labelNames.append(entry.label)
    }
    entries.append(label ?? 0)
    entries += string(entry.name)
    entries += string(entry.id ?? "")
    entries.append(0)
    add(entry.name)
    for alias in entry.aliases { add(alias) }
  }

  private mutating func string(_ text: String) -> [UInt32] {
    let start = UInt32(truncatingIfNeeded: strings.count)
    strings += text.utf8
    return [start, UInt32(truncatingIfNeeded: text.utf8.count)]
  }

  private mutating func add(_ phrase: String) {
    var phrase = phrase
    phrase.withUTF8 { MatchToken.scan($0, into: &tokens) }
    guard !tokens.isEmpty, tokens.count <= GazetteerFormat.maximumTokens else {
      longCount += 1
      return
    }
    var hash = MatchToken.phraseSeed
    for (place, token) in tokens.enumerated() {
      hash = MatchToken.join(hash, ignoresCase ? token.folded : token.exact)
      if place == 0 { firsts.insert(hash) }
      let slot = insert(hash == 0 ? 1 : hash)
      if place < tokens.count - 1 {
        goesOn[slot] = true
      } else if values[slot] == 0 {
        values[slot] = UInt32(entryCount)
        phraseCount += 1
      } else if values[slot] != UInt32(entryCount) {
        repeatedCount += 1
      }
    }
  }

  private mutating func insert(_ key: UInt64) -> Int {
    if used * 4 >= keys.count * 3 { grow() }
    let place = Self.place(of: key, in: keys)
    if keys[place] == 0 {
      keys[place] = key
      used += 1
    }
    return place
  }

  private static func place(of key: UInt64, in keys: [UInt64]) -> Int {
    let mask = UInt64(keys.count - 1)
    var place = (key >> 20) & mask
    while keys[Int(place)] != 0, keys[Int(place)] != key { place = (place + 1) & mask }
    return Int(place)
  }

  private mutating func grow() {
    let (oldKeys, oldValues, oldGoesOn) = (keys, values, goesOn)
    let count = keys.count * 2
    keys = Array(repeating: 0, count: count)
    values = Array(repeating: 0, count: count)
    goesOn = Array(repeating: false, count: count)
    for index in oldKeys.indices where oldKeys[index] != 0 {
      let place = Self.place(of: oldKeys[index], in: keys)
      keys[place] = oldKeys[index]
      values[place] = oldValues[index]
      goesOn[place] = oldGoesOn[index]
    }
  }

  /// Whether a phrase stands further from its place than readers look.
  private var isCrowded: Bool {
    var run = 0
    for key in keys {
      run = key == 0 ? 0 : run + 1
      if run >= GazetteerFormat.maximumProbe { return true }
    }
    return false
  }

  /// - Throws: ``SluiceError`` with code `.tooLarge` when the names and ids do not fit.
  package mutating func image() throws -> [UInt8] {
    while isCrowded { grow() }
    var labelEntries: [UInt32] = []
    for name in labelNames { labelEntries += string(name) }
    guard strings.count < 1 << 32, entryCount < 1 << 31 else {
      throw SluiceError(.tooLarge, "a gazetteer holds at most 4 GB of names and 2,000 million entries")
    }
    var filterWords = 1
    while filterWords * 64 < firsts.count * 8 { filterWords *= 2 }
    var filter = [UInt64](repeating: 0, count: filterWords)
    let filterMask = UInt64(filterWords * 64 - 1)
    for hash in firsts { filter[Int((hash & filterMask) >> 6)] |= 1 << (hash & 63) }

    var image = [UInt8](repeating: 0, count: GazetteerFormat.headerSize)
    image.reserveCapacity(
      image.count + filterWords * 8 + keys.count * 16 + entries.count * 4 + labelEntries.count * 4
        + strings.count)
    func append<T: FixedWidthInteger>(_ value: T) {
      withUnsafeBytes(of: value.littleEndian) { image.append(contentsOf: $0) }
    }
    filter.withUnsafeBytes { image.append(contentsOf: $0) }
    for index in keys.indices {
      append(keys[index])
      append(values[index])
      append(UInt32(goesOn[index] ? 1 : 0))
    }
    entries.withUnsafeBytes { image.append(contentsOf: $0) }
    labelEntries.withUnsafeBytes { image.append(contentsOf: $0) }
    image += strings
    let content = image.withUnsafeBytes {
      GazetteerFormat.checksum(UnsafeRawBufferPointer(rebasing: $0[GazetteerFormat.headerSize...]))
    }
    image.withUnsafeMutableBytes { header in
      header.copyBytes(from: GazetteerFormat.magic)
      func store<T>(_ value: T, _ offset: Int) {
        header.storeBytes(of: value, toByteOffset: offset, as: T.self)
      }
      store(GazetteerFormat.version, GazetteerFormat.Offset.version)
      store(UInt32(ignoresCase ? 1 : 0), GazetteerFormat.Offset.flags)
      store(UInt64(keys.count), GazetteerFormat.Offset.slots)
      store(UInt32(entryCount), GazetteerFormat.Offset.entries)
      store(UInt32(labelNames.count), GazetteerFormat.Offset.labels)
      store(UInt32(filterWords), GazetteerFormat.Offset.filterWords)
      store(UInt32(phraseCount), GazetteerFormat.Offset.phrases)
      store(UInt64(strings.count), GazetteerFormat.Offset.strings)
      let head = GazetteerFormat.checksum(
        UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(header)[0..<GazetteerFormat.Offset.checksum]))
      store(content ^ head, GazetteerFormat.Offset.checksum)
    }
    return image
  }
}
