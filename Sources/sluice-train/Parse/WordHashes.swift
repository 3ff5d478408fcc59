/// The words of a text in lower case, each as a 64-bit FNV-1a hash: runs of letters, digits and underscores.
enum WordHashes {
  static let start: UInt64 = 0xCBF2_9CE4_8422_2325

  static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

  static func of(_ text: [UInt8]) -> [UInt64] {
    var words: [UInt64] = []
    var hash = start
    var inWord = false
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      if isWord(scalar) {
        inWord = true
        if scalar.isASCII {
          let byte = UInt8(truncatingIfNeeded: scalar.value)
          hash = mix(hash, (0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        } else {
          hash = scalar.properties.lowercaseMapping.utf8.reduce(hash, mix)
        }
      } else if inWord {
        words.append(hash)
        (hash, inWord) = (start, false)
      }
    }
    if inWord { words.append(hash) }
    return words
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_": true
    case _ where scalar.isASCII: false
    default:
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
      default: scalar.properties.numericType != nil
      }
    }
  }
}
