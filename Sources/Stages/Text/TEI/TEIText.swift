import Sluice

/// Makes the text of a TEI document, or of other XML, with blocks and alignment.
///
/// The header becomes metadata; notes, page furniture and descriptions of noises are dropped; of alternatives the
/// corrected and regularised are taken. Who speaks stands on a line in front of the speech, as the source has it.
struct TEIText {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var builder = TextBuilder()
  private(set) var blocks = Blocks()
  private(set) var header = TEIHeader()

  private struct Element {
    var name: String
    var isSkipped: Bool
    var isHeader: Bool
  }

  private var stack: [Element] = []
  private var isTEI = false
  private var isFirst = true
  private var blockStart = -1
  private var blockDepth = 0
  private var kind = Blocks.Kind.paragraph
  private var level = 0
  private var blank: Range<Int>?
  private var wantsLine = false
  private var wantsTab = false
  private var pendingBlank = false
  private var divisions = 0
  private var lists = 0
  private var speaker = ""

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// - Parameter poll: called now and then; what it throws ends the work.
  mutating func read(poll: () throws -> Void) throws {
    var scanner = XMLScanner(bytes)
    var events = 0
    while let event = scanner.next() {
      events += 1
      if events & 0xFFF == 0 { try poll() }
      switch event {
      case .start(let name, let attributes, let isEmpty):
        start(name, attributes)
        if isEmpty { end(name) }
      case .end(let name): end(name)
      case .text(let range, let isCDATA): text(range, isCDATA: isCDATA)
      }
    }
    close()
  }

  consuming func finish() -> (text: Text, alignment: Alignment) { builder.finish() }

  private static let roots: Set<String> = ["TEI", "TEI.2", "teiCorpus"]
  private static let skipped: Set<String> = [
    "note", "fw", "figDesc", "del", "desc", "vocal", "kinesic", "incident", "shift", "pause", "stdOff",
    "standOff",
    "facsimile", "sourceDoc", "index", "metamark", "surplus", "certainty", "respons", "link", "script",
    "style",
  ]
  /// Elements that stand on lines of their own.
  private static let standing: [String: Blocks.Kind] = [
    "p": .paragraph, "ab": .paragraph, "u": .paragraph, "lg": .paragraph, "speaker": .paragraph,
    "stage": .other,
    "head": .heading, "item": .listItem, "row": .table, "label": .paragraph, "opener": .paragraph,
    "closer": .paragraph, "salute": .paragraph, "signed": .paragraph, "dateline": .paragraph,
    "trailer": .paragraph,
    "byline": .paragraph, "titlePart": .paragraph, "argument": .paragraph, "epigraph": .quote,
    "castItem": .listItem,
    "caption": .caption, "quote": .quote, "figure": .other, "code": .code, "eg": .code, "formula": .other,
    "docImprint": .paragraph, "docAuthor": .paragraph, "docDate": .paragraph, "writing": .paragraph,
    "sp": .paragraph,
  ]
  private static let grouping: Set<String> = [
    "div", "div1", "div2", "div3", "div4", "div5", "div6", "list", "table", "body", "front", "back", "text",
    "group",
    "titlePage", "docTitle", "castList", "listBibl", "bibl", "annotationBlock", "floatingText", "TEI",
    "teiHeader",
  ]
}

// MARK: - Tags

extension TEIText {
  private mutating func start(_ name: String, _ attributes: [(name: String, value: Range<Int>)]) {
    if isFirst {
      isFirst = false
      isTEI = Self.roots.contains(name)
    }
    let outer = stack.last
    let isAlternative = outer?.name == "choice" && ["sic", "orig", "abbr"].contains(name)
    let isHeader = outer?.isHeader == true || isTEI && name == "teiHeader"
    let isSkipped = outer?.isSkipped == true || (isTEI && Self.skipped.contains(name)) || isAlternative
    stack.append(Element(name: name, isSkipped: isSkipped, isHeader: isHeader))
    if isHeader {
      header.start(name, attributes.map { ($0.name, bytes.attribute($0.value)) })
      return
    }
    if name == "TEI" || name == "text", let range = attributes.first(where: { $0.name == "xml:lang" })?.value
    {
      header.language = header.language ?? bytes.attribute(range)
    }
    guard isTEI, !isSkipped else { return }
    switch name {
    case "l":
      if blockStart < 0 { open(.paragraph) } else { wantsLine = true }
    case "lb":
      // A line of a verse ends, one of prose goes on.
      if stack.suffix(8).contains(where: { $0.name == "l" || $0.name == "lg" }) {
        wantsLine = blockStart >= 0
      }
      pendingBlank = blockStart >= 0
    case "cell": if blockStart >= 0 { wantsTab = true }
    default: standing(name, attributes)
    }
  }

  private mutating func standing(_ name: String, _ attributes: [(name: String, value: Range<Int>)]) {
    if name.hasPrefix("div") { divisions += 1 }
    if name == "list" || name == "castList" { lists += 1 }
    guard let kind = Self.standing[name] else {
      if Self.grouping.contains(name) { close() }
      return
    }
    close()
    open(kind)
    if kind == .heading { level = min(6, max(1, divisions)) }
    if kind == .listItem { level = max(1, lists) }
    if name == "u", let who = attributes.first(where: { $0.name == "who" })?.value { label(who) }
  }

  private mutating func open(_ kind: Blocks.Kind) {
    self.kind = kind
    level = 0
    blockDepth = stack.count
  }

  /// Writes who speaks in front of the first speech of a turn.
  private mutating func label(_ who: Range<Int>) {
    var range = who
    if range.count > 1, bytes[range.lowerBound] == UInt8(ascii: "#") {
      range = range.lowerBound + 1..<range.upperBound
    }
    let name = bytes.attribute(range)
    guard !range.isEmpty, name != speaker else { return }
    speaker = name
    flowing(range, isCDATA: false)
    wantsLine = true
  }

  private mutating func end(_ name: String) {
    // Tags that were never closed end with the element around them; an end without a start is none.
    guard let place = stack.suffix(64).lastIndex(where: { $0.name == name }) else { return }
    let depth = place + 1
    let element = stack[place]
    if element.isHeader { header.end(name) }
    if isTEI {
      if name.hasPrefix("div") { divisions = max(0, divisions - 1) }
      if name == "list" || name == "castList" { lists = max(0, lists - 1) }
      if !element.isSkipped, Self.standing[name] != nil || Self.grouping.contains(name) { close() }
    } else if depth <= blockDepth {
      close()
    }
    stack.removeSubrange(place...)
  }
}

// MARK: - Text

extension TEIText {
  private mutating func text(_ range: Range<Int>, isCDATA: Bool) {
    guard let element = stack.last, !element.isSkipped else { return }
    if element.isHeader { return header.add(bytes.attribute(range)) }
    flowing(range, isCDATA: isCDATA)
  }

  private mutating func flowing(_ range: Range<Int>, isCDATA: Bool) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte <= 0x20 || byte == 0x7F {
        let start = index
        while index < range.upperBound, bytes[index] <= 0x20 || bytes[index] == 0x7F { index += 1 }
        if blockStart >= 0, blank == nil { blank = start..<index }
      } else if byte == UInt8(ascii: "&"), !isCDATA, let reference = reference(index, range.upperBound) {
        begin()
        builder.decode(reference.utf8, from: index..<index + reference.length)
        index += reference.length
      } else {
        let start = index
        index += 1
        while index < range.upperBound, bytes[index] > 0x20, bytes[index] != 0x7F,
          isCDATA || bytes[index] != UInt8(ascii: "&")
        {
          index += 1
        }
        begin()
        builder.copy(bytes.span, start..<index)
      }
    }
  }

  /// Writes what has to stand in front of the next character.
  private mutating func begin() {
    if blockStart < 0 {
      if let last = blocks.kinds.last {
        builder.insert(last == kind && (kind == .listItem || kind == .table) ? [0x0A] : [0x0A, 0x0A])
      }
      blockStart = builder.count
      if blockDepth == 0 || !isTEI { blockDepth = stack.count }
    } else if wantsLine {
      builder.insert([0x0A])
    } else if wantsTab {
      builder.insert([0x09])
    } else if let blank {
      let isPlain = bytes[blank].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
      if isPlain { builder.decode([0x20], from: blank) } else { builder.insert([0x20]) }
    } else if pendingBlank {
      builder.insert([0x20])
    }
    (wantsLine, wantsTab, blank, pendingBlank) = (false, false, nil, false)
  }

  private mutating func close() {
    if blockStart >= 0 { blocks.append(kind, level: level, TextRange(blockStart, builder.count)) }
    (blockStart, blockDepth, kind, level) = (-1, 0, .paragraph, 0)
    (wantsLine, wantsTab, blank, pendingBlank) = (false, false, nil, false)
  }

  private func reference(_ index: Int, _ end: Int) -> CharacterReferences.Reference? {
    guard let found = CharacterReferences.decode(bytes.span.extracting(0..<end), at: index),
      bytes[index + found.length - 1] == UInt8(ascii: ";"), found.first.value > 0x20
    else { return nil }
    return found
  }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// Characters with their references decoded, white space collapsed.
  fileprivate func attribute(_ range: Range<Int>) -> String {
    let decoded = CharacterReferences.decodeAll(span.extracting(range))
    return String(decoding: decoded, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(
      separator: " ")
  }
}
