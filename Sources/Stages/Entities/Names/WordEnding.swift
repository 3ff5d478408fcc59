/// What the end of an unknown name says of it.
enum WordEnding {
  private static let endings: [(StaticString, EntityLabel)] = [
    ("stan", .geopolitical), ("burg", .geopolitical), ("burgh", .geopolitical), ("ville", .geopolitical),
    ("shire", .geopolitical), ("grad", .geopolitical), ("abad", .geopolitical), ("land", .geopolitical),
    ("ovich", .person), ("enko", .person), ("sky", .person), ("ski", .person), ("stein", .person),
    ("opoulos", .person), ("shvili", .person), ("ov", .person), ("sson", .person), ("owski", .person),
    ("ese", .group), ("ists", .group), ("ians", .group), ("ian", .group), ("crats", .group),
  ]

  static func label(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> EntityLabel? {
    for (ending, label) in endings where word.count > ending.utf8CodeUnitCount + 2 && ends(word, ending) {
      return label
    }
    return nil
  }

  /// Adverbs, participles and abstract nouns are seldom names.
  static func isPlain(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let plain: [StaticString] = [
      "ly", "ing", "ed", "tion", "tions", "ness", "ment", "ments", "ity", "ies", "est", "ful", "less", "ous",
      "ive",
      "able", "ally", "n't", "wise", "s",
    ]
    return plain.contains { ends(word, $0) }
  }

  private static func ends(_ word: Slice<UnsafeBufferPointer<UInt8>>, _ ending: StaticString) -> Bool {
    ending.withUTF8Buffer { word.count > $0.count && word.suffix($0.count).elementsEqual($0) }
  }
}
