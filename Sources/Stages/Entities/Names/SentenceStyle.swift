/// How a sentence is written, as far as it weakens what a capital says.
struct SentenceStyle {
  /// All in capitals.
  var isShouting = false
  /// A capital on nearly every word that is not one of grammar.
  var isHeadline = false

  init(_ sentence: SentenceTokens) {
    var words = 0
    var capitals = 0
    var shouted = 0
    var small = 0
    for index in sentence.range where sentence[index].kind == .word {
      let token = sentence[index]
      words += 1
      if token.shape.contains(.allCapitals), !token.shape.contains(.dotted) { shouted += 1 }
      guard !token.has(.function) else { continue }
      if token.isCapital { capitals += 1 } else { small += 1 }
    }
    isShouting = shouted >= 3 && shouted * 10 >= words * 6
    isHeadline = words >= 4 && small * 5 < capitals && capitals >= 3
  }
}
