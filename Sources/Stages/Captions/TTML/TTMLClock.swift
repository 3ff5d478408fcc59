/// Time expressions of TTML (W3C TTML2, section 12.3.1): `01:02:03.4`, `01:02:03:12`, `1.5s`, `500ms`, `30f`, `90000t`.
struct TTMLClock {
  private var frameRate = 30.0
  private var tickRate = 1.0

  /// - Parameter root: the element `tt`.
  init(_ tags: XMLTags, root: XMLTags.Tag?) {
    guard let root else { return }
    let bytes = tags.bytes
    func number(_ name: StaticString) -> Double? {
      guard let range = tags.attribute(name, of: root), let value = Double(bytes.string(range)), value > 0,
        value.isFinite
      else { return nil }
      return value
    }
    let rate = number("frameRate")
    frameRate = rate ?? 30
    if let range = tags.attribute("frameRateMultiplier", of: root) {
      let parts = bytes.string(range).split { $0 == " " || $0 == ":" }.compactMap { Double($0) }
      if parts.count == 2, parts[0] > 0, parts[1] > 0 { frameRate *= parts[0] / parts[1] }
    }
    tickRate = number("tickRate") ?? (rate == nil ? 1 : frameRate)
  }

  func seconds(_ bytes: Bytes, _ range: Range<Int>) -> Double? {
    let text = bytes.trimmed(range)
    guard let time = CaptionTime.read(bytes, at: text.lowerBound, end: text.upperBound) else { return nil }
    let rest = time.end..<text.upperBound
    if time.fields == 3 {
      if rest.isEmpty { return time.seconds }
      guard bytes[rest.lowerBound] == UInt8(ascii: ":") || bytes[rest.lowerBound] == UInt8(ascii: ";"),
        let frames = Double(bytes.string(rest.dropFirst()))
      else { return nil }
      return frames.isFinite ? time.seconds + frames / frameRate : nil
    }
    guard time.fields == 1 else { return rest.isEmpty ? time.seconds : nil }
    switch bytes.string(rest) {
    case "h": return time.seconds * 3600
    case "m": return time.seconds * 60
    case "s", "": return time.seconds
    case "ms": return time.seconds / 1000
    case "f": return time.seconds / frameRate
    case "t": return time.seconds / tickRate
    default: return nil
    }
  }
}
