/// Every edit that was made to a document's text, in order; reverting it gives the parsed text back.
public struct EditLog: Hashable, Sendable {
  public struct Entry: Hashable, Sendable {
    public let rule: String
    public let kind: EditClass
    /// Where the replacement stands in the text after its pass, in UTF-8 bytes.
    public let offset: Int32
    /// The bytes that were replaced, and the bytes that replaced them.
    public let before: [UInt8]
    public let after: [UInt8]
    /// The source bytes behind what was replaced; empty, at the place of change, for an insertion.
    public let source: SourceRange

    public init(
      rule: String, kind: EditClass, offset: Int32, before: [UInt8], after: [UInt8], source: SourceRange
    ) {
      self.rule = rule
      self.kind = kind
      self.offset = offset
      self.before = before
      self.after = after
      self.source = source
    }
  }

  public private(set) var entries: [Entry] = []
  /// Entries made together, over one state of the text: index ranges of ``entries``, in order.
  public private(set) var passes: [Range<Int>] = []

  public init() {}

  public var isEmpty: Bool { entries.isEmpty }

  /// Adds the entries of one pass, in the order of their offsets.
  public mutating func appendPass(_ pass: [Entry]) {
    guard !pass.isEmpty else { return }
    passes.append(entries.count..<entries.count + pass.count)
    entries += pass
  }

  /// Adds an entry to a pass that is not done yet: ``endPass(from:)`` ends it.
  mutating func append(_ entry: Entry) { entries.append(entry) }

  /// Makes one pass of the entries from an index on.
  mutating func endPass(from first: Int) {
    if first < entries.count { passes.append(first..<entries.count) }
  }

  /// The text before all edits.
  ///
  /// - Returns: `nil` when the text is not the one that the edits led to.
  public func reverted(_ text: Text) -> Text? {
    var bytes = text.bytes
    for pass in passes.reversed() {
      guard let earlier = Self.revert(entries[pass], in: bytes) else { return nil }
      bytes = earlier
    }
    return UTF8Validity.isValid(bytes) ? Text(validUTF8: bytes) : nil
  }

  /// The bytes before the edits of one pass, `nil` when an edit's outcome is not where it says.
  public static func revert(_ pass: ArraySlice<Entry>, in bytes: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var done = 0
    for entry in pass {
      let start = Int(entry.offset)
      let end = start + entry.after.count
      guard start >= done, end <= bytes.count, bytes[start..<end].elementsEqual(entry.after) else {
        return nil
      }
      result += bytes[done..<start]
      result += entry.before
      done = end
    }
    result += bytes[done...]
    return result
  }
}
