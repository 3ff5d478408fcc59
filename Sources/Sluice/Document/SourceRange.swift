/// A half-open range of a document's source: byte offsets into the original, undecoded bytes.
@frozen
public struct SourceRange: Hashable, Sendable {
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

  /// Length in bytes.
  @inlinable public var count: Int { Int(end) - Int(start) }
  @inlinable public var isEmpty: Bool { start == end }
  @inlinable public var bounds: Range<Int> { Int(start)..<Int(end) }
}

extension SourceRange: Comparable {
  @inlinable
  public static func < (a: SourceRange, b: SourceRange) -> Bool {
    a.start != b.start ? a.start < b.start : a.end < b.end
  }
}

extension SourceRange: CustomStringConvertible {
  public var description: String { "[\(start), \(end))" }
}
