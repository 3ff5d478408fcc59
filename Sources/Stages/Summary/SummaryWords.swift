/// Words that the summariser knows by heart; compiled for Sluice from general knowledge.
enum SummaryWords {
  /// Words without content.
  static let stop = set(
    """
    a an the and or but nor so yet if then than that this these those there here it its he she they them his
    her their we us our you your i me my mine ours is are was were be been being am do does did doing done
    have has had having will would shall should can could may might must not no of in on at by for with
    about against between into through during before after above below to from up down out off over under
    again further once as until while because since although though where when who whom which what why how
    all any both each few more most other some such only own same too very just also even now well get got
    go going gone come came like really kind sort lot one two thing things something anything say said says
    saying know think mean want s t re ve ll d m don didn doesn isn wasn weren aren won wouldn couldn
    shouldn haven hasn hadn okay ok yeah yes oh uh um hmm mm
    """)
  /// Sounds and words that open a spoken sentence and say nothing.
  static let fillers = set(
    "um uh uhm er erm ah oh okay ok yeah yep yes no well right now alright hmm mm look listen")
  /// Words that tie a sentence to the one before.
  static let connectives = set(
    """
    but and so or nor also then however therefore thus hence moreover furthermore plus yet still meanwhile
    instead nevertheless nonetheless besides otherwise additionally likewise similarly conversely
    consequently accordingly indeed because which whereas although though rather
    """)
  /// Words that stand for something named before.
  static let pronouns = set(
    """
    he she they it its his her their them him this that these those such both neither others another each
    """)
  /// `this` and `these`, and what they need not point back to: the paper, the talk or the time itself.
  static let nearDemonstratives = set("this these")
  static let situations = set(
    """
    paper work article study report thesis chapter talk lecture course class session meeting call conference
    interview presentation video program episode page year month week morning afternoon evening quarter
    season
    """)
  /// The first words of connecting phrases, with the words that may follow.
  static let phrases = phraseTable([
    "in addition", "as a result", "for example", "for instance", "on the other hand", "in contrast",
    "by contrast",
    "in other words", "after that", "because of", "at the same time", "even so", "in that case",
    "in this way",
    "in turn", "after all", "that said", "on the contrary", "to that end", "if so", "if not",
  ])

  static func hash(_ word: some Sequence<UInt8>) -> UInt64 {
    // FNV-1a (Fowler, Noll, Vo).
    word.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  private static func set(_ words: String) -> Set<UInt64> {
    Set(words.utf8.split { $0 == 0x20 || $0 == 0x0A }.map { hash($0) })
  }

  private static func phraseTable(_ phrases: [String]) -> [[UInt64]] {
    phrases.map { $0.utf8.split(separator: 0x20).map { hash($0) } }
  }
}
