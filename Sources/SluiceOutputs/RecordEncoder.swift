import Sluice
import SluiceHash

/// Writes one document as a record.
struct RecordEncoder {
  let document: Document
  let options: WriterOptions
  let offsets: OffsetTable

  init(_ document: Document, _ options: WriterOptions) {
    self.document = document
    self.options = options
    offsets = OffsetTable(document.text.bytes, options.offsets)
  }

  func encode() throws -> [UInt8] {
    var json = JSONWriter()
    try json.object { json in
      json.member("sluice", RecordSchema.version)
      json.member("id", document.id)
      writeSource(into: &json)
      writeMetadata(into: &json)
      json.member("offsets", options.offsets.rawValue)
      json.key("text")
      json.string(utf8: document.text.bytes)
      try writeBlocks(into: &json)
      try writeLinks(into: &json)
      try writeTurns(into: &json)
      try writeCues(into: &json)
      try writeEvents(into: &json)
      try writeFlags(into: &json)
      try writeEdits(into: &json)
      if options.includesTokens { try writeRanges(of: .tokens, into: &json) }
      try writeRanges(of: .sentences, into: &json)
      try writeEntities(into: &json)
      try writeQuotes(into: &json)
      try writeSummary(into: &json)
      try writeKeyphrases(into: &json)
      try writeFacts(into: &json)
      try writeAlignments(into: &json)
      if !document.warnings.isEmpty {
        json.key("warnings")
        json.value(.strings(document.warnings))
      }
      writeRun(into: &json)
    }
    var line = json.bytes
    RecordDigest.append(to: &line)
    line.append(0x0A)
    return line
  }

  private func writeSource(into json: inout JSONWriter) {
    json.key("source")
    json.object { json in
      if let uri = document.uri { json.member("uri", uri) }
      json.member("mediaType", document.source.mediaType)
      if let charset = document.charset { json.member("charset", charset) }
      json.member("bytes", document.source.count)
      json.member("sha256", SHA256.hash(document.source.bytes))
    }
  }

  private func writeMetadata(into json: inout JSONWriter) {
    json.key("metadata")
    json.object { json in
      for field in document.metadata.fields {
        json.key(field.key)
        json.value(field.value)
      }
    }
    let proven = document.metadata.fields.filter { $0.evidence != nil }
    guard !proven.isEmpty else { return }
    json.key("evidence")
    json.object { json in
      for field in proven { json.member(field.key, field.evidence ?? "") }
    }
  }

  private func writeRun(into json: inout JSONWriter) {
    json.key("run")
    json.object { json in
      if let pipeline = options.pipeline { json.member("pipeline", pipeline) }
      json.member("version", Release.version)
      guard !options.models.isEmpty else { return }
      json.key("models")
      json.object { json in
        var uses: [StageName: Int] = [:]
        for (stage, model) in options.models {
          let use = uses[stage, default: 0] + 1
          uses[stage] = use
          json.member(use == 1 ? stage.description : "\(stage)#\(use)", model)
        }
      }
    }
  }
}

// MARK: - Ranges

extension RecordEncoder {
  /// A range of the text as `[start,end]`, in the unit of the record.
  func write(_ range: TextRange, of layer: LayerID, into json: inout JSONWriter) throws {
    let text = document.text
    guard text.isScalarBoundary(Int(range.start)), text.isScalarBoundary(Int(range.end)) else {
      throw SluiceError(
        .contract,
        "the layer '\(layer)' has a range \(range) that divides a character or lies outside the text",
        document: document.id)
    }
    json.array { json in
      json.integer(offsets.units(before: Int(range.start)))
      json.integer(offsets.units(before: Int(range.end)))
    }
  }

  func write(_ range: SourceRange, into json: inout JSONWriter) {
    json.array { json in
      json.integer(range.start)
      json.integer(range.end)
    }
  }
}
