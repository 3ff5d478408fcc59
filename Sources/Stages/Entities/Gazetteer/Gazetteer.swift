import Sluice

/// A compiled gazetteer: entries by the hashes of their phrases.
///
/// Phrases are told apart by 64-bit hashes of their tokens, so that two of a million meet once in 10^7 gazetteers.
package struct Gazetteer: Sendable {
  private let storage: GazetteerBytes
  package let ignoresCase: Bool
  package let entryCount: Int
  package let phraseCount: Int
  private let slotMask: UInt64
  private let filterMask: UInt64
  private let labels: [Entities.Label]
  private let slots: Int
  private let filter: Int
  private let entries: Int
  private let strings: Range<Int>

  /// Takes what ``GazetteerBuilder`` made.
  ///
  /// - Throws: ``SluiceError`` with code `.configuration` when it is damaged or none.
  init(_ storage: GazetteerBytes, named name: String) throws {
    let bytes = storage.bytes
    func damaged(_ what: String) -> SluiceError {
      SluiceError(.configuration, "\(name) is no compiled gazetteer that can be used: \(what)")
    }
    guard bytes.count >= GazetteerFormat.headerSize,
      bytes[0..<GazetteerFormat.magic.count].elementsEqual(GazetteerFormat.magic)
    else { throw damaged("it does not begin like one") }
    func number(_ offset: Int) -> UInt64 {
      UInt64(bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }
    func long(_ offset: Int) -> UInt64 { bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
    let version = number(GazetteerFormat.Offset.version)
    guard version == UInt64(GazetteerFormat.version) else {
      throw damaged("its version is \(version), not \(GazetteerFormat.version); compile it again")
    }
    let slotCount = long(GazetteerFormat.Offset.slots)
    let filterWords = number(GazetteerFormat.Offset.filterWords)
    let entryCount = number(GazetteerFormat.Offset.entries)
    let labelCount = number(GazetteerFormat.Offset.labels)
    let stringCount = long(GazetteerFormat.Offset.strings)
    guard slotCount.nonzeroBitCount == 1, filterWords.nonzeroBitCount == 1, slotCount < 1 << 34,
      stringCount <= 1 << 32, long(GazetteerFormat.Offset.unused) == 0
    else { throw damaged("its header makes no sense") }
    let filterStart = GazetteerFormat.headerSize
    let slotStart = filterStart + Int(filterWords) * 8
    let entryStart = slotStart + Int(slotCount) * GazetteerFormat.slotSize
    let labelStart = entryStart + Int(entryCount) * GazetteerFormat.entrySize
    let stringStart = labelStart + Int(labelCount) * GazetteerFormat.labelSize
    guard bytes.count == stringStart + Int(stringCount) else {
      throw damaged(
        "it has \(bytes.count) bytes, not the \(stringStart + Int(stringCount)) that its header says")
    }
    let content = UnsafeRawBufferPointer(rebasing: bytes[GazetteerFormat.headerSize...])
    let head = UnsafeRawBufferPointer(rebasing: bytes[0..<GazetteerFormat.Offset.checksum])
    guard
      GazetteerFormat.checksum(content) ^ GazetteerFormat.checksum(head)
        == long(GazetteerFormat.Offset.checksum)
    else { throw damaged("its checksum does not fit; compile it again") }

    self.storage = storage
    ignoresCase = number(GazetteerFormat.Offset.flags) & 1 != 0
    self.entryCount = Int(entryCount)
    phraseCount = Int(number(GazetteerFormat.Offset.phrases))
    slotMask = slotCount - 1
    filterMask = filterWords * 64 - 1
    filter = filterStart
    slots = slotStart
    entries = entryStart
    strings = stringStart..<stringStart + Int(stringCount)
    var labels: [Entities.Label] = []
    for index in 0..<Int(labelCount) {
      let at = labelStart + index * GazetteerFormat.labelSize
      labels.append(Entities.Label(Self.string(bytes, strings, at: at)))
    }
    self.labels = labels
  }

  /// A string that is given by offset and length; empty when it would lie outside.
  private static func string(_ bytes: UnsafeRawBufferPointer, _ strings: Range<Int>, at offset: Int) -> String
  {
    let start = Int(bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    let count = Int(bytes.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self))
    guard start + count <= strings.count else { return "" }
    return String(
      decoding: bytes[strings.lowerBound + start..<strings.lowerBound + start + count], as: UTF8.self)
  }

  /// The entry of a number: label, name and id.
  func entry(_ number: Int) -> (label: Entities.Label, name: String, id: String?) {
    let at = entries + number * GazetteerFormat.entrySize
    let label = Int(storage.bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self))
    let id = Self.string(storage.bytes, strings, at: at + 12)
    return (
      labels.indices.contains(label) ? labels[label] : Entities.Label("MISC"),
      Self.string(storage.bytes, strings, at: at + 4), id.isEmpty ? nil : id
    )
  }

  /// The mentions in document order: at each place the longest; none overlap.
  func matches(
    _ tokens: [MatchToken], checkDeadline: () throws -> Void
  ) rethrows -> [(range: TextRange, entry: Int)] {
    var found: [(range: TextRange, entry: Int)] = []
    let bytes = storage.bytes
    try tokens.withUnsafeBufferPointer { tokens in
      var index = 0
      var steps = 0
      while index < tokens.count {
        steps += 1
        if steps & 0xFFFF == 0 { try checkDeadline() }
        let first = MatchToken.join(
          MatchToken.phraseSeed, ignoresCase ? tokens[index].folded : tokens[index].exact)
        let bit = first & filterMask
        let word = bytes.loadUnaligned(fromByteOffset: filter + Int(bit >> 6) * 8, as: UInt64.self)
        guard word & (1 << (bit & 63)) != 0 else {
          index += 1
          continue
        }
        var phrase = first
        var next = index
        var best = 0
        var entry = 0
        while let slot = slot(of: phrase) {
          next += 1
          if slot.entry > 0 {
            best = next - index
            entry = Int(slot.entry) - 1
          }
          guard slot.goesOn, next < tokens.count, !tokens[next].opensParagraph,
            next - index < GazetteerFormat.maximumTokens
          else { break }
          phrase = MatchToken.join(phrase, ignoresCase ? tokens[next].folded : tokens[next].exact)
        }
        guard best > 0, entry < entryCount else {
          index += 1
          continue
        }
        found.append((TextRange(Int(tokens[index].start), Int(tokens[index + best - 1].end)), entry))
        index += best
      }
    }
    return found
  }

  @inline(__always)
  private func slot(of hash: UInt64) -> (entry: UInt32, goesOn: Bool)? {
    let key = hash == 0 ? 1 : hash
    var place = (key >> 20) & slotMask
    for _ in 0..<GazetteerFormat.maximumProbe {
      let at = slots + Int(place) * GazetteerFormat.slotSize
      let other = storage.bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      if other == key {
        return (
          storage.bytes.loadUnaligned(fromByteOffset: at + 8, as: UInt32.self),
          storage.bytes.loadUnaligned(fromByteOffset: at + 12, as: UInt32.self) & 1 != 0
        )
      }
      if other == 0 { return nil }
      place = (place + 1) & slotMask
    }
    return nil
  }
}
