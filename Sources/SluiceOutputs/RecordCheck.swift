import Sluice
import SluiceHash

/// The verification of one record.
struct RecordCheck {
  private(set) var mismatches: [(member: String, message: String)] = []
  private(set) var checked = Verifier.Counts()
  private(set) var proven = Verifier.Counts()

  let record: Record
  private let source: [UInt8]

  init(_ record: Record, _ source: [UInt8]) {
    self.record = record
    self.source = source
  }

  mutating func run() {
    checked = counts()
    // Nothing can be said of a record by another source.
    guard checkSource() else { return }
    if RecordDigest.fits(record.json) == false {
      complain("digest", "the record was changed after it was written")
    }
    checkText()
    checkEdits()
    let isTextProven = mismatches.isEmpty
    let rows = checkRows()
    guard isTextProven else { return }
    proven = rows
    proven.records = mismatches.isEmpty ? 1 : 0
    proven.bytes = checked.bytes
    proven.segments = checked.segments
    proven.edits = checked.edits
  }

  private mutating func complain(_ member: String, _ message: String) {
    if mismatches.count < Verifier.mismatchLimit { mismatches.append((member, message)) }
  }

  private func counts() -> Verifier.Counts {
    var counts = Verifier.Counts()
    counts.records = 1
    counts.bytes = record.parsedAlignment?.textCount ?? record.text.count
    counts.segments = record.parsedAlignment?.segments.count ?? 0
    counts.blocks = record.blocks?.count ?? 0
    counts.links = record.links?.count ?? 0
    counts.turns = record.turns?.count ?? 0
    counts.cues = record.cues?.count ?? 0
    counts.events = record.events?.count ?? 0
    counts.flags = record.flags?.count ?? 0
    counts.edits = record.edits.entries.count
    counts.tokens = record.tokens?.count ?? 0
    counts.sentences = record.sentences?.count ?? 0
    counts.entities = record.entities?.count ?? 0
    counts.quotes = record.quotes?.rows.count ?? 0
    counts.summary = record.summary?.count ?? 0
    counts.keyphrases = record.keyphrases?.count ?? 0
    counts.facts = record.facts?.count ?? 0
    return counts
  }

  private mutating func checkSource() -> Bool {
    guard source.count == record.source.count else {
      complain("source.bytes", "the source has \(source.count) bytes, not \(record.source.count)")
      return false
    }
    guard SHA256.hash(source) == record.source.sha256 else {
      complain("source.sha256", "the source is not the one that the record was made from")
      return false
    }
    return true
  }
}

// MARK: - Text

extension RecordCheck {
  private mutating func checkText() {
    guard let parsed = record.parsedText() else {
      return complain("edits", "the edits do not lead to the text")
    }
    guard let alignment = record.parsedAlignment else {
      return complain(record.edits.isEmpty ? "alignment" : "parsedAlignment", "it is missing")
    }
    guard let decoded = record.source.charset.flatMap({ DecodedSource(source, charset: $0) }) else {
      return complain("source.charset", "'\(record.source.charset ?? "")' is no charset that is known here")
    }
    let proof = SegmentProof(source: source, decoded: decoded)
    let member = record.edits.isEmpty ? "alignment" : "parsedAlignment"
    for index in alignment.segments.indices {
      let range = alignment.textRange(ofSegment: index)
      let bytes = parsed.bytes[range.bounds]
      if let complaint = proof.complaint(bytes, alignment.run(at: index)) {
        let excerpt = String(String(decoding: bytes, as: UTF8.self).prefix(40))
        complain("\(member)[\(index)]", "\(complaint): '\(excerpt)'")
      }
    }
  }

  private mutating func checkEdits() {
    guard var alignment = record.parsedAlignment, record.parsedText() != nil else { return }
    for pass in record.edits.passes {
      var edits: [Edit] = []
      var shift = 0
      for index in pass {
        let entry = record.edits.entries[index]
        let start = Int(entry.offset) - shift
        let range = TextRange(start, start + entry.before.count)
        shift += entry.after.count - entry.before.count
        if alignment.source(of: range) != entry.source {
          complain(
            "edits[\(index)].source",
            "what it replaced stands for \(alignment.source(of: range)) of the source")
        }
        edits.append(
          Edit(range, with: String(decoding: entry.after, as: UTF8.self), rule: entry.rule, kind: entry.kind))
      }
      alignment = alignment.edited(by: edits)
    }
    if record.alignment != alignment {
      complain("alignment", "it is not what the edits make of the parsed text's")
    }
  }
}

// MARK: - Ranges

extension RecordCheck {
  /// Checks the layers and counts the rows that are in order.
  private mutating func checkRows() -> Verifier.Counts {
    var good = Verifier.Counts()
    good.blocks = checkRanges("blocks", record.blocks?.ranges)
    good.links = checkRanges("links", record.links?.ranges)
    good.turns = checkRanges("turns", record.turns?.ranges)
    good.cues = checkRanges("cues", record.cues?.ranges)
    let taken = Dictionary(
      record.edits.entries.map { ($0.source, $0.before) }, uniquingKeysWith: { first, _ in first })
    good.events = checkRanges("events", record.events?.ranges) { check, row, _ in
      guard let events = check.record.events else { return false }
      let before = taken[events.sources[row]].map { String(decoding: $0, as: UTF8.self) }
      if before?.contains(events.texts[row]) == true { return true }
      check.complain("events[\(row)].text", "no edit took these words from that part of the source")
      return false
    }
    good.flags = checkRanges("flags", record.flags?.ranges) { check, row, range in
      check.hasWords(check.record.flagTexts[row], at: range, "flags[\(row)].text")
    }
    good.tokens = checkRanges("tokens", record.tokens)
    good.sentences = checkRanges("sentences", record.sentences?.ranges)
    good.entities = checkRanges("entities", record.entities?.ranges) { check, row, range in
      check.hasWords(check.record.entityTexts[row], at: range, "entities[\(row)].text")
    }
    if let quotes = record.quotes {
      good.quotes = checkRanges("quotes", quotes.ranges) { check, row, _ in
        guard let member = check.quoteComplaint(row, quotes) else { return true }
        check.complain("quotes[\(row)].\(member)", "the text has other words there")
        return false
      }
    }
    good.summary = checkRanges("summary", record.summary?.ranges) { check, row, range in
      guard check.record.text[range].utf8.elementsEqual(check.record.summaryTexts[row].utf8) else {
        check.complain("summary[\(row)].text", "the text has other words there")
        return false
      }
      if let sources = check.record.alignment?.sources(of: range), sources == check.record.summarySources[row]
      {
        return true
      }
      check.complain("summary[\(row)].source", "the words come from another part of the source")
      return false
    }
    good.keyphrases = checkRanges("keyphrases", record.keyphrases?.ranges) { check, row, range in
      check.hasWords(check.record.keyphrases?.texts[row] ?? "", at: range, "keyphrases[\(row)].text")
    }
    good.facts = checkRanges("facts", record.facts?.ranges) { check, row, range in
      check.hasWords(check.record.factTexts[row], at: range, "facts[\(row)].text")
    }
    return good
  }

  private mutating func hasWords(_ words: String, at range: TextRange, _ member: String) -> Bool {
    let found = record.text[range]
    if found.utf8.elementsEqual(words.utf8) { return true }
    complain(member, "the text has '\(found)' there, not '\(words)'")
    return false
  }

  private mutating func checkRanges(
    _ layer: String, _ ranges: [TextRange]?,
    _ check: (inout RecordCheck, Int, TextRange) -> Bool = { _, _, _ in true }
  ) -> Int {
    var good = 0
    for (row, range) in (ranges ?? []).enumerated() {
      let text = record.text
      guard text.isScalarBoundary(Int(range.start)), text.isScalarBoundary(Int(range.end)) else {
        complain("\(layer)[\(row)]", "the range \(range) divides a character or lies outside the text")
        continue
      }
      if check(&self, row, range) { good += 1 }
    }
    return good
  }
}
