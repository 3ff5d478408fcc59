public import Sluice

extension Document {
  /// A parsed document of plain text, whose source is the text itself.
  public static func text(_ text: String, id: String = "text") -> Document {
    let bytes = Array(text.utf8)
    var document = Document(id: id, source: Source(bytes, mediaType: "text/plain"))
    document.enter(.parse)
    do {
      try document.setText(
        Text(validUTF8: bytes), alignment: Alignment(identity: bytes.count), charset: "utf-8")
    } catch {
      preconditionFailure("a new document takes a text")
    }
    return document
  }

  /// The promises of a document that its text, alignment, edits and layers break: one line each.
  public func brokenInvariants() -> [String] {
    var broken: [String] = []
    func complain(_ message: String) { broken.append("\(id): \(message)") }

    for layer in layerIDs {
      var last = TextRange(0, 0)
      for (row, range) in (ranges(of: layer) ?? []).enumerated() {
        let place = "row \(row) of '\(layer)', \(range),"
        if range.start < 0 || Int(range.end) > text.count {
          complain("\(place) lies outside the text")
        } else if !text.isScalarBoundary(Int(range.start)) || !text.isScalarBoundary(Int(range.end)) {
          complain("\(place) divides a character")
        }
        if range.start < last.start { complain("\(place) is out of document order") }
        last = range
      }
    }
    if parsedText == nil { complain("its edits cannot be reverted") }
    broken += brokenAlignment()
    return broken
  }

  private func brokenAlignment() -> [String] {
    var broken: [String] = []
    if alignment.textCount != text.count {
      broken.append("\(id): its alignment covers \(alignment.textCount) of \(text.count) bytes of text")
    }
    var last = 0
    for (index, segment) in alignment.segments.enumerated() {
      if Int(segment.source.start) < last { broken.append("\(id): segment \(index) goes back in the source") }
      if Int(segment.source.end) > source.count {
        broken.append("\(id): segment \(index) lies outside the source")
      }
      last = Int(segment.source.start)
    }
    return broken
  }

  /// `true` when text, edits, alignment, metadata, warnings and all layers are equal.
  public func isEqual(to other: Document) -> Bool {
    text == other.text && edits == other.edits && alignment == other.alignment
      && metadata == other.metadata && warnings == other.warnings && layerIDs == other.layerIDs
      && layerIDs.allSatisfy { hasSameLayer($0, as: other) }
  }
}
