extension CleaningPage {
  /// How far a rule may look from a change to either side, in bytes.
  static let reach = 3000

  /// The paragraphs around places of the text, in order.
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

  /// Start of the paragraph that an offset stands in; of the one before where it stands at the start of one.
  private static func start(of offset: Int, in bytes: [UInt8]) -> Int {
    let limit = max(0, offset - reach)
    var index = min(offset, bytes.count)
    var hasInk = false
    while index > limit {
      if bytes[index - 1] == 0x0A {
        let isBlank = index < bytes.count && bytes[index] == 0x0A
        if isBlank, hasInk { return index + 1 }
      } else {
        hasInk = true
      }
      index -= 1
    }
    if index == 0 { return 0 }
    while index < bytes.count, index < offset, bytes[index] != 0x0A, bytes[index] != 0x20 { index += 1 }
    return min(index, offset)
  }

  /// End of the paragraph that an offset stands in; of the one behind where it stands at the end of one.
  private static func end(of offset: Int, in bytes: [UInt8]) -> Int {
    let limit = min(bytes.count, offset + reach)
    var index = offset
    var hasInk = false
    while index < limit {
      if bytes[index] == 0x0A {
        if hasInk, index + 1 < bytes.count, bytes[index + 1] == 0x0A { return index }
      } else {
        hasInk = true
      }
      index += 1
    }
    while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x20 { index += 1 }
    return index
  }
}
