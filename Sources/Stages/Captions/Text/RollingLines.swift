/// Captions that roll: each cue shows again the lines of the one before, and adds a line or some words. What was
/// shown before is taken out, exactly: a line that is really said twice stays twice.
struct RollingLines {
  private struct Line {
    /// In the source, with markup.
    var range: Range<Int>
    var plain: [UInt8]
    var isPlain: Bool
  }

  /// A file rolls when at least this share of its cues begins with what the cue before shows.
  static let leastShare = 0.5
  static let fewest = 4
  static let sample = 400
  /// Nothing that is shown has more lines.
  static let mostLines = 32

  private let bytes: Bytes

  /// Takes what is shown again from the captions of a file that rolls.
  static func collapse(_ track: inout CaptionTrack, in bytes: Bytes) {
    switch track.payload {
    case .webVTT, .subRip, .plain: break
    case .xml, .json, .literal, .lineTwentyOne: return
    }
    let rolling = RollingLines(bytes: bytes)
    guard rolling.rolls(track.captions) else { return }
    rolling.collapse(&track)
  }

  private func lines(of caption: Caption) -> [Line] {
    var result: [Line] = []
    var lines = Lines(bytes, caption.text)
    while let line = lines.line() {
      let range = bytes.trimmed(line)
      guard !range.isEmpty else { continue }
      let isPlain = bytes.first(UInt8(ascii: "<"), in: range) == nil
      let plain = isPlain ? bytes.array(range) : withoutTags(range)
      if !plain.isEmpty { result.append(Line(range: range, plain: plain, isPlain: isPlain)) }
    }
    return result
  }

  private func withoutTags(_ range: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    var index = range.lowerBound
    // The next closing bracket; it is looked for once, however many brackets open before it.
    var close = -1
    while index < range.upperBound {
      if bytes[index] == UInt8(ascii: "<") {
        if close < index {
          close = bytes.first(UInt8(ascii: ">"), in: index..<range.upperBound) ?? range.upperBound
        }
        if close < range.upperBound {
          index = close + 1
          continue
        }
      }
      let byte = bytes[index].isBlank ? 0x20 : bytes[index]
      if byte != 0x20 || (result.last != 0x20 && !result.isEmpty) { result.append(byte) }
      index += 1
    }
    if result.last == 0x20 { result.removeLast() }
    return result
  }

  private func rolls(_ captions: [Caption]) -> Bool {
    let windows =
      captions.count <= 3 * Self.sample
      ? [0..<captions.count]
      : [0..<Self.sample, captions.count / 2..<captions.count / 2 + Self.sample]
    var steps = 0
    var repeats = 0
    for window in windows {
      var last: [Line] = []
      for caption in captions[window] {
        let own = lines(of: caption)
        guard !own.isEmpty else { continue }
        if !last.isEmpty {
          steps += 1
          let overlap = overlap(last, own)
          if overlap.lines > 0 || overlap.bytes > 0 { repeats += 1 }
        }
        last = own
      }
    }
    return repeats >= Self.fewest && Double(repeats) >= Self.leastShare * Double(steps)
  }

  /// How many lines the second cue begins with that the first ends with, and of the line behind them, how many bytes.
  private func overlap(_ first: [Line], _ second: [Line]) -> (lines: Int, bytes: Int) {
    for count in stride(from: min(first.count, second.count, Self.mostLines), to: 0, by: -1) {
      let matches = zip(first.suffix(count), second.prefix(count)).allSatisfy { $0.plain == $1.plain }
      if matches { return (count, 0) }
    }
    // The last line grows by words.
    for start in first.indices.suffix(Self.mostLines) {
      let tail = first[start...]
      let count = tail.count - 1
      guard count < second.count, let last = tail.last, second[count].isPlain,
        zip(tail.prefix(count), second).allSatisfy({ $0.plain == $1.plain }),
        second[count].plain.count > last.plain.count, second[count].plain.starts(with: last.plain),
        second[count].plain[last.plain.count] == 0x20
      else { continue }
      return (count, last.plain.count)
    }
    return (0, 0)
  }

  private func collapse(_ track: inout CaptionTrack) {
    var last: [Line] = []
    for index in track.captions.indices {
      let own = lines(of: track.captions[index])
      guard !own.isEmpty else { continue }
      let overlap = overlap(last, own)
      last = own
      guard overlap.lines > 0 || overlap.bytes > 0 else { continue }
      var fresh = own[overlap.lines...].map(\.range)
      if overlap.bytes > 0, !fresh.isEmpty { fresh[0] = fresh[0].dropFirst(overlap.bytes) }
      let first = track.pieces.count
      track.pieces += fresh
      track.captions[index].pieces = first..<track.pieces.count
      if fresh.isEmpty { track.captions[index].text = 0..<0 }
      track.leniencies.note(.rolling)
    }
  }
}
