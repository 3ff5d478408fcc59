/// Words of dates, times and numbers.
enum NumberWordTable {
  static let months = """
    january february march april may june july august september october november december
    """
  static let monthAbbreviations = """
    jan jan. feb feb. mar. apr apr. jun. jul jul. aug aug. sep sep. sept sept. oct oct. nov nov. dec dec.
    """
  static let weekdays = """
    monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays
    saturdays sundays mon. tues. tue. wed. thu. thurs. fri.
    """
  static let seasons = "spring summer fall autumn winter"
  static let dateUnits = """
    year years month months week weeks day days decade decades century centuries quarter quarters weekend
    weekends semester semesters fortnight generation generations millennium
    """
  static let clockUnits = "hour hours minute minutes second seconds min mins hrs hr sec secs"
  static let numerals = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
    """
  static let magnitudes = "hundred thousand million billion trillion dozen bn m k mn"
  static let ordinals = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
    fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth hundredth
    """
  static let approximations = "about around nearly almost over roughly approximately some only just under"
  static let relativeDays = "today yesterday tomorrow"
  static let dayParts = "morning afternoon evening night"
  static let relatives = "last next this past previous coming following recent early late mid"
  /// Words that the number rules look for by themselves.
  static let cues = """
    noon midnight tonight overnight half a an more less fewer at up as percent daily weekly monthly
    annually yearly couple several few dozens hundreds thousands millions billions tens fiscal end
    """
}
