/// The words that tell of speech, as data.
enum QuoteCues {
  /// Verbs of speech by form.
  struct Verb {
    /// `said`, `insisted`: a clause may follow without `that`.
    var takesBareClause = false
    /// `told`: whom it is said to stands before what is said.
    var takesListener = false
    /// `saying`: who speaks stands further before.
    var isParticiple = false
    /// `claims`, `reports`: nouns as often as verbs.
    var mayBeNoun = false
    /// `say`, `tell`: not of the past, nor of one person.
    var isPlain = false
  }

  /// Base, third person, past and participle of each; `-` where two are alike.
  private static let table = """
    say says said saying
    tell tells told telling
    add adds added adding
    ask asks asked asking
    reply replies replied replying
    answer answers answered answering
    respond responds responded responding
    note notes noted noting
    explain explains explained explaining
    insist insists insisted insisting
    warn warns warned warning
    announce announces announced announcing
    argue argues argued arguing
    claim claims claimed claiming
    declare declares declared declaring
    state states stated stating
    write writes wrote writing
    tweet tweets tweeted tweeting
    post posts posted posting
    remark remarks remarked remarking
    observe observes observed observing
    recall recalls recalled recalling
    admit admits admitted admitting
    acknowledge acknowledges acknowledged acknowledging
    concede concedes conceded conceding
    confirm confirms confirmed confirming
    shout shouts shouted shouting
    whisper whispers whispered whispering
    cry cries cried crying
    exclaim exclaims exclaimed exclaiming
    joke jokes joked joking
    quip quips quipped quipping
    suggest suggests suggested suggesting
    stress stresses stressed stressing
    emphasize emphasizes emphasized emphasizing
    emphasise emphasises emphasised emphasising
    continue continues continued continuing
    conclude concludes concluded concluding
    testify testifies testified testifying
    complain complains complained complaining
    boast boasts boasted boasting
    predict predicts predicted predicting
    promise promises promised promising
    vow vows vowed vowing
    pledge pledges pledged pledging
    urge urges urged urging
    caution cautions cautioned cautioning
    comment comments commented commenting
    mention mentions mentioned mentioning
    reveal reveals revealed revealing
    report reports reported reporting
    recount recounts recounted recounting
    repeat repeats repeated repeating
    reiterate reiterates reiterated reiterating
    assert asserts asserted asserting
    contend contends contended contending
    maintain maintains maintained maintaining
    mutter mutters muttered muttering
    murmur murmurs murmured murmuring
    scream screams screamed screaming
    yell yells yelled yelling
    inform informs informed informing
    remind reminds reminded reminding
    assure assures assured assuring
    deny denies denied denying
    estimate estimates estimated estimating
    """
  private static let withListener = "tell inform remind warn assure ask"
  private static let withBareClause =
    "say insist claim argue admit warn note suggest announce predict promise acknowledge concede complain deny estimate"
  private static let nouns = """
    claims notes states comments promises reports posts tweets vows pledges remarks answers replies boasts cries shouts
    screams jokes quips estimates estimate claim note state comment promise report post tweet vow pledge remark answer reply
    """

  static let verbs: [UInt64: Verb] = {
    let listeners = Set(withListener.split(separator: " "))
    let bare = Set(withBareClause.split(separator: " "))
    let nounForms = Set(nouns.split { $0 == " " || $0 == "\n" })
    var verbs: [UInt64: Verb] = [:]
    for line in table.split(separator: "\n") {
      let forms = line.split(separator: " ")
      for (place, form) in forms.enumerated() {
        let verb = Verb(
          takesBareClause: bare.contains(forms[0]) && place < 3 && !nounForms.contains(form),
          takesListener: listeners.contains(forms[0]),
          isParticiple: place == 3, mayBeNoun: nounForms.contains(form), isPlain: place == 0)
        verbs[key(form)] = verb
      }
    }
    return verbs
  }()

  static func key(_ word: some StringProtocol) -> UInt64 {
    MatchToken.tokens(of: String(word)).first?.folded ?? 0
  }

  private static func set(_ words: String) -> Set<UInt64> {
    Set(words.split { $0 == " " || $0 == "\n" }.map(key))
  }

  static let thirdPerson = set("he she")
  static let pronouns = set("he she they we i you")
  static let determiners = set(
    "the a an his her its their our my this these those some many several two three four five one another")
  /// What a noun phrase that names nobody may begin with, such as `officials`.
  static let roles = set(
    """
    officials analysts sources critics aides experts police witnesses authorities prosecutors lawmakers researchers
    scientists doctors lawyers investigators reporters residents economists activists diplomats supporters opponents
    organizers organisers spokesman spokeswoman spokesperson
    """)
  static let clauseWords = set(
    """
    and but or as when while that because if after before although though so since which who whom where whether than
    """)
  static let prepositions = set("for of from at in with to by on about against under over")
  static let auxiliaries = set(
    "has had have also later then once often repeatedly recently already earlier again")
  static let beForms = set("is are was were be been being am get gets got")
  static let modals = set("to not never would could might can should may must will cannot t")
  static let articles = set("the a an his her its their our my your any no such")
  /// Words that a clause without `that` can begin with.
  static let clauseStarters = set(
    "the a an he she it they we i there this these those his her its their our you no both all some many most"
  )
  /// One of them shows that a finite clause follows.
  static let finite = set(
    """
    is are was were will would had has have can could may might should must did does do
    """)
  static let dayWords = set("day night week month year morning evening afternoon time moment way")
  static let titlesBefore = set(
    """
    president minister secretary senator governor mayor chancellor premier prime foreign vice deputy former chief
    director general spokesman spokeswoman spokesperson professor doctor judge chairman chairwoman king queen prince
    leader analyst economist author officer executive
    """)

  static let said = key("said")
  static let according = key("according")
  static let to = key("to")
  static let that = key("that")
  static let whether = set("whether if")
  static let and = key("and")
  static let comma = key(",")
  static let colon = key(":")
  static let ends: Set<UInt64> = set(". ? ! ; …")
}
