extension CleaningPage {
  /// How far a rule may look from a change to either side, in bytes.
  static let reach = 3000

  /// The paragraphs around places of the text, with the line before and the line behind; in order.
  func surroundings(of places: [Range<Int>]) -> [Range<Int>] {
    surroundings(of: places, in: bytes)
  }

  /// The same of another state of the text.
  func surroundings(of places: [Range<Int>], in bytes: [UInt8]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for place in places {
      if let last = result.last, place.upperBound < last.upperBound, place.lowerBound >= last.lowerBound {
        continue
      }
      let start = Self.start(of: place.lowerBound, in: bytes)
      let end = Self.end(of: place.upperBound, in: bytes)
      if let last = result.last, start <= last.upperBound {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, end)
      } else {
        result.append(start..<end)
      }
    }
    return result
  }

  private static func start(of offset: Int, in bytes: [UInt8]) -> Int {
    let limit = max(0, offset - reach)
    var index = min(offset, bytes.count)
    var breaks = 0
    while index > limit {
      if bytes[index - 1] == 0x0A {
        let isBlank = index < bytes.count && bytes[index] == 0x0A
        breaks += isBlank ? 2 : 0
        // Behind the second blank line: the paragraph before belongs to it.
        if breaks > 2 { return index + 1 }
      }
      index -= 1
    }
    if index == 0 { return 0 }
    while index < bytes.count, index < offset, bytes[index] != 0x0A, bytes[index] != 0x20 { index += 1 }
    return min(index, offset)
  }

  private static func end(of offset: Int, in bytes: [UInt8]) -> Int {
    let limit = min(bytes.count, offset + reach)
    var index = offset
    var blanks = 0
    while index < limit {
      if bytes[index] == 0x0A, index + 1 < bytes.count, bytes[index + 1] == 0x0A {
        blanks += 1
        if blanks > 1 { return index }
      }
      index += 1
    }
    while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x20 { index += 1 }
    return index
  }
}
