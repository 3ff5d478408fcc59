/// One of several equal parts of a list of inputs, so that several processes can share a run.
///
/// All files, one behind the other, are a line of bytes that is cut into ``count`` parts of the same length. An input
/// belongs to the part in which it begins: a file with its first byte, a record of an archive with the byte at which
/// reading it starts. So each input is in exactly one shard, shards have about the same number of bytes whether the
/// list is of many small files or of one large archive, and the outputs of the shards in their order are the output
/// of the whole. A shard that begins inside an archive walks over what comes before: over a plain WARC or lines at
/// the speed of memory, over compressed ones at that of decompression.
public struct Shard: Hashable, Sendable {
  /// From 0.
  public let index: Int
  public let count: Int

  /// - Returns: `nil` unless 0 ≤ index < count.
  public init?(_ index: Int, of count: Int) {
    guard index >= 0, index < count else { return nil }
    self.index = index
    self.count = count
  }

  /// The bytes of a line of bytes that are this shard's.
  func range(of total: Int) -> Range<Int> {
    bound(index, total)..<bound(index + 1, total)
  }

  private func bound(_ index: Int, _ total: Int) -> Int {
    let product = total.multipliedFullWidth(by: index)
    return count.dividingFullWidth(product).quotient
  }
}
