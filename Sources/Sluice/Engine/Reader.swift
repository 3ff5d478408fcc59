/// Yields the inputs of one file, such as an archive or a file of JSON lines.
///
/// What cannot be read in the middle of a file is yielded as an ``Input`` with content `.failure`, so that it is
/// counted, and reading goes on behind it where the format allows.
public protocol Reader: Sendable {
  /// Name of the format, such as `jsonl`.
  static var name: String { get }
  /// `true` for the files that it reads, by their names.
  static func reads(path: String) -> Bool

  /// - Throws: ``SluiceError`` when the file cannot be opened.
  init(path: String) throws

  /// The next input, `nil` at the end.
  mutating func next() throws -> Input?
}

/// A reader that can go on where another of the same file stopped.
public protocol ResumableReader: Reader {
  /// Where the next input is read from; after a resumption from there, ``next()`` yields the same.
  var position: ReaderPosition { get }
  /// Bytes of the file that lie before the next input: what a shard and a progress bar count.
  var fileOffset: Int { get }

  /// Goes on at a position that a reader of the same file had.
  ///
  /// - Throws: ``SluiceError`` when the file has no such place.
  mutating func resume(at position: ReaderPosition) throws

  /// Passes over the next input, as quickly as can be.
  ///
  /// - Returns: `false` at the end.
  mutating func skip() throws -> Bool
}

extension ResumableReader {
  public var fileOffset: Int { position.offset }

  public mutating func skip() throws -> Bool { try next() != nil }
}
