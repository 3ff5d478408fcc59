import Sluice

/// Finds the records of a WARC or ARC file, one after the other, and goes on behind damage.
struct RecordScanner {
  /// Bytes of a record's content that are read; what is above is passed over.
  static let ceiling = 64 << 20

  enum Event {
    case record(ArchiveRecord)
    /// Bytes that are no record: where they begin.
    case damage(ReaderPosition, String)
  }

  private var window: RecordWindow
  private var recordIndex = 0
  private var recordsInUnit = 0
  private var isOpen = false

  init(_ region: ByteRegion, codec: (any UnitCodec)?) {
    window = RecordWindow(region, codec: codec)
  }

  /// Where the next record is looked for.
  var position: ReaderPosition {
    let skip = isOpen && !window.isPlain ? recordsInUnit : 0
    return ReaderPosition(offset: window.offset, record: recordIndex, skip: skip)
  }

  mutating func resume(at position: ReaderPosition) throws {
    guard position.offset >= 0, position.offset <= window.region.count, position.skip >= 0 else {
      throw SluiceError(.io, "the file has no byte \(position.offset)")
    }
    window.move(to: position.offset)
    recordIndex = position.record - position.skip
    recordsInUnit = 0
    isOpen = false
    for _ in 0..<position.skip where next(where: { _ in false }) == nil {
      throw SluiceError(.io, "the file has no record \(position.skip) behind byte \(position.offset)")
    }
  }

  /// The next record, `nil` at the end. Its body is read only when it is wanted.
  mutating func next(where isWanted: (ArchiveRecord) -> Bool) -> Event? {
    while true {
      if !isOpen {
        let unit = window.open()
        guard unit.isThere else {
          return unit.isExact ? nil : damage(position, "the rest of the file is no record")
        }
        isOpen = true
        recordsInUnit = 0
        // The next time, reading starts behind these bytes: they do not count as of the unit.
        if !unit.isExact {
          recordsInUnit = -1
          return damage(position, "bytes that are no record")
        }
      }
      skipSeparators()
      if window.bytes.isEmpty {
        let start = position
        let (condition, isFresh) = (window.condition, recordsInUnit == 0)
        if window.isPlain { return nil }
        closeUnit()
        if condition != .sound, isFresh { return damage(start, "damaged compression") }
        continue
      }
      return RecordHeader.begins(lookAhead()) ? record(isWanted) : passGarbage()
    }
  }

  /// Damage counts as a record, so that each input has a number of its own.
  private mutating func damage(_ start: ReaderPosition, _ message: String) -> Event {
    recordIndex += 1
    if isOpen { recordsInUnit += 1 }
    return .damage(start, message)
  }

  private mutating func closeUnit() {
    window.close()
    isOpen = false
    recordsInUnit = 0
  }

  /// Enough of the content to tell whether a record begins here.
  private mutating func lookAhead() -> UnsafeRawBufferPointer {
    window.need(24, joining: false)
    if !window.bytes.has("WARC/") { window.need(RecordHeader.arcLineLimit, joining: false) }
    return window.bytes
  }

  private mutating func skipSeparators() {
    repeat {
      let bytes = window.bytes
      var count = 0
      while count < bytes.count, [0x0A, 0x0D, 0].contains(bytes[count]) { count += 1 }
      window.consume(count)
    } while window.bytes.isEmpty && window.extend(joining: false)
  }

  /// Passes over what is no record, up to the next that is.
  private mutating func passGarbage() -> Event {
    let start = position
    seekHeader(isARC: nil)
    return damage(start, "bytes that are no record")
  }

  /// Consumes up to the next record of the unit, or its end.
  private mutating func seekHeader(isARC: Bool?) {
    let overlap = isARC != false ? RecordHeader.arcLineLimit : 32
    while true {
      if let next = RecordHeader.next(in: window.bytes, from: 0, isARC: isARC) {
        return window.consume(next)
      }
      let isMore = window.extend(joining: false)
      if !isMore { return window.consume(window.bytes.count) }
      let seen = window.bytes.count - unitPiece - overlap
      if seen > 0 { window.consume(seen) }
    }
  }

  // MARK: Records

  private mutating func record(_ isWanted: (ArchiveRecord) -> Bool) -> Event {
    let start = position
    guard var header = readHeader() else {
      let isWARC = window.bytes.has("WARC/")
      window.consume(isWARC ? 5 : 1)
      seekHeader(isARC: !isWARC)
      return damage(start, "a record whose header has no end")
    }
    var record = ArchiveRecord(header: header, position: start)
    recordIndex += 1
    recordsInUnit += 1
    if header.length == nil {
      header.length = lengthToNextRecord(header)
      record.flag(ArchiveRecord.wrongLength)
    }
    if record.header.truncation != nil { record.flag(ArchiveRecord.truncated) }
    let block = measureBlock(header, &record)
    let content = window.bytes.slice(header.size..<(header.size + block.read))
    record.length = block.read
    let headSize = ArchiveRecord.holdsHTTP(header) ? record.readHTTP(content) : 0
    if block.read - headSize > Self.ceiling || block.skipped > 0 {
      record.flag(ArchiveRecord.truncated)
      record.flag(ArchiveRecord.aboveCeiling)
    }
    if isWanted(record) { record.body = Array(content.slice(from: headSize).prefix(Self.ceiling)) }
    window.consume(header.size + block.read)
    pass(block.skipped)
    if block.needsHeader { seekHeader(isARC: header.isARC) }
    finish(&record)
    return .record(record)
  }

  private mutating func readHeader() -> RecordHeader? {
    if !window.bytes.has("WARC/") {
      return RecordHeader(arc: window.bytes)
    }
    while true {
      let bytes = window.bytes.slice(0..<RecordHeader.limit)
      if let header = RecordHeader(warc: bytes) { return header }
      guard bytes.count < RecordHeader.limit, window.extend(joining: true) else { return nil }
    }
  }

  private struct Block {
    /// Bytes that are in the window.
    var read: Int
    /// Bytes above the ceiling that follow.
    var skipped = 0
    /// The next record must be looked for.
    var needsHeader = false
  }

  /// Finds where the block of a record ends, if need be against its declared length.
  private mutating func measureBlock(_ header: RecordHeader, _ record: inout ArchiveRecord) -> Block {
    let length = header.length ?? 0
    // Room for a header of HTTP above the ceiling of content.
    let most = Self.ceiling + RecordHeader.limit
    let reach = window.isPlain ? length : min(length, most)
    window.need(reach > Int.max - header.size ? Int.max : header.size + reach)
    let there = window.bytes.count - header.size
    if there < reach {
      // The file ends, or the length is wrong and other records follow.
      if let next = nextRecord(header, within: there) {
        record.flag(ArchiveRecord.wrongLength)
        return Block(read: next, needsHeader: true)
      }
      record.flag(ArchiveRecord.truncated)
      return Block(read: min(there, most), skipped: max(0, there - most))
    }
    if length > most { return Block(read: most, skipped: length - most) }
    if endsRecord(header.size + length, isARC: header.isARC) { return Block(read: length) }
    record.flag(ArchiveRecord.wrongLength)
    return Block(read: nextRecord(header, within: length) ?? length, needsHeader: true)
  }

  /// Whether separators and then a record, or the end, follow at an index of the window.
  private mutating func endsRecord(_ index: Int, isARC: Bool) -> Bool {
    var at = index
    while true {
      while at < window.bytes.count, [0x0A, 0x0D, 0].contains(window.bytes[at]) { at += 1 }
      if at < window.bytes.count { break }
      if !window.extend(joining: false) { return true }
    }
    window.need(at + 24, joining: false)
    if window.bytes.slice(from: at).has("WARC/") {
      return RecordHeader.isVersionLine(window.bytes.slice(from: at))
    }
    guard isARC else { return false }
    window.need(at + RecordHeader.arcLineLimit, joining: false)
    return ARCLine(window.bytes.slice(from: at)) != nil
  }

  /// Bytes of the block up to a record that begins within it, without separators.
  private func nextRecord(_ header: RecordHeader, within length: Int) -> Int? {
    let block = window.bytes.slice(from: header.size)
    guard let next = RecordHeader.next(in: block, from: 0, isARC: header.isARC), next <= length else {
      return nil
    }
    var end = next
    while end > 0, end > next - 4, [0x0A, 0x0D].contains(block[end - 1]) { end -= 1 }
    return end
  }

  private mutating func lengthToNextRecord(_ header: RecordHeader) -> Int {
    window.need(header.size + Self.ceiling, joining: false)
    let there = min(window.bytes.count - header.size, Self.ceiling)
    return nextRecord(header, within: there) ?? there
  }

  private mutating func pass(_ count: Int) {
    var left = count
    while left > 0 {
      window.need(1)
      let part = min(left, window.bytes.count)
      guard part > 0 else { return }
      window.consume(part)
      left -= part
    }
  }

  /// Takes note of what was met in the record's compression, and closes a unit that has no more.
  private mutating func finish(_ record: inout ArchiveRecord) {
    skipSeparators()
    if [.damaged, .bomb].contains(window.condition), window.bytes.isEmpty {
      record.flag(ArchiveRecord.damaged)
    }
    if !window.isPlain, window.bytes.isEmpty { closeUnit() }
  }
}
