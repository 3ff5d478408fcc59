/// Where and how a cue is shown (W3C WebVTT, section 6.3), under the names of the interface VTTCue.
struct VTTSettings {
  var vertical = ""
  var snapsToLines = true
  /// `nil` for `auto`.
  var line: Double?
  var lineAlign = "start"
  /// `nil` for `auto`.
  var position: Double?
  var positionAlign = "auto"
  var size = 100.0
  var align = "center"
  /// Index of the region that it is set in.
  var region: Int?

  /// Those of a cue that says nothing of them.
  init() {}

  /// - Parameter regions: those that were defined before the cue.
  init(_ bytes: Bytes, _ text: Range<Int>, regions: ArraySlice<VTTRegion>) {
    Self.forEach(bytes, text) { name, value in
      let comma = bytes.first(UInt8(ascii: ","), in: value)
      let number = value.lowerBound..<(comma ?? value.upperBound)
      let alignment = comma.map { bytes.string($0 + 1..<value.upperBound) }
      let whole = bytes.string(value)
      if bytes.equals(name, "region") {
        region = regions.lastIndex { $0.id == whole }
      } else if bytes.equals(name, "vertical") {
        if whole == "rl" || whole == "lr" { vertical = whole }
      } else if bytes.equals(name, "line") {
        guard let value = VTTNumbers.line(bytes, number),
          alignment.map({ ["start", "center", "end"].contains($0) }) ?? true
        else { return }
        line = value
        snapsToLines = bytes[number.upperBound - 1] != UInt8(ascii: "%")
        lineAlign = alignment ?? lineAlign
      } else if bytes.equals(name, "position") {
        guard let value = VTTNumbers.percentage(bytes, number),
          alignment.map({ ["line-left", "center", "line-right"].contains($0) }) ?? true
        else { return }
        position = value
        positionAlign = alignment ?? positionAlign
      } else if bytes.equals(name, "size") {
        size = VTTNumbers.percentage(bytes, value) ?? size
      } else if bytes.equals(name, "align") {
        if ["start", "center", "end", "left", "right"].contains(whole) { align = whole }
      }
    }
    if line != nil || size != 100 || !vertical.isEmpty { region = nil }
  }

  /// Calls the body for each `name:value` with both parts.
  static func forEach(_ bytes: Bytes, _ text: Range<Int>, _ body: (Range<Int>, Range<Int>) -> Void) {
    var index = text.lowerBound
    while index < text.upperBound {
      while index < text.upperBound, bytes[index].isBlank { index += 1 }
      let start = index
      while index < text.upperBound, !bytes[index].isBlank { index += 1 }
      guard let colon = bytes.first(UInt8(ascii: ":"), in: start..<index), colon > start, colon + 1 < index
      else { continue }
      body(start..<colon, colon + 1..<index)
    }
  }
}
