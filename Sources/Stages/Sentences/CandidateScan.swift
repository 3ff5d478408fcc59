import CSluiceModels

/// Finds the bytes at which a sentence could end, sixteen at a time.
///
/// Marks are `. ! ? :`, line feed, and the lead byte of U+2000...U+2FFF (curly quotes, the ellipsis, line
/// separators); brackets and straight quotes are marked as well, because their state is carried along.
enum CandidateScan {
  /// Bytes that are scanned at once; the list of their marks stays in the cache.
  private static let chunk = 4096

  /// Hands the offsets of all marks of a range to a body, in order.
  ///
  /// - Parameter scripts: also those of the Arabic and Indic marks.
  static func forEachMark(
    _ base: UnsafePointer<UInt8>, _ range: Range<Int>, scripts: Bool, _ body: (Int) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: chunk) { marks in
      var start = range.lowerBound
      while start < range.upperBound {
        let count = min(chunk, range.upperBound - start)
        let found = sluice_scan_marks(base + start, count, marks.baseAddress, scripts ? 1 : 0)
        for index in 0..<Int(found) { body(start + Int(marks[index])) }
        start += count
      }
    }
  }
}
