/// Splits a stream of UTF-8 into sentences, with a bounded look-ahead.
///
/// Gives the same sentences as splitting the whole at once, as long as no run of white space is longer than the
/// look-ahead. It keeps little more than the look-ahead in memory, however long the stream or its lines.
///
/// ```swift
/// var stream = SentenceStream(language: "en")
/// for chunk in chunks { for range in stream.append(chunk) { … } }
/// for range in stream.finish() { … }
/// ```
public struct SentenceStream: Sendable {
  /// Bytes that must follow a place before it is judged.
  public static let lookAhead = 1024
  /// Bytes of context that are kept behind.
  private static let lookBehind = 1024

  private let rules: SentenceRules
  private var buffer: [UInt8] = []
  /// Offset of the first byte of the buffer in the stream.
  private var bufferStart = 0
  /// Everything before this offset of the stream has been judged.
  private var judged = 0
  private var memory: CandidatePass<Judge>.Memory?

  /// - Parameter language: BCP 47 tag; English when there is none.
  public init(language: String? = nil) {
    rules = SentenceRules(.of(language))
  }

  /// Takes the next bytes; a character may be divided between two calls.
  ///
  /// - Returns: the sentences that are complete now, as byte ranges of the stream.
  public mutating func append(_ bytes: some Collection<UInt8>) -> [Range<Int>] {
    buffer.append(contentsOf: bytes)
    let end = bufferStart + buffer.count
    guard end - judged > 2 * Self.lookAhead else { return [] }
    return advance(to: end - Self.lookAhead, isLast: false)
  }

  /// Ends the stream.
  ///
  /// - Returns: the sentences that were not complete before.
  public mutating func finish() -> [Range<Int>] {
    let found = advance(to: bufferStart + buffer.count, isLast: true)
    buffer = []
    (bufferStart, judged, memory) = (0, 0, nil)
    return found
  }

  private mutating func advance(to limit: Int, isLast: Bool) -> [Range<Int>] {
    guard !buffer.isEmpty else { return [] }
    let (start, from) = (bufferStart, judged)
    var found: [Range<Int>] = []
    var memory = memory
    buffer.withUnsafeBufferPointer { buffer in
      ByteClass.table.withUnsafeBufferPointer { classes in
        guard let base = buffer.baseAddress, let classes = classes.baseAddress else { return }
        let window = Window(base: base - start, start: start, end: start + buffer.count, classes: classes)
        var pass = CandidatePass(window, Judge(rules: rules))
        if let memory { pass.memory = memory } else { pass.begin() }
        pass.run(from: from, to: limit)
        if isLast { pass.finish() }
        memory = pass.memory
        found = pass.judge.sentences
      }
    }
    self.memory = memory
    judged = limit
    let spent = limit - Self.lookBehind - bufferStart
    if spent > Self.lookBehind {
      buffer.removeFirst(spent)
      bufferStart += spent
    }
    return found
  }

  private struct Judge: CandidateJudge {
    let rules: SentenceRules
    var sentences: [Range<Int>] = []

    mutating func isBoundary(_ candidate: Candidate, _ state: PassState, _ window: Window) -> Bool {
      rules.isBoundary(candidate, state, window)
    }

    var scripts: Bool { rules.language.isCaseless }

    func isPlain(_ hash: UInt64, length: Int) -> Bool { rules.isPlain(hash, length: length) }

    mutating func take(_ start: Int, _ end: Int) {
      sentences.append(start..<end)
    }
  }
}
