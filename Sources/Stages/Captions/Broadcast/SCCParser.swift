import Sluice

/// Parses Scenarist closed captions: line 21 data (CEA-608) as words of four hexadecimal digits. Pop-on captions are
/// cues from when they are shown to when they are erased; rolled-up and painted-on ones begin with their first word.
struct SCCParser {
  private let bytes: Bytes
  private var track = CaptionTrack(.lineTwentyOne)
  private var time = 0.0
  /// Words that show characters, with where a row ends as empty ranges.
  private var words: [Range<Int>] = []
  private var start: Double?
  private var isPopOn = true
  /// The cue that is shown.
  private var shown: Int?
  private var last: UInt16 = 0

  static func parse(_ bytes: Bytes) -> CaptionTrack {
    var parser = SCCParser(bytes: bytes)
    parser.parse()
    return parser.track
  }

  private init(bytes: Bytes) {
    self.bytes = bytes
  }

  private mutating func parse() {
    var lines = Lines(bytes, 0..<bytes.count)
    var isFirst = true
    while let line = lines.line() {
      if isFirst {
        track.isRecognized = bytes.has("Scenarist_SCC", at: line.lowerBound, before: line.upperBound)
        isFirst = false
        continue
      }
      guard let stamp = stamp(line) else { continue }
      time = stamp.seconds
      last = 0
      var index = stamp.end
      while index < line.upperBound {
        while index < line.upperBound, bytes[index].isBlank { index += 1 }
        guard index + 4 <= line.upperBound, let word = UInt16(bytes.string(index..<index + 4), radix: 16)
        else {
          break
        }
        take(word, index..<index + 4)
        index += 4
        time += stamp.frame
      }
    }
    flush()
  }

  /// `01:02:53:14`, with a semicolon for drop-frame time.
  private func stamp(_ line: Range<Int>) -> (seconds: Double, frame: Double, end: Int)? {
    guard let clock = CaptionTime.read(bytes, at: line.lowerBound, end: line.upperBound), clock.fields == 3,
      clock.end + 3 <= line.upperBound,
      let frames = Double(bytes.string(clock.end + 1..<clock.end + 3)), frames.isFinite
    else { return nil }
    let isDropFrame = bytes[clock.end] == UInt8(ascii: ";")
    let frame = 1001.0 / 30000
    let seconds = isDropFrame ? clock.seconds + frames * frame : (clock.seconds * 30 + frames) * frame
    return (seconds, frame, clock.end + 3)
  }

  private mutating func take(_ word: UInt16, _ range: Range<Int>) {
    let plain = word & 0x7F7F
    let isCommand = plain >= 0x1000 && plain < 0x2000
    // Commands are sent twice.
    if isCommand, word == last {
      last = 0
      return
    }
    last = word
    if !LineTwentyOne.characters(word).isEmpty {
      if start == nil { start = time }
      words.append(range)
      return
    }
    guard isCommand else { return }
    // Of both channels and fields.
    switch plain & 0xF6FF {
    case 0x1420: isPopOn = true
    case 0x1425, 0x1426, 0x1427, 0x1429:
      if isPopOn { words = [] }
      isPopOn = false
    case 0x142C: erase()
    case 0x142D: flush()
    case 0x142E:
      words = []
      start = nil
    case 0x142F:
      erase()
      start = time
      flush(isShown: true)
    case 0x1421: if !words.isEmpty { words.removeLast() }
    default:
      // An address or a style within the row stands for a space, or a new row.
      if let last = words.last, !last.isEmpty { words.append(last.upperBound..<last.upperBound) }
    }
  }

  /// What is shown goes.
  private mutating func erase() {
    if !isPopOn { flush() }
    if let shown { track.captions[shown].end = time }
    shown = nil
  }

  /// Makes a cue of the words so far.
  private mutating func flush(isShown: Bool = false) {
    defer {
      words = []
      start = nil
    }
    guard words.contains(where: { !$0.isEmpty }), let first = words.first, let final = words.last else {
      return
    }
    let pieces = track.pieces.count
    track.pieces += words
    var caption = Caption(start: start ?? time, end: isShown ? nil : time)
    caption.text = first.lowerBound..<final.upperBound
    caption.pieces = pieces..<track.pieces.count
    if isShown { shown = track.captions.count }
    track.captions.append(caption)
  }
}
