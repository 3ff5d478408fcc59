public import Sluice

/// Masks given words and e-mail addresses, so that a text can be passed on.
///
/// Each mask is an edit of class `redaction`: the record says where something was hidden. Note that the edit log
/// keeps what it hid; leave `edits` out of what you pass on.
public struct Redact: Stage {
  public struct Settings: StageSettings {
    @Setting("Words to hide, whatever their case; only whole words are hidden.") public var words: [String] =
      []
    @Setting("Hide e-mail addresses.") public var emails: Bool = true
    @Setting("What stands in place of what is hidden.") public var mask: String = "█████"

    public init() {}
  }

  public static let name: StageName = "clean.redact"
  public static let summary = "Masks given words and e-mail addresses."

  public var contract: Contract { Contract() }

  private let words: [[UInt8]]
  private let settings: Settings

  /// - Throws: `SluiceError` with code `.configuration` when there is nothing to hide.
  public init(_ settings: Settings, _ context: LoadContext = LoadContext()) throws {
    guard settings.emails || !settings.words.isEmpty else {
      throw SluiceError(.configuration, "there is nothing to hide: give words, or set emails to true")
    }
    self.settings = settings
    words = settings.words.map { Array($0.lowercased().utf8) }.filter { !$0.isEmpty }
  }

  public func process(_ document: inout Document) async throws {
    let bytes = document.text.bytes
    let lowered = bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    var edits: [Edit] = []
    var index = 0
    while index < bytes.count {
      guard let (range, rule) = hidden(in: lowered, at: index) else {
        index += 1
        continue
      }
      edits.append(Edit(TextRange(range), with: settings.mask, rule: rule, kind: .redaction))
      index = range.upperBound
    }
    try document.apply(edits)
  }

  /// What is to be hidden from a place on, and why.
  private func hidden(in text: [UInt8], at index: Int) -> (Range<Int>, rule: String)? {
    guard isWordByte(text[index]), index == 0 || !isWordByte(text[index - 1]) else { return nil }
    if settings.emails, let range = email(in: text, from: index) { return (range, "redact.email") }
    for word in words where text[index...].starts(with: word) {
      let end = index + word.count
      if end == text.count || !isWordByte(text[end]) { return (index..<end, "redact.word") }
    }
    return nil
  }

  /// An address that starts at a place: local part, `@`, and a domain with a dot.
  private func email(in text: [UInt8], from start: Int) -> Range<Int>? {
    func end(from start: Int, limit: Int, extra: String) -> Int {
      let reach = min(text.count, start + limit)
      return text[start..<reach].firstIndex { !isWordByte($0) && !extra.utf8.contains($0) } ?? reach
    }
    // RFC 5321 allows 64 bytes for the local part and 255 for the domain, which also keeps this linear.
    let at = end(from: start, limit: 64, extra: ".+-_%")
    guard at < text.count, text[at] == UInt8(ascii: "@") else { return nil }
    var stop = end(from: at + 1, limit: 255, extra: ".-")
    while stop > at, [UInt8(ascii: "."), UInt8(ascii: "-")].contains(text[stop - 1]) { stop -= 1 }
    return text[at..<stop].contains(UInt8(ascii: ".")) ? start..<stop : nil
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
  }
}

/// What this package adds to Sluice.
public enum RedactPlugin: Plugin {
  public static let name = "Redact"
  public static let stages: [any Stage.Type] = [Redact.self]
}
