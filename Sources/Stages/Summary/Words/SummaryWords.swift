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
    go going gone come came like really kind sort lot thing things something anything know think mean want
    s t re ve ll d m don didn doesn isn wasn weren aren won wouldn couldn
    shouldn haven hasn hadn okay ok yeah yes oh uh um hmm mm
    """)
  /// Stems of words that are verbs more often than nouns; no keyphrase begins or ends with one.
  static let verbs = stemSet(
    """
    accept achieve add admit agree aim allow announce appear apply argue arrive ask assume avoid become became
    began begin begun believe bring brought build built buy bought call carry cause choose chose claim clarify
    come confirm consider contain continue create cut deal decide declare depend describe determine develop die
    discuss draw drew drive drove ensure enter establish exist expect explain face fail fall fell feel felt find
    found follow forget forgot gave give given grow grew grown happen hear heard held help hold hope identify
    imagine improve include increase indicate introduce involve join keep kept kill knew known laid lead learn
    leave led left let lie like live look lose lost made maintain make manage mark mention mean meant meet met
    mind miss move need notice obtain occur offer open own pass pay paid perform permit pick play prefer prepare
    prevent produce promise propose prove provide publish pull push put raise ran reach read realize receive
    recognize recommend reduce refer reflect refuse regard relate release remain remember remove repeat replace
    represent require result return reveal rise rose run sat save say seek seem seen sell send sent serve set
    settle shake shift show shown sit sold speak spend spent spoke stand start stay stood stop suffer suggest
    suppose survive take taken talk teach tell tend told took treat try tried turn understand understood use
    visit vote wait walk watch wear win wonder worry write written wrote
    """)
  /// Words that say how or how much, with which no keyphrase begins or ends.
  static let looseAdjectives = set(
    """
    able actual bad best better big certain clear close different difficult due early easy entire far fast few
    fine first free full further future general good great half hard high huge important key large last late
    later least less little long low main many major million billion thousand hundred much near necessary new
    next nice old open particular past possible present previous quick ready real recent right same second
    serious several short similar simple single small special strange strong sure third today tomorrow tonight
    top total true usual various whole wrong yesterday young yet ago back almost already always away else
    monday tuesday wednesday thursday friday saturday sunday january february april june july august september
    october november december welcome thanks hello goodbye
    enough especially ever every everybody everyone everything forward instead maybe never often perhaps quite
    rather someone somebody sometimes soon still together toward towards upon whether within without
    """)
  /// Sounds and words that open a spoken sentence and say nothing.
  static let fillers = set(
    "um uh uhm er erm ah oh okay ok yeah yep yes no well right now alright hmm mm look listen")
  /// Sounds that are no words.
  static let hesitations = set("um uh uhm er erm ah hmm mm")
  /// Pairs of words that open a sentence in front of a comma and say nothing.
  static let openings = phraseTable(["of course", "you know", "i mean", "all right"])
  /// Words that tie a sentence to the one before.
  static let connectives = set(
    """
    but and so or nor also then however therefore thus hence moreover furthermore plus yet still meanwhile
    instead nevertheless nonetheless besides otherwise additionally likewise similarly conversely
    consequently accordingly indeed because which whereas although though rather
    """)
  /// Connectives without which a sentence says the same.
  static let softConnectives = set("and so then")
  static let softOpenings = softConnectives.union(fillers)
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
    "in turn", "the other", "the latter", "the former", "the same", "after all", "that said",
    "on the contrary", "to that end", "if so", "if not",
  ])

  private static let firstPerson = set("i me my mine we us our ours")
  private static let secondPerson = set("you your yours")
  private static let looseWords = set(
    "um uh uhm hmm mm erm ah oh eh yeah yep yup okay ok right well like basically actually literally anyway huh"
  )
  /// Stems of words that announce what matters.
  private static let cues = stemSet(
    """
    conclude conclusion summary summarize overall importance important significant significance key main mainly
    propose proposal decide decision agree agreement announce recommend recommendation because result first
    finally show present introduce focus goal aim need problem issue concern report plan accord argue argument
    demonstrate find novel method approach improve increase decline
    """)
  /// Stems of words of greeting, thanks and conduct.
  private static let courtesies = stemSet(
    "thank thanks welcome hello hi bye goodbye morning afternoon evening slide question operator pleasure")

  /// A bit for each ``WordClass`` that a word belongs to.
  static func classes(_ hash: UInt64, stem: UInt64) -> UInt8 {
    var bits: UInt8 = 0
    if firstPerson.contains(hash) { bits |= 1 << UInt8(WordClass.firstPerson.rawValue) }
    if secondPerson.contains(hash) { bits |= 1 << UInt8(WordClass.secondPerson.rawValue) }
    if looseWords.contains(hash) { bits |= 1 << UInt8(WordClass.filler.rawValue) }
    if cues.contains(stem) { bits |= 1 << UInt8(WordClass.cue.rawValue) }
    if courtesies.contains(stem) { bits |= 1 << UInt8(WordClass.courtesy.rawValue) }
    return bits
  }

  static func hash(_ word: some Sequence<UInt8>) -> UInt64 {
    // FNV-1a (Fowler, Noll, Vo).
    word.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  private static func set(_ words: String) -> Set<UInt64> {
    Set(words.utf8.split { $0 == 0x20 || $0 == 0x0A }.map { hash($0) })
  }

  private static func stemSet(_ words: String) -> Set<UInt64> {
    var stemmer = WordStem()
    return Set(
      words.utf8.split { $0 == 0x20 || $0 == 0x0A }.map { hash(stemmer.stem(Array($0)[...])) })
  }

  private static func phraseTable(_ phrases: [String]) -> [[UInt64]] {
    phrases.map { $0.utf8.split(separator: 0x20).map { hash($0) } }
  }
}
