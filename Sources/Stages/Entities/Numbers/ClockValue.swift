/// The value of a time of day or a span of hours: `T14:30`, `PT3H`, `TMO`.
struct ClockValue {
  let sentence: SentenceTokens
  let first: Int
  let end: Int

  private static let parts: [UInt64: String] = Dictionary(
    uniqueKeysWithValues: [
      ("morning", "TMO"), ("afternoon", "TAF"), ("evening", "TEV"), ("night", "TNI"), ("tonight", "TNI"),
      ("overnight", "TNI"), ("noon", "T12:00"), ("midnight", "T24:00"),
    ].map { (WordHash.key(of: $0.0.utf8), $0.1) })
  private static let pm = Set([NumberWord.pm, NumberWord.pmDotted])
  private static let am = Set([NumberWord.am, NumberWord.amDotted])

  var value: String? {
    clock ?? duration
      ?? (first..<end).lazy.compactMap { sentence[$0].isWord ? Self.parts[sentence[$0].key] : nil }.first
  }

  private var clock: String? {
    guard sentence[first].kind == .number else { return nil }
    let fields = sentence.bytes(first).split(separator: UInt8(ascii: ":")).compactMap {
      Int(String(decoding: $0, as: UTF8.self))
    }
    guard let given = fields.first, fields.count <= 3, given <= 24,
      fields.dropFirst().allSatisfy({ $0 < 60 })
    else { return nil }
    let words = (first..<end).filter { sentence[$0].isWord }.map { sentence[$0].key }
    let isAfternoon = words.contains { Self.pm.contains($0) }
    let isMorning = words.contains { Self.am.contains($0) }
    guard fields.count > 1 || isAfternoon || isMorning || words.contains(NumberWord.oclock) else {
      return nil
    }
    var hour = given
    if isAfternoon, hour < 12 { hour += 12 }
    if isMorning, hour == 12 { hour = 0 }
    return "T"
      + ([hour] + (fields.count > 1 ? Array(fields.dropFirst()) : [0])).map(CivilDate.two).joined(
        separator: ":")
  }

  private var duration: String? {
    let reading = NumberReading(sentence: sentence)
    for index in first..<end {
      guard let (value, next) = reading.read(at: index, limit: end), next < end else { continue }
      let unit = sentence[next].isDash && next + 1 < end ? next + 1 : next
      guard sentence[unit].has(.clockUnit), let letter = sentence.bytes(unit).first else { return nil }
      return "PT\(NumberReading.text(value))\(String(decoding: [letter & 0xDF], as: UTF8.self))"
    }
    return nil
  }
}
