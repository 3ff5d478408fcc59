/// A segment of an ``Alignment`` by itself: what records write and read.
public struct AlignmentRun: Hashable, Sendable {
  public var kind: Alignment.Segment.Kind
  /// Length in bytes of text.
  public var text: Int
  /// What it stands for; empty when inserted.
  public var source: SourceRange
  /// How many equal parts it has that cannot be divided: its length when copied, 1 when it is one unit.
  public var units: Int

  public init(_ kind: Alignment.Segment.Kind, text: Int, source: SourceRange, units: Int) {
    self.kind = kind
    self.text = text
    self.source = source
    self.units = units
  }
}

extension Alignment {
  /// The segment at an index.
  public func run(at index: Int) -> AlignmentRun {
    let segment = segments[index]
    let text = segmentEnd(index) - Int(segment.textStart)
    let units = segment.textUnit == 0 ? 1 : text / Int(segment.textUnit)
    return AlignmentRun(segment.kind, text: text, source: segment.source, units: units)
  }

  /// The map that runs make, one after the other.
  ///
  /// - Returns: `nil` when they make none: lengths that do not fit together or with the kind, a source that goes
  ///   backwards, a text beyond what ranges can address.
  public init?(runs: some Sequence<AlignmentRun>) {
    self.init()
    for run in runs {
      guard run.text > 0, run.source.start >= (segments.last?.source.start ?? 0),
        textCount + run.text <= Int(Int32.max)
      else { return nil }
      switch run.kind {
      case .copied:
        guard run.text == run.source.count else { return nil }
        append(.copied, text: run.text, source: run.source)
      case .inserted:
        guard run.source.isEmpty else { return nil }
        append(.inserted, text: run.text, source: run.source)
      case .decoded:
        guard !run.source.isEmpty, run.units > 0, run.text % run.units == 0, run.source.count % run.units == 0
        else { return nil }
        append(decoded: run.text / run.units, from: run.source, units: run.units)
      }
    }
  }

  private mutating func append(decoded text: Int, from source: SourceRange, units: Int) {
    let length = source.count / units
    for unit in 0..<units {
      let start = Int(source.start) + unit * length
      append(.decoded, text: text, source: SourceRange(start, start + length))
    }
  }
}
