import Sluice

/// The bytes of a shard on the line that all files make, one behind the other.
struct ShardExtent: Sendable {
  /// Where each file begins on the line, and where the last ends.
  private let starts: [Int]
  private let holdsMany: [Bool]
  private let range: Range<Int>

  init(_ shard: Shard, of sources: [InputSource]) {
    var starts = [0]
    for source in sources { starts.append(starts.last.map { $0 + max(1, source.size) } ?? 0) }
    self.starts = starts
    holdsMany = sources.map(\.holdsMany)
    range = shard.range(of: starts.last ?? 0)
  }

  /// Whether an input that begins at a byte of a file is the shard's.
  func holds(_ source: Int, offset: Int) -> Bool {
    range.contains(place(source, offset))
  }

  /// Whether inputs of a file can be the shard's.
  func holds(source: Int) -> Bool {
    guard holdsMany[source] else { return range.contains(starts[source]) }
    return range.overlaps(starts[source]..<starts[source + 1])
  }

  /// Whether a file, and so all behind it, begins behind the shard.
  func isBehind(source: Int) -> Bool { starts[source] >= range.upperBound }

  /// Takes a reader to its next input in the shard; `false` when there is none.
  func enter(_ reader: inout any Reader, source: Int) throws -> Bool {
    guard var archive = reader as? any ResumableReader else { return holds(source, offset: 0) }
    if place(source, archive.fileOffset) < range.lowerBound {
      repeat {
        guard try archive.skip() else { return false }
      } while place(source, archive.fileOffset) < range.lowerBound
      reader = archive
    }
    return place(source, archive.fileOffset) < range.upperBound
  }

  private func place(_ source: Int, _ offset: Int) -> Int {
    min(starts[source] + offset, starts[source + 1] - 1)
  }
}
