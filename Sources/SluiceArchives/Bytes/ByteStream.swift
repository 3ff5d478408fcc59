/// Bytes that are read one after the other, from a file, memory or a decompressor.
protocol ByteStream: Sendable {
  /// Name of the file, for messages.
  var path: String { get }
  /// Bytes of the file that were read for what was yielded, where that differs from what was yielded.
  var fileOffset: Int? { get }

  /// What comes next: at least one byte, none at the end.
  func read(upTo count: Int) throws -> [UInt8]

  /// Goes on at a byte of what is yielded.
  func seek(to offset: Int) throws
}

extension ByteStream {
  var fileOffset: Int? { nil }
}
