/// The words that tell labels from other words before a colon. Data for the label families, English.
enum SpeakerWords {
  /// What stands before a person's name.
  enum Honorific: Sendable { case man, woman, any }

  static let honorifics = WordTable<Honorific>([
    ("mr mr. sir lord monsieur herr hr. m. mm. señor senhor sr sr. signor don", .man),
    (
      "mrs mrs. ms ms. miss madam madame lady dame frau mme mme. mlle mlle. señora señorita senhora sra sra. srta. "
        + "signora doña", .woman
    ),
    (
      "dr dr. prof prof. professor sen sen. senator rep rep. representative congressman congresswoman gov gov. governor "
        + "hon hon. honorable right rt rt. chief justice judge secretary president vice chairman chairwoman chair "
        + "general gen gen. captain capt. colonel col. lieutenant lt. admiral adm. major sergeant sgt. officer "
        + "ambassador minister deputy assistant mayor councilmember councilor councillor commissioner director "
        + "rev rev. reverend father bishop pastor detective det. insp. cpl. pvt. capt abg. abg", .any
    ),
  ])

  /// Names of parts that people play: enough to make a label of a word.
  static let roles = WordTable(
    "host cohost co-host guest moderator interviewer interviewee narrator announcer speaker audience questioner question "
      + "reporter operator presenter panelist panellist participant caller anchor correspondent interpreter translator "
      + "witness clerk court president chairman chairwoman chairperson chair secretary senator governor mayor officer "
      + "counsel examiner researcher facilitator attorney prosecutor defendant plaintiff juror bailiff student teacher "
      + "professor member voice man woman male female boy girl crowd all unknown unidentified unidentifiable interlocutor "
      + "official president président présidente presidente presidenta präsident präsidentin vorsitzender vorsitzende "
      + "moderador moderadora moderatorin moderateur modérateur animateur sprecher sprecherin intervieweur entrevistador "
      + "entrevistadora operador locutor ministre ministra ministro 司会")

  /// Words that a name cannot begin with.
  static let starters = WordTable(
    "a an and as at but by for from if in into it its my no not of on or our so that there these this those to we what "
      + "when where which while who why with you your yes i he she they his her their here how also then now "
      + "finally next only even more most some many all-in let let's please thank thanks because although though "
      + "since until after before during under over between through against about across another any each every either "
      + "both such same other others one two three four five six seven eight nine ten again still just well okay ok oh "
      + "is are was were be been has have had do does did can could will would should may might must never always "
      + "perhaps maybe however therefore thus meanwhile instead otherwise indeed besides anyway see click read watch "
      + "listen visit follow share dear don't didn't it's i'm we're you're they're that's there's what's here's"
  )

  /// Whether a name cannot begin with a word: one of the starters, or one with an apostrophe behind it, as `He’s`.
  static func isStarter(_ bytes: [UInt8], _ word: Range<Int>) -> Bool {
    if starters.contains(bytes, word) { return true }
    let ends = word.filter { bytes[$0] == UInt8(ascii: "'") || bytes.isCurlyApostrophe(at: $0) }
    return ends.contains { starters.contains(bytes, word.lowerBound..<$0) }
  }

  /// Words that name a field, a section or a remark rather than somebody.
  static let fields = WordTable(
    "first second third abstract abuse access action address advertisement advice age album also amount analysis announcement answers "
      + "appearances appendix article artist aside assignment attendees audio author authors availability background "
      + "bibliography biography book books bottom break breaking budget byline calories capacity caption captions cast "
      + "categories category caution cc center chapter city class clarification code collection color colour comment "
      + "comments company conclusion condition conditions cons contact contents context copyright correction cost cost "
      + "country course credit credits currency customers data date dates deadline definition delivery department "
      + "description destination details dimensions directed directions disclaimer disclosure discussion distance "
      + "distribution download duration edit edited edition editor editors education email e-mail employees "
      + "end episode episodes errata error event events example examples exercise exhibit facebook fact facts fax features "
      + "figure file filed files film focus follow footnote format founded founder free friday from full gallery genre "
      + "goal goals graphic group headquarters height help hint history homepage hours id illustration image images "
      + "important inc index industry info information ingredients input instagram instructions interview intro "
      + "introduction isbn issn issue item items jingle job keyword keywords label language languages last latest law "
      + "league length lesson level license licence lines link linkedin links list location locations manufacturer map "
      + "material materials media medium meeting memo message method methodology methods mission model monday month more "
      + "motion movie music name names nb news newsletter next notable note notes number objective objectives occupation "
      + "offer online opinion option options order origin original outcome outline output outro overview owner page "
      + "pages paragraph parent parents part parts password payment permalink phone photo photograph photographs "
      + "photographer photos picture pictures place platform plot plus poll population post posted press previous price "
      + "prices principle problem process producer product products profile progress project promo pros publication "
      + "published publisher purpose quantity quick quote quotes range rank rate rated rating ratings reading reason reasons "
      + "recap recipe recommendation recommended record recorded recording ref reference references region registration "
      + "related release released remark remarks reminder reply report reported reporting requirements resources result "
      + "results review reviewed reviews role rule rules runtime salary sale sample saturday scene schedule scope score "
      + "season section see series serves service services session sex shipping show shows side size skills sku slide "
      + "slides solution step pro con song songs source sources speakers special specifications sponsor sponsors sponsored stage star "
      + "starring stars start state statement status step steps story studio style subject subjects submitted "
      + "subtitles subtitle suggestion summary sunday supplies support synopsis table tag tags takeaway takeaways target "
      + "task team tel telephone temperature terms test text theme thursday ticket tickets time timeline times timing tip "
      + "tips title tldr tl;dr to today tool tools topic topics total track tracks trailer transcript transcription "
      + "translation trigger tuesday tweet twitter type types unit units update updated updates upload url usage use user "
      + "username users value venue verdict version via video videos view views vocabulary volume volunteers vote votes "
      + "warning warranty watch weather web webcast website wednesday week weight where what when who why winner words "
      + "work works writer writers year years yield youtube zip ps p.s p.s. nb n.b. re "
      + "hinweis zutaten zubereitung achtung anmerkung quelle quellen foto adresse datum telefon öffnungszeiten preis "
      + "tipp fazit titel thema inhalt frage antwort bild remarque ingrédients préparation attention adresse téléphone "
      + "horaires prix titre sujet exemple résumé nota ingredientes preparación preparação dirección endereço "
      + "teléfono telefone horario horário precio preço título ejemplo exemplo resumen resumo fuente fonte fecha "
      + "ingredienti preparazione indirizzo telefono orario prezzo titolo esempio")

  /// Small words inside names and titles.
  static let particles = WordTable(
    "de da di do dos du del della des la le les van von der den ter ten zu zum zur al el bin ibn ben of the and y e "
      + "pro tempore af av m. président présidente presidente ministre ministra ministro rapporteur señor señora senhor "
      + "senhora señorita député députée")

  /// What stands before an honorific in other languages: `El señor`, `A Sra.`
  static let articles = WordTable("the el la los las o a os as il lo der die das le les l")

  /// Several who speak as one in the records of parliaments, in lower case.
  static let groups: [StaticString] = [
    "some hon. members", "an hon. member", "some honourable members", "an honourable member", "hon. members",
    "honourable members", "hon. member", "several hon. members", "multiple speakers", "many voices",
    "all members",
  ]

  /// Words of fields that also are parts that people play, and are believed when they come back among speakers.
  static let trades = WordTable(
    "producer editor author director writer photographer owner parent founder publisher star artist customer "
      + "customers volunteer reviewer user winner")
}
