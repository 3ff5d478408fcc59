/// The content of an archive from a place on: a plain file as it is, a compressed one unit by unit.
///
/// Records of one compressed unit share its offset. A record that goes on in the next unit is read on there.
struct RecordWindow {
  /// Bytes of a unit that are too many for its size: the content is a bomb.
  private static let mostExpansion = (bytes: 1 << 30, ratio: 1100)
  private static let usualBuffer = 1 << 20
  private static let releaseStep = 8 << 20

  enum Condition {
    case sound
    /// The file ends within a unit.
    case cut
    case damaged
    case bomb
  }

  let region: ByteRegion
  private let codec: (any UnitCodec)?
  private let buffer = ByteBuffer(capacity: usualBuffer)
  /// Where the unit that is open begins; in plain files, where the window does.
  private(set) var offset: Int
  /// Where the next unit is looked for, once the open one has been read to its end.
  private var unitEnd = 0
  private var isStreaming = false
  private var isOpen = false
  /// Bytes of content of the open unit, and of all.
  private var produced = 0
  private var producedInAll = 0
  private var released = 0
  private(set) var condition = Condition.sound

  init(_ region: ByteRegion, codec: (any UnitCodec)?, offset: Int = 0) {
    self.region = region
    self.codec = codec
    self.offset = offset
    unitEnd = offset
  }

  var isPlain: Bool { codec == nil }

  /// What can be looked at without reading on.
  var bytes: UnsafeRawBufferPointer {
    isPlain ? region.bytes.slice(from: offset) : isOpen ? buffer.bytes : buffer.bytes.slice(0..<0)
  }

  mutating func consume(_ count: Int) {
    guard isPlain else { return buffer.consume(count) }
    offset += count
    releaseBehind(offset)
  }

  /// Goes on at another place of the file.
  mutating func move(to offset: Int) {
    buffer.removeAll()
    self.offset = offset
    unitEnd = offset
    isOpen = false
    isStreaming = false
    released = offset
  }

  // MARK: Units

  /// Opens the next unit; in plain files there is one.
  ///
  /// - Returns: whether there is one, and whether bytes that are no unit lie before it.
  mutating func open() -> (isThere: Bool, isExact: Bool) {
    releaseBehind(offset)
    guard let codec else { return (offset < region.count, true) }
    condition = .sound
    buffer.removeAll()
    buffer.trim(to: wholeUnitLimit * 2)
    // Units that overlap would make a small file endless.
    let isEndless = Self.isBomb(producedInAll, of: region.count)
    guard !isEndless, let unit = codec.unit(from: unitEnd) else {
      let rest = region.bytes.slice(from: unitEnd)
      unitEnd = region.count
      return (false, rest.allSatisfy { $0 == 0 })
    }
    offset = unit.offset
    isOpen = true
    produced = 0
    if let end = codec.decode(at: offset, into: buffer) {
      unitEnd = end
      isStreaming = false
      producedInAll += buffer.count
    } else {
      buffer.removeAll()
      codec.begin(at: offset)
      isStreaming = true
    }
    return (true, unit.isExact)
  }

  /// Ends the open unit: its offset is then that of what follows.
  mutating func close() {
    guard isOpen else { return }
    // Behind damage, the next unit can begin anywhere.
    if isStreaming {
      unitEnd = condition == .cut ? region.count : codec?.unit(from: offset + 4)?.offset ?? region.count
    }
    isOpen = false
    isStreaming = false
    offset = unitEnd
    buffer.removeAll()
  }

  /// Reads on until so many bytes can be looked at, or the end of the unit, or of its record in the next units.
  mutating func need(_ count: Int, joining: Bool = true) {
    while bytes.count < count, extend(joining: joining) {}
  }

  /// Reads on; `false` at the end.
  mutating func extend(joining: Bool) -> Bool {
    guard let codec, isOpen, condition == .sound else { return false }
    if isStreaming { return extendStream(codec) }
    return joining && join(codec)
  }

  private mutating func extendStream(_ codec: any UnitCodec) -> Bool {
    let before = buffer.count
    let progress = codec.read(into: buffer)
    produced += buffer.count - before
    producedInAll += buffer.count - before
    switch progress {
    case .more:
      releaseBehind(offset + codec.consumed)
      if Self.isBomb(produced, of: codec.consumed) {
        condition = .bomb
        return false
      }
      return true
    case .done(let end):
      unitEnd = end
      isStreaming = false
    case .cut: condition = .cut
    case .damaged: condition = .damaged
    }
    return buffer.count > before
  }

  /// Whether content is more than any honest file of its size holds.
  static func isBomb(_ produced: Int, of given: Int) -> Bool {
    produced > mostExpansion.bytes && produced / mostExpansion.ratio > given
  }

  /// Appends the next unit unless a record begins with it.
  private mutating func join(_ codec: any UnitCodec) -> Bool {
    guard let unit = codec.unit(from: unitEnd), unit.isExact else { return false }
    let before = buffer.count
    codec.begin(at: unit.offset)
    let progress = codec.read(into: buffer)
    let piece = buffer.bytes.slice(from: before)
    if piece.isEmpty || RecordHeader.begins(piece) || progress == .damaged {
      buffer.truncate(to: before)
      return false
    }
    switch progress {
    case .more: isStreaming = true
    case .done(let end): unitEnd = end
    case .cut, .damaged: condition = .cut
    }
    return true
  }

  /// Keeps the part of a mapped file that is in memory small.
  private mutating func releaseBehind(_ offset: Int) {
    guard offset - released > Self.releaseStep else { return }
    region.release(released..<offset)
    released = offset
  }
}
