import Sluice

extension RecordEncoder {
  /// The edits in the order in which they were made.
  func writeEdits(into json: inout JSONWriter) throws {
    let log = document.edits
    guard !log.isEmpty else { return }
    let offsets = try editOffsets(log)
    json.key("edits")
    json.array { json in
      for (number, pass) in log.passes.enumerated() {
        for index in pass {
          let entry = log.entries[index]
          json.object { json in
            json.member("rule", entry.rule)
            json.member("class", entry.kind.name)
            json.member("pass", number + 1)
            json.member("at", offsets.isEmpty ? Int(entry.offset) : offsets[index])
            json.key("source")
            write(entry.source, into: &json)
            json.key("before")
            json.string(utf8: entry.before)
            json.key("after")
            json.string(utf8: entry.after)
          }
        }
      }
    }
  }

  /// The offsets of the entries in the unit of the record; empty when they are what the log has.
  ///
  /// They are offsets into the text after each pass, so the passes are undone one by one to get at these texts.
  private func editOffsets(_ log: EditLog) throws -> [Int] {
    guard options.offsets != .utf8 else { return [] }
    var result = [Int](repeating: 0, count: log.entries.count)
    var bytes = document.text.bytes
    for pass in log.passes.reversed() {
      let table = OffsetTable(bytes, options.offsets)
      for index in pass { result[index] = table.units(before: Int(log.entries[index].offset)) }
      guard let earlier = EditLog.revert(log.entries[pass], in: bytes) else {
        throw SluiceError(.contract, "the edits do not lead to the text", document: document.id)
      }
      bytes = earlier
    }
    return result
  }

  func writeAlignments(into json: inout JSONWriter) throws {
    guard document.alignment.textCount == document.text.count else {
      throw SluiceError(.contract, "the alignment does not cover the text", document: document.id)
    }
    RecordAlignment.write(document.alignment, as: "alignment", into: &json)
    if !document.edits.isEmpty {
      RecordAlignment.write(document.parsedAlignment, as: "parsedAlignment", into: &json)
    }
  }
}
