/// One input on its way through a pipeline: a value, copied for the price of a few reference counts.
///
/// `parse` gives it its text and the map back to the source, `clean` edits the text, and later phases add layers
/// over a text that no longer changes.
public struct Document: Sendable {
  /// Unique in its run.
  public let id: String
  /// Where it came from.
  public var uri: String?
  /// The original bytes.
  public var source: Source
  public var metadata: Metadata

  /// Charset that the source was decoded from, `nil` before the parse phase.
  public private(set) var charset: String?
  public private(set) var text = Text()
  /// From ranges of ``text`` to byte ranges of ``source``.
  public private(set) var alignment = Alignment()
  /// From ranges of ``parsedText``, the text before all edits, to byte ranges of ``source``.
  public private(set) var parsedAlignment = Alignment()
  /// The edits made since parsing; a layer that every document has.
  public private(set) var edits = EditLog()
  /// What went wrong without costing the document.
  public private(set) var warnings: [String] = []
  /// `true` once a parse stage has given the document its text.
  public private(set) var isParsed = false

  /// The phase that the document is in.
  public private(set) var phase: Phase = .fetch
  /// When work on the document must be done; stages with long loops poll it by ``checkDeadline()``.
  public var deadline: ContinuousClock.Instant?

  private var layers: [(id: LayerID, value: any Layer)] = []
  /// Layers set since the pipeline last looked.
  var writtenLayers: [LayerID] = []

  public init(id: String, uri: String? = nil, source: Source, metadata: Metadata = Metadata()) {
    self.id = id
    self.uri = uri
    self.source = source
    self.metadata = metadata
  }
}

extension Document {
  /// `true` for a document that is only the URL of something on a network: its bytes must be fetched first.
  public var needsFetch: Bool {
    guard source.bytes.isEmpty, let uri, let colon = uri.firstIndex(of: ":") else { return false }
    return uri[colon...].hasPrefix("://") && uri[..<colon].allSatisfy { $0.isASCII && $0.isLetter }
  }
}

// MARK: - Layers

extension Document {
  /// A layer, `nil` when no stage has written it.
  public subscript<Value>(key: LayerKey<Value>) -> Value? {
    get {
      layers.first { $0.id == key.id }?.value as? Value
    }
    set {
      let index = layers.firstIndex { $0.id == key.id }
      if !writtenLayers.contains(key.id) { writtenLayers.append(key.id) }
      guard let newValue else {
        if let index { layers.remove(at: index) }
        return
      }
      if let index { layers[index].value = newValue } else { layers.append((key.id, newValue)) }
    }
  }

  public func has(_ layer: LayerID) -> Bool {
    layers.contains { $0.id == layer }
  }

  /// The layers that have been written, in order of writing.
  public var layerIDs: [LayerID] { layers.map { $0.id } }

  /// What the rows of a layer annotate, whatever its type.
  public func ranges(of layer: LayerID) -> [TextRange]? {
    layers.first { $0.id == layer }?.value.ranges
  }

  /// `true` when the other document has the same rows in a layer.
  public func hasSameLayer(_ layer: LayerID, as other: Document) -> Bool {
    guard let own = layers.first(where: { $0.id == layer })?.value,
      let others = other.layers.first(where: { $0.id == layer })?.value
    else { return has(layer) == other.has(layer) }
    return own.isEqual(to: others)
  }
}

// MARK: - Text

extension Document {
  /// Gives the document its text; a parse stage does this once.
  ///
  /// - Parameters:
  ///   - alignment: from the text to the bytes of ``source``.
  ///   - charset: what the source was decoded from, by its WHATWG name.
  /// - Throws: ``SluiceError`` with code `.contract` outside the parse phase or the second time.
  public mutating func setText(_ text: Text, alignment: Alignment, charset: String) throws {
    guard phase == .parse, !isParsed else {
      throw SluiceError(.contract, "only one parse stage may set the text, in the parse phase")
    }
    self.text = text
    self.alignment = alignment
    parsedAlignment = alignment
    self.charset = charset
    isParsed = true
  }

  /// Edits the text; alignment and layers move along, and the edits are logged.
  ///
  /// - Parameter edits: sorted by range, without overlap, on borders of characters.
  /// - Throws: ``SluiceError`` with code `.contract` behind the clean phase, where the text is frozen, and for
  ///   edits that do not fit the text.
  public mutating func apply(_ edits: [Edit]) throws {
    let isAnyVoid = edits.contains { $0.range.isEmpty && $0.replacement.isEmpty }
    let edits = isAnyVoid ? edits.filter { !($0.range.isEmpty && $0.replacement.isEmpty) } : edits
    guard !edits.isEmpty else { return }
    guard phase == .clean else {
      throw SluiceError(.contract, "the text may be edited in the clean phase only, not in \(phase)")
    }
    try validate(edits)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    let sources = alignment.sources(of: edits)
    let firstOfPass = self.edits.entries.count
    var done = 0
    // Most edits of a pass replace the same bytes, such as a space: they share them.
    var before: [UInt8] = []
    for (edit, source) in zip(edits, sources) {
      bytes += text.bytes[done..<Int(edit.range.start)]
      let replaced = text.bytes[edit.range.bounds]
      if !replaced.elementsEqual(before) { before = Array(replaced) }
      self.edits.append(
        EditLog.Entry(
          rule: edit.rule, kind: edit.kind, offset: Int32(bytes.count), before: before,
          after: edit.replacement, source: source))
      bytes += edit.replacement
      done = Int(edit.range.end)
    }
    self.edits.endPass(from: firstOfPass)
    bytes += text.bytes[done...]

    let map = EditMap(edits)
    for index in layers.indices { layers[index].value.carry(across: map) }
    text = Text(validUTF8: bytes)
    alignment = alignment.edited(by: edits, sources: sources)
  }

  private func validate(_ edits: [Edit]) throws {
    var done: Int32 = 0
    for edit in edits {
      let fits =
        edit.range.start >= done && Int(edit.range.end) <= text.count
        && text.isScalarBoundary(Int(edit.range.start)) && text.isScalarBoundary(Int(edit.range.end))
        && (edit.replacement.isEmpty || UTF8Validity.isValid(edit.replacement))
      guard fits else {
        throw SluiceError(
          .contract,
          "rule '\(edit.rule)' made an edit at \(edit.range) that overlaps another or divides a character")
      }
      done = edit.range.end
    }
  }

  /// The text as parsed: all edits undone.
  public var parsedText: Text? { edits.reverted(text) }
}

// MARK: - Phases, warnings and deadlines

extension Document {
  /// Takes the document on to a phase; a pipeline does this before each stage.
  public mutating func enter(_ phase: Phase) {
    self.phase = phase
    writtenLayers.removeAll(keepingCapacity: true)
  }

  /// Notes what went wrong without costing the document; it is part of the record.
  public mutating func warn(_ message: String) {
    warnings.append(message)
  }

  /// - Throws: ``SluiceError`` with code `.deadline` when the time for this document is up.
  public func checkDeadline() throws {
    if let deadline, ContinuousClock.now > deadline {
      throw SluiceError(.deadline, "the time for this document is up")
    }
  }
}
