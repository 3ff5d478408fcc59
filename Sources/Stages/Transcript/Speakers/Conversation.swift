import CSluiceModels

/// How much the text under labels is like people's talk: who speaks says "I", asks, and is answered.
///
/// Measured on the transcripts and the pages of the development data: talk has 15 to 45 first persons in 1,000
/// words, lists of products, steps or fields under headings with colons hardly any.
struct Conversation {
  private let bytes: [UInt8]
  /// From the first label to the end of the line of the last.
  private let span: Range<Int>
  private var words = 0
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
    bytes = page.bytes
    guard let first = labels.first, let last = labels.last else {
      span = 0..<0
      return
    }
    span = first.range.lowerBound..<page.lineEnd(from: last.range.upperBound)
    let counts = bytes.withUnsafeBufferPointer { [span] bytes in
      sluice_count_talk(bytes.baseAddress, span.lowerBound, span.upperBound)
    }
    (words, questions) = (counts.words, counts.questions)
    let blocks = page.blocks.count { [span] in span.contains($0.range.lowerBound) }
    coverage = Double(labels.count) / Double(max(1, blocks >= labels.count ? blocks : counts.lines))
  }

  /// Whether so many persons suffice: they are counted until they do, which is soon in talk.
  private func arePersons(_ suffice: (_ speakers: Int, _ others: Int) -> Bool) -> Bool {
    var (speakers, others) = (0, 0)
    if suffice(speakers, others) { return true }
    var index = span.lowerBound
    while index < span.upperBound {
      guard bytes[index].isLetter else {
        index += 1
        continue
      }
      let start = index
      while index < span.upperBound, bytes[index].isLetter || bytes[index] == UInt8(ascii: "'") { index += 1 }
      guard index - start <= 8, let person = Self.persons[wordHash(bytes, start..<index)] else { continue }
      switch person {
      case .speaker: speakers += 1
      case .other: others += 1
      }
      if suffice(speakers, others) { return true }
    }
    return false
  }

  private func isTalk(_ speakers: Int, _ others: Int) -> Bool {
    (2 * speakers + others + questions) * 50 >= words && speakers + questions > 0
  }

  /// Most of the paragraphs have labels, and something is asked.
  var isExchange: Bool { coverage >= 0.5 && questions > 0 }

  /// Persons and questions as in talk, by whoever it is.
  var isTalk: Bool { arePersons(isTalk) }

  /// Talk whose labels are names in lower case, which much else looks like.
  var isConversation: Bool {
    guard coverage >= 0.25 else { return false }
    return arePersons { speakers, others in
      isTalk(speakers, others)
        && (words < 300 ? speakers >= 1 && speakers + questions >= 2 : speakers * 125 >= words)
    }
  }
}
