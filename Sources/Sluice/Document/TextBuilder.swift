/// Writes a text together with its ``Alignment``; parsers and decoders use it, so that provenance is carried
/// and never searched for.
///
/// Source offsets must not go backwards from one call to the next.
public struct TextBuilder: Sendable {
  public private(set) var bytes: [UInt8] = []
  private var alignment = Alignment()
  private var sourceEnd = 0

  public init() {}

  /// Makes room for a text of about this many bytes.
  ///
  /// - Parameter segments: about how many segments its map will have.
  public mutating func reserve(_ count: Int, segments: Int = 0) {
    bytes.reserveCapacity(count)
    if segments > 0 { alignment.reserve(segments) }
  }

  /// Length of the text so far, in bytes.
  public var count: Int { bytes.count }

  /// Adds a range of the source as it stands.
  public mutating func copy(_ source: Span<UInt8>, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    source.extracting(range).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    alignment.append(.copied, text: range.count, source: SourceRange(range))
    sourceEnd = range.upperBound
  }

  /// Adds text that stands for a range of the source: one unit that later lookups never divide.
  ///
  /// Text that stands for no bytes is ``insert(_:)``ed.
  public mutating func decode(_ text: some Collection<UInt8>, from range: Range<Int>) {
    guard !range.isEmpty else { return insert(text) }
    bytes.append(contentsOf: text)
    alignment.append(.decoded, text: text.count, source: SourceRange(range))
    sourceEnd = range.upperBound
  }

  /// Adds a character that stands for a range of the source.
  public mutating func decode(_ scalar: Unicode.Scalar, from range: Range<Int>) {
    decode(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter, from: range)
  }

  /// Adds text that nothing in the source stands for, such as a line break between blocks.
  public mutating func insert(_ text: some Collection<UInt8>) {
    bytes.append(contentsOf: text)
    alignment.append(.inserted, text: text.count, source: SourceRange(sourceEnd, sourceEnd))
  }

  /// Adds one ASCII character that stands for a range of the source which is not empty.
  public mutating func decode(ascii byte: UInt8, from range: Range<Int>) {
    precondition(byte < 0x80 && !range.isEmpty, "an ASCII character for some of the source")
    bytes.append(byte)
    alignment.append(.decoded, text: 1, source: SourceRange(range))
    sourceEnd = range.upperBound
  }

  /// Adds one ASCII character that nothing in the source stands for.
  public mutating func insert(ascii byte: UInt8) {
    precondition(byte < 0x80, "an ASCII character")
    bytes.append(byte)
    alignment.append(.inserted, text: 1, source: SourceRange(sourceEnd, sourceEnd))
  }

  /// The text and its map; the builder is used up.
  public consuming func finish() -> (text: Text, alignment: Alignment) {
    (Text(validUTF8: bytes), alignment)
  }
}

extension SourceRange {
  init(_ range: Range<Int>) {
    self.init(range.lowerBound, range.upperBound)
  }
}
