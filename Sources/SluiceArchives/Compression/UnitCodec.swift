/// Decompresses an archive that is made of compressed units, such as gzip members or zstd frames, each of which can be
/// read without the ones before it.
protocol UnitCodec: AnyObject {
  /// Where the next unit begins, at or behind an offset. `isExact` is `false` when bytes that are no unit and no
  /// padding had to be passed over.
  func unit(from offset: Int) -> (offset: Int, isExact: Bool)?

  /// Decompresses a whole unit at once into an empty buffer; `nil` when it is too large for that, or damaged.
  ///
  /// - Returns: where the unit ends.
  func decode(at offset: Int, into buffer: ByteBuffer) -> Int?

  /// Begins to decompress a unit piece by piece.
  func begin(at offset: Int)

  /// Bytes of the file that the unit that was begun has taken so far.
  var consumed: Int { get }

  /// Appends the next bytes of the unit that was begun.
  func read(into buffer: ByteBuffer) -> UnitProgress
}

/// How reading a unit piece by piece goes on.
enum UnitProgress: Equatable {
  case more
  /// The unit is done; where it ends.
  case done(Int)
  /// The file ends within the unit.
  case cut
  /// The unit is damaged from here on.
  case damaged
}

/// The largest unit that is decompressed at once, in bytes of content.
let wholeUnitLimit = 4 << 20
/// Bytes that are decompressed in one piece of a larger unit.
let unitPiece = 1 << 18
