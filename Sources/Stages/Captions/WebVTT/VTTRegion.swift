/// A region of the video that cues are set in (W3C WebVTT, section 6.2).
struct VTTRegion {
  var id = ""
  var width = 100.0
  var lines = 3.0
  var regionAnchor = (x: 0.0, y: 100.0)
  var viewportAnchor = (x: 0.0, y: 100.0)
  var scrolls = false

  init(_ bytes: Bytes, _ block: Range<Int>) {
    VTTSettings.forEach(bytes, block) { name, value in
      if bytes.equals(name, "id") {
        id = bytes.string(value)
      } else if bytes.equals(name, "width") {
        width = VTTNumbers.percentage(bytes, value) ?? width
      } else if bytes.equals(name, "lines") {
        if value.allSatisfy({ bytes[$0].isDigit }) { lines = VTTNumbers.decimal(bytes, value) ?? lines }
      } else if bytes.equals(name, "regionanchor") {
        regionAnchor = Self.anchor(bytes, value) ?? regionAnchor
      } else if bytes.equals(name, "viewportanchor") {
        viewportAnchor = Self.anchor(bytes, value) ?? viewportAnchor
      } else if bytes.equals(name, "scroll"), bytes.equals(value, "up") {
        scrolls = true
      }
    }
  }

  private static func anchor(_ bytes: Bytes, _ value: Range<Int>) -> (x: Double, y: Double)? {
    guard let comma = bytes.first(UInt8(ascii: ","), in: value),
      let x = VTTNumbers.percentage(bytes, value.lowerBound..<comma),
      let y = VTTNumbers.percentage(bytes, comma + 1..<value.upperBound)
    else { return nil }
    return (x, y)
  }
}
