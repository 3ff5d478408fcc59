/// The characters of line 21 captions (CEA-608, tables 49 to 51 and annex B), as files of hexadecimal words have them.
public enum LineTwentyOne {
  /// What a word of two bytes with parity shows: up to two characters, none for a command.
  public static func characters(_ word: UInt16) -> [Unicode.Scalar] {
    let high = UInt8(word >> 8) & 0x7F
    let low = UInt8(word & 0x7F)
    if high >= 0x20 { return [high, low].compactMap(basic) }
    return special(word).map { [$0] } ?? []
  }

  /// What a word of the extended sets shows; it takes the place of the character before it.
  public static func replaces(_ word: UInt16) -> Bool {
    let high = UInt8(word >> 8) & 0x77
    return (high == 0x12 || high == 0x13) && (0x20...0x3F).contains(UInt8(word & 0x7F))
  }

  private static func basic(_ byte: UInt8) -> Unicode.Scalar? {
    switch byte {
    case 0x2A: "á"
    case 0x5C: "é"
    case 0x5E: "í"
    case 0x5F: "ó"
    case 0x60: "ú"
    case 0x7B: "ç"
    case 0x7C: "÷"
    case 0x7D: "Ñ"
    case 0x7E: "ñ"
    case 0x7F: "█"
    case 0x20...0x7A: Unicode.Scalar(byte)
    default: nil
    }
  }

  private static func special(_ word: UInt16) -> Unicode.Scalar? {
    let high = UInt8(word >> 8) & 0x77
    let low = Int(word & 0x7F)
    switch (high, low) {
    case (0x11, 0x30...0x3F): return marks[low - 0x30]
    case (0x12, 0x20...0x3F): return spanishAndFrench[low - 0x20]
    case (0x13, 0x20...0x3F): return portugueseAndGerman[low - 0x20]
    default: return nil
    }
  }

  private static let marks = Array("®°½¿™¢£♪à\u{A0}èâêîôû".unicodeScalars)
  private static let spanishAndFrench = Array("ÁÉÓÚÜü‘¡*’—©℠•“”ÀÂÇÈÊËëÎÏïÔÙùÛ«»".unicodeScalars)
  private static let portugueseAndGerman = Array("ÃãÍÌìÒòÕõ{}\\^_¦~ÄäÖöß¥¤|ÅåØø┌┐└┘".unicodeScalars)
}
