import CLibXML2
import Sluice

/// Builds the ``FlatTree`` of a page from the events of libxml2's HTML parser.
struct TreeConstruction {
  /// Elements nested deeper than this are taken as flat: their text is kept, their tags only divide blocks.
  static let maximumDepth: Int32 = 4096

  private let page: PageTokens
  private let skeleton: TagSkeleton
  private let bytes: UnsafeBufferPointer<UInt8>
  private var tree = FlatTree()
  private var context: htmlParserCtxtPtr?
  /// The elements that are open; the last one holds what comes next.
  private var stack: [Int32] = [0]
  private var nextTag = 0
  /// Tokens up to here are done.
  private var nextToken = 0
  private var position = 0
  private var pendingBreak = FlatTree.Break.block
  private var events = 0
  private var failure: (any Error)?
  private let poll: () throws -> Void

  /// - Parameter poll: called now and then; what it throws ends the work.
  static func build(
    _ page: PageTokens, _ bytes: UnsafeBufferPointer<UInt8>, poll: () throws -> Void
  ) throws -> FlatTree {
    try withoutActuallyEscaping(poll) { poll in
      var construction = TreeConstruction(page, bytes, poll)
      try construction.run()
      return construction.tree
    }
  }

  private init(
    _ page: PageTokens, _ bytes: UnsafeBufferPointer<UInt8>, _ poll: @escaping () throws -> Void
  ) {
    self.page = page
    self.bytes = bytes
    self.poll = poll
    skeleton = TagSkeleton(page)
    tree.nodes.reserveCapacity(skeleton.tags.count / 2 + 1)
    tree.runs.reserveCapacity(page.tokens.count + 1)
  }

  /// Once a process, before the first parser.
  private static let initialized: Void = xmlInitParser()

  private mutating func run() throws {
    _ = Self.initialized
    withUnsafeMutablePointer(to: &self) { Self.parse($0) }
    if let failure { throw failure }
    finish()
  }

  /// Runs the parser, whose events come to the construction that is pointed to.
  private static func parse(_ me: UnsafeMutablePointer<TreeConstruction>) {
    let bytes = me.pointee.skeleton.bytes
    let size = Int32(clamping: bytes.count)
    let context = bytes.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { htmlCreateMemoryParserCtxt($0.baseAddress, size) }
    }
    guard let context else { return }
    defer { htmlFreeParserCtxt(context) }
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOIMPLIED.rawValue | HTML_PARSE_NODEFDTD.rawValue
      | UInt32(XML_PARSE_HUGE.rawValue)
    htmlCtxtUseOptions(context, Int32(options))
    xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
    var handler = xmlSAXHandler()
    handler.startElement = { data, _, _ in
      data?.assumingMemoryBound(to: TreeConstruction.self).pointee.starts()
    }
    handler.endElement = { data, _ in data?.assumingMemoryBound(to: TreeConstruction.self).pointee.ends() }
    context.pointee.sax.pointee = handler
    context.pointee.userData = UnsafeMutableRawPointer(me)
    me.pointee.context = context
    htmlParseDocument(context)
    me.pointee.context = nil
  }

  /// The tag that the parser is at.
  private mutating func currentTag() -> Int {
    guard let input = context?.pointee.input, let cur = input.pointee.cur, let base = input.pointee.base
    else {
      return nextTag
    }
    let offset = Int(input.pointee.consumed) + (cur - base)
    while nextTag < skeleton.tags.count - 1, Int(skeleton.tags[nextTag].end) < offset { nextTag += 1 }
    return nextTag
  }

  private mutating func starts() {
    let token = Int(skeleton.tags[currentTag()].token)
    flush(to: token)
    guard let parent = stack.last, token < page.tokens.count else { return stack.append(0) }
    let tag = page.tokens[token].tag
    let isShadowRoot = tag == .template && page.attribute(.shadowRootMode, of: token) != nil
    stack.append(tree.open(tag, token: Int32(token), parent: parent, isShadowRoot: isShadowRoot))
    check()
  }

  private mutating func ends() {
    flush(to: Int(skeleton.tags[currentTag()].token))
    if stack.count > 1 { stack.removeLast() }
    check()
  }

  private mutating func check() {
    events += 1
    guard let context else { return }
    if context.pointee.nameNr > Self.maximumDepth { xmlStopParser(context) }
    if events & 0xFFF == 0 {
      do {
        try poll()
      } catch {
        failure = error
        xmlStopParser(context)
      }
    }
  }

  /// Takes up the text in front of a token, and the breaks that the tags on the way make.
  private mutating func flush(to token: Int) {
    while nextToken < token {
      addRun(to: Int(page.tokens[nextToken].start))
      noteBreak(page.tokens[nextToken])
      position = Int(page.tokens[nextToken].end)
      nextToken += 1
    }
    addRun(to: token < page.tokens.count ? Int(page.tokens[token].start) : bytes.count)
  }

  private mutating func finish() {
    flush(to: page.tokens.count)
  }

  private mutating func addRun(to end: Int) {
    guard end > position, let node = stack.last else { return }
    defer { position = end }
    // White space behind a break is nothing, unless it is kept.
    if pendingBreak > .none, !tree.nodes[Int(node)].traits.contains(.preformatted), isBlank(position..<end) {
      return
    }
    let run = FlatTree.Run(start: Int32(position), end: Int32(end), node: node, before: pendingBreak)
    if tree.nodes[Int(node)].traits.contains(.dropped) { return tree.droppedRuns.append(run) }
    tree.runs.append(run)
    pendingBreak = .none
  }

  private func isBlank(_ range: Range<Int>) -> Bool {
    for index in range where bytes[index] > 0x20 { return false }
    return true
  }

  private mutating func noteBreak(_ token: PageTokens.Token) {
    if token.kind == .skipped { return }
    if token.tag.isBlock {
      pendingBreak = .block
    } else if token.tag == .br {
      // Two in a row divide paragraphs.
      if pendingBreak == .line, let node = stack.last { tree.dividedByBreaks.append(node) }
      pendingBreak = pendingBreak == .none ? .line : .block
    }
  }
}
