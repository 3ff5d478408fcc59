/// Turns words into the hashed features that they have by themselves, whatever stands around them: those for their own
/// token, and those for the tokens up to three places away.
enum WordFeatures {
  /// The distances of a word from the token that its features are for.
  static let distances = -3...3
  /// The most features of one word.
  static let most = 128

  /// Writes the rows of a word for a token at a distance before it, and returns how many they are.
  static func read(
    _ word: TaggerToken, distance: Int, into rows: UnsafeMutablePointer<UInt32>
  ) -> Int {
    var out = FeatureReader.Output(rows: rows)
    if distance == 0 { own(word, &out) } else { neighbour(word, distance, &out) }
    if abs(distance) <= 1 {
      let side = UInt64(distance + 1)
      var classes = word.classes.rawValue & WordClass.cues.rawValue
      while classes != 0 {
        out.add(340 + side, UInt64(classes.trailingZeroBitCount))
        classes &= classes - 1
      }
      if word.isOfSmallText { small(word, side, &out) }
    }
    return out.count
  }

  @inline(__always)
  private static func own(_ word: TaggerToken, _ out: inout FeatureReader.Output) {
    let form = word.form
    out.add(1, 0)
    out.add(2, word.key)
    out.add(3, form.shape)
    out.add(4, form.shortShape)
    var mask: UInt32 = 0
    for length in 1...4 where Int(form.length) > length {
      mask = mask << 8 | 0xFF
      out.add(10 + UInt64(length), UInt64(form.head & mask))
      out.add(20 + UInt64(length), UInt64(form.tail & mask))
    }
    if form.isTitle { out.add(30, 0) }
    if form.isUpper { out.add(31, 0) }
    if form.hasDigit { out.add(32, 0) }
    if word.vector >= 0 {
      out.add(40, word.info.coarse)
      out.add(41, word.info.medium)
      out.add(42, word.info.fine)
      out.add(44, word.info.fine, form.shortShape)
      out.add(45, word.info.rank, form.shortShape)
    } else {
      out.add(43, form.shortShape)
    }
  }

  @inline(__always)
  private static func neighbour(_ word: TaggerToken, _ distance: Int, _ out: inout FeatureReader.Output) {
    let template = UInt64(160 + 20 * distance)
    out.add(template + 1, word.key)
    guard abs(distance) < 3 else { return }
    out.add(template + 2, word.form.shortShape)
    if word.vector >= 0 {
      out.add(template + 3, word.info.medium)
      out.add(template + 4, word.info.fine)
    }
  }

  /// Text without capitals has weights of its own: small letters say nothing there.
  @inline(__always)
  private static func small(_ word: TaggerToken, _ side: UInt64, _ out: inout FeatureReader.Output) {
    out.add(350 + side, word.key)
    if word.vector >= 0 {
      out.add(354 + side, word.info.fine)
      if side == 1 {
        out.add(358, word.info.medium)
        out.add(359, word.info.rank)
      }
    }
  }
}

extension WordClass {
  /// The classes that say something of names.
  static let cues: WordClass = [
    .honorific, .title, .titleModifier, .organizationSuffix, .organizationHead, .locationHead, .facilityHead,
    .placeHead, .eventHead, .lawHead, .workHead, .particle, .speechVerb, .placePreposition, .direction,
    .generationSuffix, .givenName, .surname,
  ]
}
