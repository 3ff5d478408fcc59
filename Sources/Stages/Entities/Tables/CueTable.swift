/// Words that tell what the capitalised words beside them name; compiled for Sluice from general knowledge.
enum CueTable {
  /// Forms of address: a name of a person follows.
  static let honorifics = """
    mr mr. mrs mrs. ms ms. miss dr dr. prof prof. sir madam mme. monsieur herr frau señor sr. hon. rev rev.
    fr. sen sen. rep rep. gov gov. gen gen. lt lt. col col. capt capt. sgt sgt. maj maj. cpl. pvt. adm adm.
    cmdr. st. mister mullah
    """
  /// Offices and roles that stand before a name.
  static let titles = """
    president secretary senator minister premier chancellor governor mayor ambassador general colonel
    captain lieutenant sergeant major admiral commander marshal king queen prince princess emperor empress
    pope bishop archbishop cardinal rabbi imam ayatollah sheikh shaikh judge justice attorney professor
    doctor congressman congresswoman representative commissioner chairman chairwoman chairperson chair chief
    director ceo cfo cto coo coach sheriff detective officer inspector constable agent speaker councillor
    councilman lord lady duke duchess earl count countess baron baroness dame father sister brother uncle
    aunt auntie cousin grandma grandpa mom mommy dad saint sultan emir caliph tsar czar shah deputy
    spokesman spokeswoman spokesperson candidate leader founder co-founder president-elect treasurer actor
    actress singer author writer journalist reporter editor historian economist analyst activist lawyer
    physicist scientist philosopher poet novelist painter composer rapper quarterback pitcher striker
    midfielder goalkeeper defender lawmaker politician dictator rebel warlord host
    """
  /// Words before a title that belong to it.
  static let titleModifiers = """
    prime foreign vice deputy former interim acting first defense defence interior finance trade health
    education justice treasury state assistant under associate executive managing senior staff major
    brigadier lieutenant chief supreme special national press general police fire crown grand
    """
  static let organizationSuffixes = """
    inc inc. ltd ltd. corp corp. llc llp plc gmbh ag sa s.a. n.v. co co. company companies corporation
    incorporated limited group holdings enterprises industries partners associates & bros. bros fc f.c. ltda
    spa kg pty
    """
  static let organizationHeads = """
    university college institute institution school academy faculty ministry department bureau agency office
    commission committee council congress parliament senate assembly board authority service services
    administration court tribunal bank fund foundation trust association society federation confederation
    union alliance league organization organisation party movement front army navy brigade brigades
    battalion division corps regiment guard guards forces force command police network center centre
    laboratory laboratories lab observatory club team band orchestra choir ensemble church diocese ministry
    archdiocese hospital clinic press news times post journal magazine herald tribune gazette chronicle
    media television radio records pictures studios studio films airlines airways motors systems
    technologies technology software solutions electronics pharmaceuticals energy oil petroleum gas electric
    insurance financial capital securities investments consulting international consortium coalition caucus
    secretariat directorate embassy consulate legion jihad militia democrats republicans conservatives
    liberals socialists greens labour communists restaurant cafe cafeteria pizza grill inn store stores shop
    museum library theatre theater gallery initiative endowment taskforce united rovers athletic fc tigers
    lions bears eagles hawks bulls giants raiders
    """
  static let locationHeads = """
    river lake mountain mountains mount sea ocean island islands isle isles peninsula valley desert bay gulf
    strait straits cape coast canyon falls forest hills ridge range basin delta plateau plains creek beach
    region heights glacier volcano reef archipelago hemisphere
    """
  static let facilityHeads = """
    airport bridge street st avenue ave ave. blvd blvd. boulevard road rd lane drive highway freeway parkway
    tunnel station terminal stadium arena hall tower towers building palace castle cathedral temple mosque
    prison jail dam port harbor harbour base camp plaza square park garden gardens zoo hotel mall memorial
    monument cemetery canal railway pier house
    """
  static let placeHeads = """
    county province city district oblast state republic kingdom empire town township village municipality
    prefecture governorate parish borough territory emirate
    """
  static let eventHeads = """
    war wars battle olympics games cup championship championships festival summit conference revolution
    uprising rebellion crisis election elections referendum massacre genocide hurricane tournament expo
    convention congress marathon open bowl prix siege operation crusade holocaust
    """
  static let lawHeads = """
    act treaty constitution amendment agreement accord accords protocol convention charter resolution code
    law bill pact declaration directive statute
    """
  static let workHeads = """
    prize award awards medal trophy album symphony
    """
  /// Lower-case words inside the names of persons.
  static let particles = """
    de da di do dos du del della van von der den ter ten bin ibn bint al el la le ben abu abd ad ul ur ez
    ash as an e y
    """
  /// Verbs of saying and doing that persons stand before or behind.
  static let speechVerbs = """
    said says say told tells asked asks replied answered added adds explained explains argued argues wrote
    writes tweeted claimed claims insisted warned admitted announced stated noted recalled thinks believes
    hopes wants married died born smiled laughed nodded
    """
  /// Prepositions before names of places.
  static let placePrepositions = """
    in at from near to across throughout outside inside around toward towards via into leaving visiting
    """
  static let directions = """
    north south east west northern southern eastern western central northeast northwest southeast southwest
    northeastern northwestern southeastern southwestern upper lower
    """
  /// Acronyms that name a kind of thing rather than a thing.
  static let plainAcronyms = """
    OK TV DVD CD PC CEO CFO CTO COO IT ID PR HR AM PM AC DC AD BC BCE CE HIV AIDS DNA RNA GDP GNP IQ PhD MBA
    BA MA MS FAQ URL PDF HTML GPS LCD LED USB CPU RAM LOL OMG WTF RT FYI ASAP DIY VIP POW WMD NGO NGOs IPO
    ATM UFO ICU EST EDT PST PDT GMT UTC PTSD ADHD MRI AI ML API GUI SMS SUV RV RVs VHS FM XML II III IV VI
    VII VIII IX XI XII XIII XIV XV MP MPs TVs PCs DJ MC Q&A R&D R&B BBQ BS LMAO SMH TBH IDK IMO IMHO BTW TBT
    FF LMFAO IKR TGIF BFF XX XXX CV PS P.S. Ph.D. M.D. B.A. M.A. J.D. COVID
    """
  /// Abbreviations that keep their full stop.
  static let abbreviations = """
    mr mrs ms dr st jr sr prof gen col lt sgt capt rep sen gov rev hon pres inc corp co ltd vs etc jan feb
    mar apr jun jul aug sep sept oct nov dec no maj adm cmdr ave blvd fr mme bros calif ill mass conn mich
    minn tenn okla colo wis fla pa md cpl pvt
    """
  static let generationSuffixes = "jr jr. sr sr. ii iii iv"
  static let currencies = """
    dollar dollars euro euros pound pounds yen yuan renminbi ruble rubles rouble roubles rupee rupees cent
    cents franc francs mark marks won peso pesos lira liras shekel shekels dinar dinars dirham dirhams riyal
    riyals rial rials krona kronor kroner baht bucks buck pence sterling hryvnia real reais rand
    """
  /// Codes that can stand before or behind an amount.
  static let currencyCodes = "USD EUR GBP JPY CNY RMB RUB CHF CAD AUD HKD INR SEK NOK DKK KRW BRL ZAR MXN TRY"
  static let measures = """
    mile miles kilometer kilometers kilometre kilometres km kms meter meters metre metres foot feet inch
    inches yard yards centimeter centimeters cm mm millimeter millimeters pound pounds kilogram kilograms
    kilo kilos kg gram grams ounce ounces oz lb lbs lbs. ton tons tonne tonnes gallon gallons liter liters
    litre litres barrel barrels acre acres hectare hectares degree degrees megawatt megawatts kilowatt
    kilowatts mw kw gw watt watts volt volts mph kph knots bushel bushels pint pints megabyte megabytes
    gigabyte gigabytes gb mb tb hz mhz ghz calories calorie light-years
    """
}
