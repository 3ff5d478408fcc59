import Sluice

/// Tells text from what only claims to be text.
enum BinaryCheck {
  /// Control characters beyond this share of the characters make a text binary.
  static let mostControls = 0.02
  /// So do byte sequences that are no characters.
  static let mostReplacements = 0.10

  /// Why a decoded source is no text, `nil` when it is.
  static func complaint(about decoded: DecodedSource) -> String? {
    let bytes = decoded.text.bytes
    var controls = 0
    var nulls = 0
    var characters = 0
    for byte in bytes where byte & 0xC0 != 0x80 {
      characters += 1
      guard byte < 0x20 || byte == 0x7F, !isBlank(byte), byte != 0x1B else { continue }
      controls += 1
      if byte == 0 { nulls += 1 }
    }
    if Double(controls) > max(1, mostControls * Double(characters)) {
      return
        "this is not text: \(controls) of \(characters) characters are control characters, \(nulls) of them NUL"
    }
    if Double(decoded.replacements) > max(4, mostReplacements * Double(characters)) {
      return
        "this is not \(decoded.charset) text: \(decoded.replacements) byte sequences stand for no character"
    }
    return nil
  }
}
