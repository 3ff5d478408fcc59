/// Frequent English words: a capital at the start of a sentence or a title says nothing about them. Compiled
/// for Sluice from general knowledge.
enum CommonWordTable {
  /// Words of grammar and words that join sentences; never the start of a name at the start of a sentence.
  static let functionWords = """
    a an the this that these those i you he she it we they me him her us them my your his its our their mine
    yours hers ours theirs myself yourself himself herself itself ourselves themselves who whom whose which
    what where when why how and or but nor so yet for if then than because since although though while
    whereas unless until till as after before once of in on at by with from to into onto upon about above
    across against along amid among around behind below beneath beside besides between beyond despite during
    except inside like near off out outside over past per through throughout toward towards under underneath
    up via within without am is are was were be been being do does did doing done have has had having will
    would shall should can could may might must ought not no yes ok okay yeah yep nope oh ah um uh hey hi
    hello please thanks thank sorry well now here there just also too very only even still already again
    ever never always often sometimes usually perhaps maybe however therefore thus hence moreover
    furthermore nevertheless nonetheless meanwhile instead otherwise indeed rather quite almost really
    actually basically certainly clearly obviously finally eventually recently currently previously formerly
    formally initially originally similarly likewise accordingly consequently additionally specifically
    generally typically especially particularly apparently unfortunately fortunately hopefully importantly
    interestingly surprisingly all any both each every either neither some several many much more most few
    fewer less least other others another such same own enough none nothing nobody something somebody
    someone anything anyone anybody everything everyone everybody one two three four five six seven eight
    nine ten first second third next last former latter let lets let's don't doesn't didn't won't wouldn't
    can't couldn't shouldn't isn't aren't wasn't weren't haven't hasn't hadn't i'm i've i'll i'd it's that's
    he's she's we're we've we'll you're you've you'll they're they've there's here's what's who's where's
    how's ain't gonna wanna gotta dear today tomorrow yesterday tonight later earlier soon ago away back
    down else everywhere anywhere somewhere nowhere according unlike regarding concerning given considering
    following including depending due thanks because whether whatever whoever whenever wherever whichever
    regardless plus minus versus vs et etc lol omg haha hmm wow ugh damn dude guys im ive dont cant wont
    didnt doesnt isnt thats whats youre theyre ur u r rt
    """
  static let common = """
    able accept access account act action active activity actual add address advice affair age agree aid air
    allow amazing american amount ancient anger animal announce annual answer apart appeal appear apply
    approach area argue arm army arrive art article ask assume attack attempt attend attention aunt author
    available average avoid award aware bad bag ball bank bar base basic battle beach bear beat beautiful
    become bed begin beginning believe belong benefit best better big bill bird birth birthday bit black
    blood blue board boat body bomb book border born boss bottom box boy brain branch break breakfast bring
    brother budget build building burn bus business busy buy call called camera camp campaign cancel capital
    car card care career carry case cash cat catch cause cell central center century chair challenge chance
    change chapter character charge check chief child children choice choose church citizen city civil claim
    class clean clear climb clock close clothes cloud club coach coast coffee cold collect college color
    come comes comfort coming comment commercial committee common community company compare computer concern
    condition conference congratulations consider contact contain content contest context continue control
    cook cool copy corner correct cost council count country couple course court cover create credit crime
    crisis cross crowd cry cultural culture cup current cut dad daily damage dance dangerous dark data date
    daughter day dead deal death debate decide decision deep defense degree deliver demand democracy
    department describe design despite detail develop development device dialogue die difference different
    difficult dinner direct direction director discover discuss disease doctor document dog door double
    doubt draw dream dress drink drive driver drop drug dry during dust duty early earn earth ease east
    eastern easy eat economic economy edge editor education effect effort eight election electric email
    emergency employee end enemy energy engine engineer enjoy enter entire environment equal error escape
    establish estate evening event evidence example excellent exchange excited exercise exist expect
    expensive experience expert explain express extra eye face fact fail fair faith fall false family famous
    fan far farm fast fat father favorite fear feature federal feel feeling fellow female field fight figure
    file fill film final finance financial find fine finger finish fire firm fish fit fix flag flat flight
    floor flow flower fly focus follow food foot football force foreign forest forget form formal forward
    free freedom fresh friend friends front fruit full fun function fund funny future gain game games garden
    gas gate gay gender general get getting gift girl girls give glad glass global go goal god goes going
    gold gone good got government grade grand grant gray great green ground group grow growth guess guest
    guide gun guy hair half hall hand hang happen happy hard hate head health hear heart heat heavy height
    help hero high highway hill history hit hold hole holiday home honest honor hope horse hospital host hot
    hotel hour hours house huge human hundred hunt hurt husband ice idea image imagine impact import
    important impossible improve inch include income increase independent indeed indicate individual
    industry information insane inside insurance interest interesting internal international internet
    interview introduction invest investigation invite involve island issue item job join joint joke journal
    journey joy judge jump just justice keep key kid kids kill kind king kitchen knee know knowledge labor
    lack lady lake land language large late latest laugh launch law lawyer lay lead leader learn leave left
    leg legal lesson letter level liberal library lie life light limit line link list listen little live
    local long look looking looks lord lose loss lost lot love loved low luck lucky lunch machine mad
    magazine main major make makes making male man manage manager many map march mark market marriage mass
    master match material matter mayor meal mean media medical meet meeting member members memory men mental
    merry message method middle mile military milk mind mine minister minute mirror miss missing mission
    mistake model modern moment mom money month moon moral morning mother motion mountain mouth move
    movement movie mr mrs ms much multiple murder music name names nation national natural nature near
    necessary need needs negative network new news newspaper nice night noise normal north northern note
    notice nuclear number object obvious ocean odd offer office officer official officials oil old open
    operation opinion opposition option orange order organization original outside overall owner pack page
    pain paint pair panel paper parent parents park part participants particular partner party pass patient
    pattern pay peace people percent perfect performance period person personal phone photo photos physical
    pick picture piece place plan plane plant play player players please pleasure plenty pocket point points
    police policy political poor pop popular population position positive possible post posted pound power
    powerful practice pray prepare present president press pressure pretty prevent price pride primary
    prince print prison private prize probably problem problems process produce product professional
    professor profit program progress project promise proof property propose protect proud prove provide
    public pull purpose push put quality queen question questions quick quiet race radio rain raise range
    rate ratio reach react read reader reading ready real reality reason receive recent record red reduce
    reform refuse region regular relation relationship release religion religious remain remember remote
    remove rent repeat reply report reports republic request require rescue research resource respect
    respond response rest result results return review revolution rich ride right rights ring rise risk
    river road rock role roll room root rough round royal rule run running rural safe safety sale salt
    sample sand save saw say saying says scale scene school science score sea search season seat secret
    secretary section security see seek seem seen select sell send senior sense separate serious serve
    service session set settle seven sex shape share sharp she ship shirt shit shock shoe shoot shop short
    shot shoulder show shows shut sick side sight sign signal silence silver similar simple simply sing
    single sister site sit situation size skill skin sky sleep slow small smart smell smile smith smoke snow
    social society soft soldier soldiers solid solution solve son song sorry sort soul sound source south
    southern space speak special speech speed spend spirit split sport sports spot spring square staff stage
    stand standard standing star stars start starting state statement states station status stay steal step
    stick stock stone stop store storm story straight strange street strength stress strike strong structure
    student students study stuff stupid style subject success suddenly suffer sugar suggest suit summer sun
    super supply support sure surface surprise survey sweet swim system table take taken takes talk talking
    tall task tax taxes tea teach teacher team tears technical technology telephone television tell term
    terrible test text thank theater theory therapy thick thing things think thinking thought thousand
    thousands threat throw ticket tie tight time times tip tire tired title tone tonight tool top topic
    total touch tough tour town track trade traditional traffic train training transcript transfer translate
    travel treat treatment tree trend trial trip trouble truck true trust truth try trying turn twenty twice
    type ugly uncle understand union unique unit unite united universal universe university unknown unless
    update updated upper urban use used useful user using usual valley value variety various vast version
    victim victory video view village violence visit visitors voice vote voters wait waiting walk wall want
    wanted wants war warm warning wash waste watch watching water wave way weak wealth weapon weapons wear
    weather web website wedding week weekend weekly weeks weight welcome west western wet wheel white whole
    wide wife wild win wind window wine winner winter wise wish woman women wonder wonderful wood word words
    work worker workers working works world worry worse worst worth write writer writing wrong yard year
    years yellow young youth zero abstract appendix background conclusion conclusions discussion figure
    introduction methods references summary chapter overview acknowledgments keywords participants procedure
    materials analysis notes footnote applause laughter inaudible question answer moderator audience host
    interviewer narrator male female man woman unidentified crosstalk music buyer seller lender lenders
    borrower agent party parties section article exhibit schedule loan note notes bank guarantor birthday
    christmas easter thanksgiving halloween god lord bless amen haters swag hater hella agreed asked added
    based born built called came caught changed claimed closed considered created died discovered
    established expected failed felt followed forced formed found founded gave given got held helped hoped
    joined kept killed known led left lived located looked lost made married met moved named needed noted
    offered opened ordered organized passed placed planned played published raised reached received reported
    returned said saw seemed sent served shown signed spent spoke started stated stopped supported
    surrounded taught thought told took tried turned understood used wanted watched went won worked written
    wrote
    """
}
