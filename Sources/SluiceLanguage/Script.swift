/// The writing systems that tell languages apart before any n-gram is looked at; a number each, below 32.
package enum Script: UInt8, CaseIterable {
  case latin, greek, cyrillic, armenian, hebrew, arabic, devanagari, bengali, gurmukhi, gujarati, tamil,
    telugu
  case kannada, malayalam, sinhala, thai, lao, myanmar, georgian, ethiopic, khmer, kana, hangul, han, other

  /// The script of a letter, `nil` for scalars that are no letters: digits, signs, symbols.
  @inline(__always)
  package static func of(_ scalar: UInt32) -> Script? {
    if scalar < 0x80 { return (scalar | 0x20) &- 0x61 < 26 ? .latin : nil }
    if scalar < 0x250 {
      return scalar >= 0xC0 && scalar != 0xD7 && scalar != 0xF7 || scalar == 0xAA ? .latin : nil
    }
    return ofWide(scalar)
  }

  private static func ofWide(_ scalar: UInt32) -> Script? {
    switch scalar {
    case 0x0250...0x02AF, 0x1E00...0x1EFF: .latin
    case 0x0370...0x03FF, 0x1F00...0x1FFF: .greek
    case 0x0400...0x052F: .cyrillic
    case 0x0531...0x0587: .armenian
    case 0x05D0...0x05F4: .hebrew
    case 0x0620...0x065F, 0x066E...0x06D3, 0x06D5...0x06EF, 0x06FA...0x077F, 0xFB50...0xFDFF, 0xFE70...0xFEFC:
      .arabic
    case 0x0900...0x0963, 0x0970...0x097F: .devanagari
    case 0x0980...0x09E5, 0x09F0...0x09FF: .bengali
    case 0x0A00...0x0A65, 0x0A70...0x0A7F: .gurmukhi
    case 0x0A80...0x0AE5, 0x0AF0...0x0AFF: .gujarati
    case 0x0B80...0x0BE5: .tamil
    case 0x0C00...0x0C65: .telugu
    case 0x0C80...0x0CE5: .kannada
    case 0x0D00...0x0D65: .malayalam
    case 0x0D80...0x0DDF: .sinhala
    case 0x0E01...0x0E3A, 0x0E40...0x0E4E: .thai
    case 0x0E80...0x0ECF: .lao
    case 0x1000...0x103F: .myanmar
    case 0x10A0...0x10FF: .georgian
    case 0x1200...0x135F: .ethiopic
    case 0x1780...0x17D3: .khmer
    case 0x3041...0x30FF: .kana
    case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7AF: .hangul
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x20000...0x3134F: .han
    case 0x0300...0x036F, 0x1D00...0x1DFF, 0x2C00...0x2DFF, 0xA000...0xABFF: .other
    default: nil
    }
  }

  /// A letter in lower case, for the scripts that have cases.
  @inline(__always)
  static func lower(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x41...0x5A, 0xC0...0xDE: scalar + 0x20
    case 0x100...0x137, 0x14A...0x177: scalar | 1
    case 0x139...0x148, 0x179...0x17E: scalar & 1 == 1 ? scalar + 1 : scalar
    case 0x1E00...0x1EFF: scalar | 1
    case 0x391...0x3A9: scalar + 0x20
    case 0x410...0x42F: scalar + 0x20
    case 0x400...0x40F: scalar + 0x50
    default: scalar
    }
  }
}
