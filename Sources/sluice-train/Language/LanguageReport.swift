import Sluice
import SluiceLanguage

/// Measures a detector on held-out texts, by language and by length.
struct LanguageReport {
  let detector: LanguageDetector
  let languages: [LanguageTexts]

  private static let lengths = [20, 50, 100, 400]
  private static let mostCuttings = 400

  func print() {
    Swift.print("held out, share of cuttings of 20, 50, 100 and 400 bytes that are told right:")
    var totals = [Double](repeating: 0, count: Self.lengths.count)
    var measured = 0
    for language in languages where language.heldOut.count > 50 {
      let stream = Array<UInt8>(language.heldOut.joined(separator: [0x20]))
      let shares = Self.lengths.map { share(of: stream, length: $0, language.tag) }
      for (index, share) in shares.enumerated() { totals[index] += share }
      measured += 1
      Swift.print("  \(language.tag.padding(8)) \(shares.map(Self.three).joined(separator: " "))")
    }
    let means = totals.map { Self.three($0 / Double(max(1, measured))) }
    Swift.print("  mean     \(means.joined(separator: " "))  (\(measured) languages)")
    speed()
  }

  private func share(of stream: [UInt8], length: Int, _ tag: String) -> Double {
    let step = max(length, stream.count / Self.mostCuttings)
    var right = 0
    var count = 0
    stream.withUnsafeBufferPointer { stream in
      for start in stride(from: 0, to: stream.count - length, by: step) {
        // From one character's start to another's.
        let cutting = UnsafeBufferPointer(rebasing: stream[start..<start + length].drop { $0 & 0xC0 == 0x80 })
        count += 1
        if detector.language(of: cutting)?.language == tag { right += 1 }
      }
    }
    return Double(right) / Double(max(1, count))
  }

  private func speed() {
    guard let english = languages.first(where: { $0.tag == "en" }) else { return }
    let stream = Array<UInt8>(english.training.joined(separator: [0x20]).prefix(1 << 20))
    let start = CPUClock.seconds
    var letters = 0
    stream.withUnsafeBufferPointer { stream in
      for offset in Swift.stride(from: 0, to: stream.count - 8192, by: 8192) {
        letters +=
          detector.language(of: UnsafeBufferPointer(rebasing: stream[offset..<offset + 8192]))?.language.utf8
          .count ?? 0
      }
    }
    let seconds = CPUClock.seconds - start
    Swift.print(
      "  \(Int(Double(stream.count) / 1e6 / seconds)) MB a second in pieces of 8 KB (\(letters > 0))")
  }

  /// Measures on whole texts of another kind.
  static func measure(_ detector: LanguageDetector, on path: String) throws {
    var rights: [String: (right: Int, all: Int)] = [:]
    let bytes = try FileBytes.read(path, limit: 1 << 28)
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      guard let object = try? JSONParser.parse(Array<UInt8>(line)), let text = object["text"]?.string,
        let tag = object["lang"]?.string
      else { continue }
      let found = Array(text.utf8).withUnsafeBufferPointer { detector.language(of: $0)?.language ?? "und" }
      rights[tag, default: (0, 0)].all += 1
      if found == tag || found.hasPrefix(tag + "-") {
        rights[tag, default: (0, 0)].right += 1
      } else {
        Swift.print("    \(tag) as \(found)")
      }
    }
    for (tag, counts) in rights.sorted(by: { $0.key < $1.key }) {
      Swift.print("  \(tag) \(counts.right) of \(counts.all)")
    }
  }

  private static func three(_ share: Double) -> String {
    let thousandths = Int((share * 1000).rounded())
    return thousandths >= 1000 ? "1.00" : "." + String(1000 + thousandths).dropFirst()
  }
}
