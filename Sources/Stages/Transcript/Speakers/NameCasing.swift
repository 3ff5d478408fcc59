/// Names in capitals as they are written elsewhere: `JEAN-PIERRE` is Jean-Pierre, `McCONNELL` McConnell.
enum NameCasing {
  /// A name to show; one that has words in lower case stays as it is.
  static func display(_ name: String, _ introduction: Introduction) -> String {
    let bytes = Array(name.utf8)
    // `Jane Smith MP`: what is in capitals beside a name in lower case is meant so.
    let words = NameParts(bytes, 0..<bytes.count).core.prefix { !SpeakerWords.particles.contains(bytes, $0) }
    let isMixed = words.contains { word in
      bytes[word.lowerBound].isUpper && word.count { bytes[$0].isLower } * 2 > word.count
    }
    if isMixed, !name.hasPrefix("The ") { return name }
    return name.split(separator: " ").map { word($0, introduction) }.joined(separator: " ")
  }

  private static func word(_ word: Substring, _ introduction: Introduction) -> String {
    let letters = word.unicodeScalars.filter { $0.properties.isAlphabetic }
    let uppers = letters.filter { $0.properties.isUppercase }
    guard uppers.count >= 2, uppers.count * 2 > letters.count else { return String(word) }
    let bare = word.filter { $0 != "," && $0 != "." }
    if let spelling = introduction.spelling(of: String(bare)), bare == word { return spelling }
    let hasVowel = letters.contains { "AEIOUYÀÁÂÄÅÈÉÊËÌÍÎÏÒÓÔÖÙÚÛÜ".unicodeScalars.contains($0) }
    let isTitle = SpeakerWords.honorifics.contains(Array(word.utf8), 0..<word.utf8.count)
    guard hasVowel || isTitle || uppers.count > 4 else { return String(word) }
    if word.contains("."), !isTitle, letters.count <= 4, !word.hasSuffix(".") { return String(word) }
    return capitalized(word)
  }

  /// Capitals at the start and behind hyphens and apostrophes.
  private static func capitalized(_ word: Substring) -> String {
    var result = ""
    var startsPart = true
    var lowers = 0
    for scalar in word.unicodeScalars {
      if scalar.properties.isLowercase {
        // `McCONNELL`: what follows the prefix is a part of its own.
        result.unicodeScalars.append(scalar)
        lowers += 1
        startsPart = result.unicodeScalars.count <= 3
        continue
      }
      result += startsPart ? scalar.properties.uppercaseMapping : scalar.properties.lowercaseMapping
      startsPart = scalar == "-" || scalar == "'" || scalar == "\u{2019}" || scalar == "." || scalar == "/"
    }
    return result
  }
}
