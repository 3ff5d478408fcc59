/// A half-open range of a document's current text, in UTF-8 bytes.
///
/// Text and source offsets are both byte counts and easily confused, so they have types of their own:
/// a `TextRange` indexes ``Document/text``, a ``SourceRange`` indexes ``Document/source``.
@frozen
public struct TextRange: Hashable, Sendable {
  /// Offset of the first byte.
  public var start: Int32
  /// Offset after the last byte.
  public var end: Int32

  /// - Precondition: `0 <= start <= end <= Int32.max`.
  @inlinable
  public init(_ start: Int, _ end: Int) {
    precondition(start <= end, "a range cannot end before it starts")
    self.start = Int32(start)
    self.end = Int32(end)
  }

  @inlinable
  public init(_ range: Range<Int>) {
    self.init(range.lowerBound, range.upperBound)
  }

  /// Length in bytes.
  @inlinable public var count: Int { Int(end) - Int(start) }
  @inlinable public var isEmpty: Bool { start == end }
  /// The same range as standard-library integers, for subscripts and loops.
  @inlinable public var bounds: Range<Int> { Int(start)..<Int(end) }

  @inlinable
  public func contains(_ other: TextRange) -> Bool {
    start <= other.start && other.end <= end
  }

  @inlinable
  public func overlaps(_ other: TextRange) -> Bool {
    start < other.end && other.start < end
  }
}

extension TextRange: Comparable {
  /// Document order: by start, then the shorter first.
  @inlinable
  public static func < (a: TextRange, b: TextRange) -> Bool {
    a.start != b.start ? a.start < b.start : a.end < b.end
  }
}

extension TextRange: CustomStringConvertible {
  public var description: String { "[\(start), \(end))" }
}
