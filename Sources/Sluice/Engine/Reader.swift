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
