/// The sets whose licence allows to train tables that are shipped under Apache-2.0.
enum SplitSets {
  /// CRAFT (CC BY 3.0) and the texts of GUM whose licence is free and clear: academic (CC BY), news (CC BY), court
  /// (public domain) and interview (CC BY); the annotation of GUM is CC BY 4.0.
  static let shipped = [
    "craft", "gum_written/academic", "gum_written/news", "gum_spoken/court", "gum_spoken/interview",
  ]
}

extension SplitDocument {
  /// The sets that share their texts' origin.
  var family: String { String(set.prefix { $0 != "_" }) }

  /// One of five folds, by CRC-32 of the id.
  var fold: Int {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in id.utf8 {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return Int((crc ^ 0xFFFF_FFFF) % 5)
  }
}
