/// The names of the months, whole and by their usual abbreviations, in lower case.
enum MonthNames {
  static let numbers: [String: Int] = {
    var table: [String: Int] = [:]
    for (index, list) in names.enumerated() {
      for name in list.split(whereSeparator: \.isWhitespace) { table[String(name)] = index + 1 }
    }
    return table
  }()

  /// English, German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Danish, Norwegian, Finnish, Polish, Czech,
  /// Hungarian, Romanian, Turkish, Indonesian, Russian, Ukrainian, Bulgarian, Greek.
  private static let names = [
    """
    january jan januar janvier janv enero ene gennaio gen janeiro januari jänner tammikuu tammikuuta stycznia
    styczeń ledna leden január ianuarie ocak januar января январь янв січня януари ιανουαρίου
    """,
    """
    february feb februar février févr fevrier febrero febbraio fevereiro fev februari helmikuu helmikuuta lutego luty
    února únor február februarie şubat февраля февраль фев лютого февруари φεβρουαρίου
    """,
    """
    march mar märz maerz mrz mars marzo março marco maart mrt marts maaliskuu maaliskuuta marca marzec března březen
    március martie mart maret марта март березня март μαρτίου
    """,
    """
    april apr avril avr abril abr aprile huhtikuu huhtikuuta kwietnia kwiecień dubna duben április aprilie nisan
    апреля апрель апр квітня април απριλίου
    """,
    """
    may mai mayo maggio mag maio mei maj toukokuu toukokuuta maja května květen május mayıs мая май травня μαΐου
    """,
    """
    june jun juni juin junio giugno giu junho kesäkuu kesäkuuta czerwca czerwiec června červen június iunie haziran
    июня июнь червня юни ιουνίου
    """,
    """
    july jul juli juillet juil julio luglio lug julho heinäkuu heinäkuuta lipca lipiec července červenec július iulie
    temmuz июля июль липня юли ιουλίου
    """,
    """
    august aug août aout agosto ago agustus augustus augusti elokuu elokuuta sierpnia sierpień srpna srpen augusztus
    ağustos августа август авг серпня αυγούστου
    """,
    """
    september sep sept septembre septiembre settembre set setembro syyskuu syyskuuta września wrzesień září szeptember
    septembrie eylül сентября сентябрь сен вересня септември σεπτεμβρίου
    """,
    """
    october oct oktober okt octobre octubre ottobre ott outubro out lokakuu lokakuuta października październik října
    říjen október octombrie ekim октября октябрь окт жовтня октомври οκτωβρίου
    """,
    """
    november nov novembre noviembre novembro marraskuu marraskuuta listopada listopad listopadu noiembrie kasım
    ноября ноябрь ноя листопада ноември νοεμβρίου
    """,
    """
    december dec dezember dez décembre déc decembre diciembre dic dicembre dezembro desember joulukuu joulukuuta
    grudnia grudzień prosince prosinec decembrie aralık декабря декабрь дек грудня декември δεκεμβρίου
    """,
  ]
}
