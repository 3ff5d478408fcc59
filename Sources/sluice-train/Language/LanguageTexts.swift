import Sluice

/// The texts of one language, in pieces that are trained on or held out.
struct LanguageTexts {
  let tag: String
  private(set) var training: [[UInt8]] = []
  private(set) var heldOut: [[UInt8]] = []

  /// A piece is held out by its id, which is the same in all languages, so that no translation of it is trained on.
  static func isHeldOut(_ id: Int) -> Bool { id % 10 == 7 }

  init(tag: String) { self.tag = tag }

  mutating func add(_ text: [UInt8], isHeldOut: Bool) {
    let clean = Self.clean(text)
    guard clean.count >= 12 else { return }
    if isHeldOut { heldOut.append(clean) } else { training.append(clean) }
  }

  /// Without markup and place-holders.
  static func clean(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte == UInt8(ascii: "<"), let end = text[index...].firstIndex(of: UInt8(ascii: ">")) {
        index = end + 1
        result.append(0x20)
      } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") {
        // Rules of plurals are in English in all languages.
        return []
      } else {
        result.append(byte < 0x20 ? 0x20 : byte)
        index += 1
      }
    }
    return result
  }
}

/// The languages of a folder: `NAME.pak` (Chromium's texts) and `NAME.xml` (names of signs, of Unicode's CLDR).
enum LanguageFolder {
  /// Tags for the names of files that are not the tag themselves.
  private static let tags = [
    "en-GB": "en", "en-US": "en", "es-419": "es", "pt-BR": "pt", "pt-PT": "pt", "zh-CN": "zh-Hans",
    "zh-TW": "zh-Hant", "zh": "zh-Hans", "zh_Hant": "zh-Hant", "pt_PT": "pt", "es_419": "es", "no": "nb",
    "iw": "he",
  ]

  static func read(_ folder: String, names: [String]) throws -> [LanguageTexts] {
    var languages: [String: LanguageTexts] = [:]
    let english = Dictionary(
      try packTexts(folder, "en-US").map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
    for name in names {
      let stem = String(name.dropLast(4))
      let tag = tags[stem] ?? stem
      guard !tag.contains("_") else { continue }
      var texts = languages[tag] ?? LanguageTexts(tag: tag)
      if name.hasSuffix(".pak") {
        for entry in try packTexts(folder, stem) where stem.hasPrefix("en") || english[entry.id] != entry.text
        {
          texts.add(entry.text, isHeldOut: LanguageTexts.isHeldOut(entry.id))
        }
      } else if name.hasSuffix(".xml") {
        for line in try FileBytes.read("\(folder)/\(name)", limit: 1 << 26).split(separator: 0x0A) {
          texts.add(Array(line).replacingBars, isHeldOut: false)
        }
      }
      languages[tag] = texts
    }
    return languages.values.sorted { $0.tag < $1.tag }
  }

  private static func packTexts(_ folder: String, _ name: String) throws -> [(id: Int, text: [UInt8])] {
    let path = "\(folder)/\(name).pak"
    guard let bytes = try? FileBytes.read(path, limit: 1 << 26) else { return [] }
    return ResourcePack.texts(bytes)
  }
}

extension [UInt8] {
  /// `face | grin` as words.
  fileprivate var replacingBars: [UInt8] { map { $0 == UInt8(ascii: "|") ? 0x20 : $0 } }
}
