import Sluice

/// Names on a line of their own at the start of cues, as conference systems export them: the text of a cue is one
/// line, its source is not.
struct CueNames {
  private let page: CleaningPage
  private let document: Document
  private let cues: Cues

  static let fewestCues = 2

  /// - Returns: `nil` for a document without cues.
  init?(_ document: Document, _ page: CleaningPage) {
    guard let cues = document[.cues], cues.count >= Self.fewestCues else { return nil }
    self.document = document
    self.cues = cues
    self.page = page
  }

  /// A label for each cue; none where not nearly every cue has a name, or names do not come back in a longer file.
  var labels: [Label] {
    var found: [Label] = []
    var missing = 0
    var counts: [String: Int] = [:]
    for row in 0..<cues.count {
      guard let label = label(row) else {
        missing += 1
        // One cue in ten may have none.
        if missing * 10 > cues.count { return [] }
        continue
      }
      counts[page.string(label.name), default: 0] += 1
      found.append(label)
    }
    let proper = counts.reduce(0) { $0 + (ProperName.isOne($1.key) ? $1.value : 0) }
    let returning = counts.reduce(0) { $0 + ($1.value > 1 ? $1.value : 0) }
    guard found.count >= 4 ? returning * 10 >= found.count * 8 : proper == found.count else { return [] }
    return found
  }

  private func label(_ row: Int) -> Label? {
    let range = cues.ranges[row]
    guard range.count > 1, Int(range.end) <= page.bytes.count else { return nil }
    let place = document.alignment.source(of: range)
    let source = document.source.bytes
    let limit = min(source.count, Int(place.end), Int(place.start) + LabelParser.longestName)
    guard place.start >= 0, Int(place.start) < limit,
      let lineEnd = source.first(0x0A, in: Int(place.start)..<limit)
    else { return nil }
    let start = Int(range.start)
    let trimmed = source.trimmed(Int(place.start)..<lineEnd)
    let end = start + trimmed.count
    guard trimmed.lowerBound == Int(place.start), end < Int(range.end),
      page.bytes[start..<end].elementsEqual(source[trimmed]), page.bytes[end].isSpace,
      let name = LabelName(page.bytes, at: start, end: end), name.end == end
    else { return nil }
    var label = name.label(.pattern, from: start)
    var speech = end
    while speech < Int(range.end), page.bytes[speech].isSpace { speech += 1 }
    label.range = start..<speech
    label.time = cues.starts[row]
    return label
  }
}
