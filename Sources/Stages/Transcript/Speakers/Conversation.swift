/// How much the text under labels is like people's talk: who speaks says "I", asks, and is answered.
///
/// Measured on the transcripts and the pages of the development data: talk has 15 to 45 first persons in 1,000
/// words, lists of products, steps or fields under headings with colons hardly any.
struct Conversation {
  private var words = 0
  private var speakers = 0
  private var others = 0
  private var questions = 0
  /// Share of the paragraphs that have a label.
  private var coverage = 0.0

  private enum Person { case speaker, other }
  private static let persons = WordTable<Person>([
    (
      "i i'm i've i'd i'll me my mine myself i\u{2019}m i\u{2019}ve i\u{2019}d i\u{2019}ll ich mich mir mein meine "
        + "je moi mon yo mi eu", .speaker
    ),
    (
      "we you us our your we're you're we've you've we\u{2019}re you\u{2019}re wir uns sie ihr nous vous usted",
      .other
    ),
  ])

  /// - Parameter labels: those of one form, in the order of the text.
  init(_ page: CleaningPage, labels: [Label]) {
    guard let first = labels.first, let last = labels.last else { return }
    let bytes = page.bytes
    let end = page.lineEnd(from: last.range.upperBound)
    let span = first.range.lowerBound..<end
    let lines = bytes.withUnsafeBufferPointer { count($0, span) }
    let blocks = page.blocks.count { span.contains($0.range.lowerBound) }
    coverage = Double(labels.count) / Double(max(1, blocks >= labels.count ? blocks : lines))
  }

  /// Counts words, persons and questions.
  ///
  /// - Returns: the number of lines that are not empty.
  private mutating func count(_ bytes: UnsafeBufferPointer<UInt8>, _ span: Range<Int>) -> Int {
    let persons = Self.persons
    var (lines, words, speakers, others, questions) = (0, 0, 0, 0, 0)
    var index = span.lowerBound
    var wasBreak = true
    while index < span.upperBound {
      let byte = bytes[index]
      if byte == 0x0A {
        wasBreak = true
      } else if wasBreak {
        lines += 1
        wasBreak = false
      }
      if byte == UInt8(ascii: "?") { questions += 1 }
      guard byte.isLetter else {
        index += 1
        continue
      }
      let start = index
      var hash = WordHash()
      while index < span.upperBound, bytes[index].isLetter || bytes[index] == UInt8(ascii: "'") {
        hash.add(bytes[index].lowered)
        index += 1
      }
      words += 1
      guard index - start <= 8, let person = persons[hash.value] else { continue }
      switch person {
      case .speaker: speakers += 1
      case .other: others += 1
      }
    }
    (self.words, self.speakers, self.others, self.questions) = (words, speakers, others, questions)
    return lines
  }

  /// Persons and questions as in talk, by whoever it is.
  var isTalk: Bool {
    (2 * speakers + others + questions) * 50 >= words && speakers + questions > 0
  }

  /// Most of the paragraphs have labels, and something is asked.
  var isExchange: Bool { coverage >= 0.5 && questions > 0 }

  /// Talk whose labels are names in lower case, which much else looks like.
  var isConversation: Bool {
    guard isTalk, coverage >= 0.25 else { return false }
    return words < 300 ? speakers >= 1 && speakers + questions >= 2 : speakers * 125 >= words
  }
}
