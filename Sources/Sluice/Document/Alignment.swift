/// The monotone map from ranges of a text to byte ranges of the source it was made from.
///
/// A text is covered by segments, in order and without gaps. A segment is
/// - **copied**: its bytes are the source's bytes;
/// - **decoded**: it stands for source bytes that say the same thing otherwise: a character reference, a
///   character of another charset, white space that collapsed, a respelling. A run of decoded characters of
///   equal shape is one segment, so that UTF-16 costs no more than ASCII;
/// - **inserted**: nothing in the source stands for it, such as the line break between two blocks. It keeps the
///   place in the source where it was put in.
///
/// Offsets are found by binary search: O(log segments).
public struct Alignment: Hashable, Sendable {
  /// One run of text and what it stands for in the source.
  public struct Segment: Hashable, Sendable {
    public enum Kind: Sendable { case copied, decoded, inserted }

    /// Offset of the segment's first byte in the text.
    public internal(set) var textStart: Int32
    /// The source bytes that it stands for; empty when inserted.
    public internal(set) var source: SourceRange
    /// Bytes of text, and of source, per unit that cannot be divided; 0 when the segment is one unit.
    var textUnit: UInt8
    var sourceUnit: UInt8

    public var kind: Kind {
      if source.isEmpty { return .inserted }
      return textUnit == 1 && sourceUnit == 1 ? .copied : .decoded
    }
  }

  public private(set) var segments: [Segment] = []
  /// Length of the text in bytes.
  public private(set) var textCount = 0

  public init() {}

  /// The map of a text that is its source.
  public init(identity count: Int) {
    append(.copied, text: count, source: SourceRange(0, count))
  }

  /// The text range of the segment at an index.
  public func textRange(ofSegment index: Int) -> TextRange {
    TextRange(Int(segments[index].textStart), segmentEnd(index))
  }

  func segmentEnd(_ index: Int) -> Int {
    index + 1 < segments.count ? Int(segments[index + 1].textStart) : textCount
  }

  /// `true` when text and source are the same bytes.
  public var isIdentity: Bool {
    segments.isEmpty
      || (segments.count == 1 && segments[0].kind == .copied && segments[0].source.start == 0)
  }
}

// MARK: - Building

extension Alignment {
  mutating func reserve(_ count: Int) {
    segments.reserveCapacity(count)
  }

  /// Adds a segment after the last one; runs that continue each other become one.
  ///
  /// - Parameters:
  ///   - text: length in bytes of text.
  ///   - source: what it stands for; ignored but for its start when inserted.
  mutating func append(_ kind: Segment.Kind, text: Int, source: SourceRange) {
    guard text > 0 else { return }
    switch kind {
    case .copied:
      assert(text == source.count, "a copied segment is as long as its source")
      append(text: text, source: source, textUnit: 1, sourceUnit: 1)
    case .decoded:
      let units = Self.units(text: text, source: source.count)
      append(text: text, source: source, textUnit: units.text, sourceUnit: units.source)
    case .inserted:
      append(
        text: text, source: SourceRange(Int(source.start), Int(source.start)), textUnit: 0, sourceUnit: 0)
    }
  }

  /// The units of a decoded stretch that cannot be divided. One byte for one byte has none, since those units
  /// are what marks a copy.
  private static func units(text: Int, source: Int) -> (text: UInt8, source: UInt8) {
    let fits = text <= 255 && source <= 255 && !(text == 1 && source == 1)
    return fits ? (UInt8(text), UInt8(source)) : (0, 0)
  }

  private mutating func append(text: Int, source: SourceRange, textUnit: UInt8, sourceUnit: UInt8) {
    defer { textCount += text }
    if let last = segments.last {
      assert(source.start >= last.source.start, "an alignment is monotone")
      let sameUnits = last.textUnit == textUnit && last.sourceUnit == sourceUnit
      let continues = last.source.end == source.start
      if sameUnits, continues, textUnit > 0 || (source.isEmpty && last.source.isEmpty) {
        segments[segments.count - 1].source.end = source.end
        return
      }
    }
    segments.append(
      Segment(
        textStart: Int32(textCount), source: source, textUnit: textUnit, sourceUnit: sourceUnit))
  }

  /// Adds what another map says of a range of its text.
  mutating func append(contentsOf other: Alignment, in range: TextRange) {
    var place = 0
    append(contentsOf: other, in: range, behind: &place)
  }

  /// - Parameter place: index of a segment at the range or before it; it moves to the range's last.
  private mutating func append(contentsOf other: Alignment, in range: TextRange, behind place: inout Int) {
    guard !range.isEmpty else { return }
    var index = other.segmentIndex(at: Int(range.start), behind: place)
    // Segments between the first and the last are whole and do not continue each other.
    let last =
      other.segmentEnd(index) >= Int(range.end)
      ? index : other.segmentIndex(at: Int(range.end) - 1, behind: index)
    place = last
    while index < other.segments.count, other.segments[index].textStart < range.end {
      let segment = other.segments[index]
      let whole = other.textRange(ofSegment: index)
      let start = max(whole.start, range.start)
      let end = min(whole.end, range.end)
      let text = Int(end - start)
      if start == whole.start, end == whole.end {
        append(
          text: text, source: segment.source, textUnit: segment.textUnit, sourceUnit: segment.sourceUnit)
      } else {
        let source = other.source(of: TextRange(Int(start), Int(end)), inSegment: index)
        if segment.textUnit > 0, text / Int(segment.textUnit) * Int(segment.sourceUnit) == source.count,
          text % Int(segment.textUnit) == 0
        {
          append(text: text, source: source, textUnit: segment.textUnit, sourceUnit: segment.sourceUnit)
        } else {
          append(segment.kind, text: text, source: source)
        }
      }
      index += 1
      guard index < last else { continue }
      let shift = Int32(textCount) - other.segments[index].textStart
      while index < last {
        var whole = other.segments[index]
        whole.textStart += shift
        segments.append(whole)
        index += 1
      }
      textCount = Int(other.segments[last].textStart + shift)
    }
  }

  /// This map followed by another: where `self` maps a text to a buffer and `base` maps the buffer to the source.
  public func composed(onto base: Alignment) -> Alignment {
    if base.isIdentity { return self }
    var result = Alignment()
    for (index, segment) in segments.enumerated() {
      let middle = TextRange(Int(segment.source.start), Int(segment.source.end))
      let text = textRange(ofSegment: index).count
      switch segment.kind {
      case .copied: result.append(contentsOf: base, in: middle)
      case .decoded: result.append(.decoded, text: text, source: base.source(of: middle))
      case .inserted: result.append(.inserted, text: text, source: base.source(of: middle))
      }
    }
    return result
  }
}

// MARK: - Edits

extension Alignment {
  /// The map of the text after a pass of edits: what an edit puts in stands for all that it replaced.
  ///
  /// - Precondition: edits are sorted, do not overlap, and lie within the text.
  public func edited(by edits: [Edit]) -> Alignment {
    edited(by: edits, sources: sources(of: edits))
  }

  /// - Parameter sources: the smallest stretch of source that holds each edit's range.
  func edited(by edits: [Edit], sources: [SourceRange]) -> Alignment {
    var result = Alignment()
    result.segments.reserveCapacity(segments.count + 2 * edits.count)
    var done = 0
    var place = 0
    for (edit, source) in zip(edits, sources) {
      result.append(contentsOf: self, in: TextRange(done, Int(edit.range.start)), behind: &place)
      result.append(source.isEmpty ? .inserted : .decoded, text: edit.replacement.count, source: source)
      done = Int(edit.range.end)
    }
    result.append(contentsOf: self, in: TextRange(done, textCount), behind: &place)
    return result
  }

  /// The smallest stretch of source that holds each edit's range, in one walk over the map.
  ///
  /// - Precondition: edits are sorted.
  func sources(of edits: [Edit]) -> [SourceRange] {
    var place = 0
    return edits.map { edit in
      place = segmentIndex(at: Int(edit.range.start), behind: place)
      return source(of: edit.range, from: place)
    }
  }
}

// MARK: - Looking up

extension Alignment {
  /// Index of the segment that holds the byte at a text offset.
  ///
  /// - Parameter place: index of that segment or of one before it; it is found the sooner the nearer this is.
  func segmentIndex(at offset: Int, behind place: Int = 0) -> Int {
    var low = place
    var high = segments.count
    if place > 0 {
      var step = 1
      while low + step < high, Int(segments[low + step].textStart) <= offset {
        low += step
        step *= 2
      }
      high = min(high, low + step)
    }
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(segments[middle].textStart) <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The source bytes behind part of one segment, rounded out to whole units.
  private func source(of range: TextRange, inSegment index: Int) -> SourceRange {
    let segment = segments[index]
    guard segment.textUnit > 0 else { return segment.source }
    let textUnit = Int(segment.textUnit)
    let sourceUnit = Int(segment.sourceUnit)
    let first = Int(range.start - segment.textStart) / textUnit
    let last = (Int(range.end - segment.textStart) + textUnit - 1) / textUnit
    return SourceRange(
      Int(segment.source.start) + first * sourceUnit, Int(segment.source.start) + last * sourceUnit)
  }

  /// The stretches of source behind a range of text, in order; neighbours that touch are one.
  ///
  /// Markup between two words is in none of them. Inserted text has none.
  public func sources(of range: TextRange) -> [SourceRange] {
    var result: [SourceRange] = []
    forEachSource(of: range, from: segmentIndex(at: Int(range.start))) { piece in
      if let last = result.last, piece.start <= last.end {
        result[result.count - 1].end = max(last.end, piece.end)
      } else {
        result.append(piece)
      }
    }
    return result
  }

  /// The smallest stretch of source that holds all that a range of text stands for.
  ///
  /// For inserted text, the empty range at the place of insertion.
  public func source(of range: TextRange) -> SourceRange {
    source(of: range, from: segmentIndex(at: Int(range.start)))
  }

  /// - Parameter index: of the segment that the range starts in.
  private func source(of range: TextRange, from index: Int) -> SourceRange {
    var hull: SourceRange?
    forEachSource(of: range, from: index) { piece in
      hull = hull.map { SourceRange(Int($0.start), Int(max($0.end, piece.end))) } ?? piece
    }
    if let hull { return hull }
    guard !segments.isEmpty else { return SourceRange(0, 0) }
    // An empty range at the end of a segment, or of the text, lies behind the segment's source.
    let segment = segments[index]
    if segment.kind == .inserted { return segment.source }
    let at =
      Int(range.start) >= segmentEnd(index)
      ? Int(segment.source.end)
      : Int(source(of: range, inSegment: index).start)
    return SourceRange(at, at)
  }

  private func forEachSource(of range: TextRange, from index: Int, _ body: (SourceRange) -> Void) {
    guard !range.isEmpty, !segments.isEmpty else { return }
    var index = index
    while index < segments.count, segments[index].textStart < range.end {
      if segments[index].kind != .inserted {
        let whole = textRange(ofSegment: index)
        let part = TextRange(Int(max(whole.start, range.start)), Int(min(whole.end, range.end)))
        if !part.isEmpty { body(source(of: part, inSegment: index)) }
      }
      index += 1
    }
  }

  /// The text that stands for a stretch of source, `nil` when nothing of it was kept.
  public func text(of range: SourceRange) -> TextRange? {
    // The first segment that ends behind the range's start.
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].source.end <= range.start { low = middle + 1 } else { high = middle }
    }
    var result: TextRange?
    while low < segments.count, segments[low].source.start < range.end {
      let segment = segments[low]
      if segment.kind != .inserted {
        let whole = textRange(ofSegment: low)
        var part = whole
        if segment.textUnit > 0 {
          let sourceUnit = Int(segment.sourceUnit)
          let first = max(0, Int(range.start - segment.source.start)) / sourceUnit
          let reach = Int(min(range.end, segment.source.end) - segment.source.start)
          let last = (reach + sourceUnit - 1) / sourceUnit
          part = TextRange(
            Int(whole.start) + first * Int(segment.textUnit), Int(whole.start) + last * Int(segment.textUnit))
        }
        result = TextRange(Int(result?.start ?? part.start), Int(part.end))
      }
      low += 1
    }
    return result
  }
}
