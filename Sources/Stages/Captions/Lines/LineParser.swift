/// Parses captions whose cues are blocks of lines, as they are found: WebVTT, SubRip and SubViewer (SBV). A line of
/// times begins a cue wherever it stands; what breaks the rules is read all the same and counted.
struct LineParser {
  enum Form { case webVTT, subRip, sbv }

  private let bytes: Bytes
  private let form: Form
  private var lines: Lines
  private var track: CaptionTrack
  private var isMarked = false
  /// What lines do against the rules that are only looked at.
  private var ignored = Leniencies()

  static func parse(_ bytes: Bytes, _ form: Form) -> CaptionTrack {
    var parser = LineParser(bytes, form)
    parser.parse()
    return parser.track
  }

  private init(_ bytes: Bytes, _ form: Form) {
    self.bytes = bytes
    self.form = form
    lines = Lines(bytes, 0..<bytes.count)
    track = CaptionTrack(form == .webVTT ? .webVTT : form == .subRip ? .subRip : .plain)
    // Memory that is not touched costs nothing; growing touches all of it twice.
    track.captions.reserveCapacity(bytes.count / 48)
  }

  private mutating func parse() {
    if form == .webVTT { header() }
    /// The lines before the times of a cue, and how many.
    var block: Range<Int>?
    var count = 0
    while let line = lines.line() {
      if isBlank(line) {
        if let block { text(without: block) }
        block = nil
        count = 0
        continue
      }
      if let timing = TimingLine(bytes, line, form: form, &track.leniencies) {
        if count > 1, let block { text(without: block) }
        var next: (timing: TimingLine, identifier: Range<Int>)? = (
          timing, count == 1 ? block ?? 0..<0 : 0..<0
        )
        while let (timing, identifier) = next { next = cue(timing, identifier: identifier) }
        block = nil
        count = 0
        continue
      }
      block = (block?.lowerBound ?? line.lowerBound)..<line.upperBound
      count += 1
    }
    if let block { text(without: block) }
    track.isRecognized = isMarked || !track.captions.isEmpty
  }

  @inline(__always)
  private func isBlank(_ line: Range<Int>) -> Bool {
    line.isEmpty || (bytes[line.lowerBound].isBlank && line.count < 64 && bytes.trimmed(line).isEmpty)
  }

  /// A cue's text: up to an empty line, or to the times of the next cue.
  ///
  /// - Returns: the next cue, when its number stands in the block of this one.
  private mutating func cue(
    _ timing: TimingLine, identifier: Range<Int>
  ) -> (timing: TimingLine, identifier: Range<Int>)? {
    var caption = Caption(identifier: identifier, start: timing.start, end: timing.end)
    caption.settings = timing.settings
    caption.regions = track.regions.count
    var text: Range<Int>?
    var last: Range<Int>?
    while true {
      let retreat = lines
      guard let line = lines.line() else { break }
      if line.isEmpty { break }
      if bytes[line.lowerBound].isBlank, bytes.trimmed(line).isEmpty {
        // Automatic captions have lines of one space in their cues.
        guard let ahead = peek(), !isBlank(ahead), text != nil || form == .webVTT, !startsCue(ahead) else {
          break
        }
        continue
      }
      if bytes[line.lowerBound].isDigit, isTiming(line) {
        // A number above it belongs to it.
        if let number = last, number.allSatisfy({ bytes[$0].isDigit }) {
          let start = text?.lowerBound ?? number.lowerBound
          text = start < number.lowerBound ? start..<trimmedEnd(start, number.lowerBound) : nil
          finish(caption, text)
          track.leniencies.note(.missingBlankLine)
          lines = retreat
          guard let again = lines.line(),
            let timing = TimingLine(bytes, again, form: form, &track.leniencies)
          else { return nil }
          return (timing, number)
        }
        track.leniencies.note(.missingBlankLine)
        lines = retreat
        break
      }
      text = (text?.lowerBound ?? line.lowerBound)..<line.upperBound
      last = line
    }
    finish(caption, text)
    return nil
  }

  private func trimmedEnd(_ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start, bytes[end - 1].isLineEnd { end -= 1 }
    return end
  }

  private func peek() -> Range<Int>? {
    var ahead = lines
    return ahead.line()
  }

  /// Whether a line is the times of a cue, or a number above such a line.
  private mutating func startsCue(_ line: Range<Int>) -> Bool {
    if isTiming(line) { return true }
    guard line.allSatisfy({ bytes[$0].isDigit }) else { return false }
    var ahead = lines
    _ = ahead.line()
    return ahead.line().map { isTiming($0) } ?? false
  }

  private mutating func isTiming(_ line: Range<Int>) -> Bool {
    return TimingLine(bytes, line, form: form, &ignored) != nil
  }

  private mutating func finish(_ caption: Caption, _ text: Range<Int>?) {
    var caption = caption
    caption.text = text ?? 0..<0
    track.captions.append(caption)
  }

  /// A block that has no times: notes and styles of WebVTT, else words of the cue before it.
  private mutating func text(without block: Range<Int>) {
    if form == .webVTT {
      if bytes.has("NOTE", at: block.lowerBound, before: block.upperBound)
        || bytes.has("STYLE", at: block.lowerBound, before: block.upperBound)
      {
        return
      }
      if bytes.has("REGION", at: block.lowerBound, before: block.upperBound) {
        track.regions.append(VTTRegion(bytes, block.lowerBound + 6..<block.upperBound))
        return
      }
    }
    guard let last = track.captions.indices.last else { return }
    let isNumber = block.allSatisfy { bytes[$0].isDigit }
    if isNumber { return }
    let own = track.captions[last].text
    track.captions[last].text = (own.isEmpty ? block.lowerBound : own.lowerBound)..<block.upperBound
    track.leniencies.note(.blankLineInText)
  }

  /// The signature, and the fields below it.
  private mutating func header() {
    var line = lines
    var first = line.line()
    while let blank = first, isBlank(blank) { first = line.line() }
    guard let first else { return }
    let isSigned = VTTParser.hasSignature(bytes, first)
    let isAlmost =
      bytes.trimmed(first).count >= 6 && bytes.string(bytes.trimmed(first)).lowercased().hasPrefix("webvtt")
    isMarked = isSigned || isAlmost
    if !isSigned || first.lowerBound > 0 { track.leniencies.note(.signature) }
    guard isMarked else { return }
    while case let retreat = line, let field = line.line() {
      if isBlank(field) { break }
      if isTiming(field) || startsCueBelow(field, line) {
        line = retreat
        break
      }
      read(field: field)
    }
    lines = line
  }

  /// A number or name above the times of a first cue that no empty line parts from the header.
  private mutating func startsCueBelow(_ field: Range<Int>, _ rest: Lines) -> Bool {
    var rest = rest
    return rest.line().map { isTiming($0) } ?? false
  }

  private mutating func read(field: Range<Int>) {
    guard let colon = bytes.first(UInt8(ascii: ":"), in: field) else { return }
    let name = bytes.string(field.lowerBound..<colon).lowercased()
    let value = bytes.string(bytes.trimmed(colon + 1..<field.upperBound))
    if name == "language", !value.isEmpty, value.utf8.count < 36 { track.language = value }
    if name == "title", !value.isEmpty { track.title = value }
  }
}
