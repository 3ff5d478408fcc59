/// Reads how long a recording is, as pages write it; ISO 8601 durations come out.
enum DurationReading {
  /// `PT2M18S`, `2:18`, `1:02:03` or `138` seconds; `nil` for all else.
  static func duration(in text: String) -> String? {
    let text = text.collapsed
    if text.utf8.first == UInt8(ascii: "P") { return isISO(text) ? text : nil }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count) else { return nil }
    var seconds = 0
    for (index, part) in parts.enumerated() {
      let digits = part.prefix { $0 != "." }
      guard !digits.isEmpty, digits.utf8.count <= 7, let number = Int(digits), number >= 0,
        index == 0 || number < 60
      else { return nil }
      seconds = seconds * 60 + number
    }
    return (1..<1_000_000).contains(seconds) ? iso(seconds: seconds) : nil
  }

  private static func isISO(_ text: String) -> Bool {
    text.utf8.count < 24 && text.utf8.count > 2
      && text.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) || "YMWDTHS.,".utf8.contains($0) }
      && text.utf8.contains { (0x31...0x39).contains($0) }
  }

  /// ISO 8601: `PT2M18S`.
  static func iso(seconds: Int) -> String {
    let parts = [(seconds / 3600, "H"), (seconds / 60 % 60, "M"), (seconds % 60, "S")]
    return parts.reduce("PT") { $1.0 > 0 ? $0 + "\($1.0)\($1.1)" : $0 }
  }
}
