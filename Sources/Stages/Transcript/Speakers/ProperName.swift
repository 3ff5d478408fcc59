/// Tells what names people, and parts that people play, from other words with capitals.
enum ProperName {
  /// A word that is no word of the language, a title with a name, a part that people play with a number or without,
  /// initials, or another script.
  static func isOne(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    let parts = NameParts(bytes, 0..<bytes.count)
    if parts.hasRole || (parts.honorifics > 0 && parts.words.count > 1) { return true }
    if isInitials(bytes) || bytes.contains(UInt8(ascii: "_")) || bytes.first == UInt8(ascii: "@") {
      return true
    }
    // Products and things have numbers and articles.
    if bytes.contains(where: \.isDigit) || bytes.hasText("the ", at: 0) { return false }
    return parts.core.contains { isUnknown(bytes, $0) }
  }

  /// `J.B.`, `JB`, `I`
  private static func isInitials(_ bytes: [UInt8]) -> Bool {
    let letters = bytes.count { $0.isUpper }
    return letters <= 3 && letters > 0 && bytes.allSatisfy { $0.isUpper || $0.isDigit || $0 == 0x2E }
  }

  private static func isUnknown(_ bytes: [UInt8], _ word: Range<Int>) -> Bool {
    let letters = word.filter { bytes[$0].isLetter }
    guard letters.count >= 2 else { return false }
    if word.contains(where: { bytes[$0] >= 0xC3 && bytes[$0] != 0xE2 }) { return true }
    if word.contains(where: { bytes[$0] == 0x27 || bytes[$0] == 0xE2 }) { return true }
    guard let words = KnownWords.shipped else { return false }
    return !words.isKnown(letters.map { bytes[$0].lowered })
      || GivenNames.table.contains(bytes, word)
  }
}

/// Given names that are frequent in English texts and are words of its lists as well.
enum GivenNames {
  static let table = WordTable(
    "james robert john michael david william richard joseph thomas charles christopher daniel matthew anthony mark "
      + "donald steven andrew paul joshua kenneth kevin brian george timothy ronald jason edward jeffrey ryan jacob gary "
      + "nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander patrick frank "
      + "raymond jack dennis jerry tyler aaron jose adam nathan henry zachary douglas peter kyle noah ethan jeremy "
      + "walter christian keith roger terry austin sean gerald carl dylan harold jordan jesse bryan lawrence arthur "
      + "gabriel bruce logan billy joe alan juan elijah willie albert wayne randy mason vincent liam roy bobby caleb "
      + "bradley russell lucas mary patricia jennifer linda elizabeth barbara susan jessica karen sarah lisa nancy "
      + "sandra betty ashley emily kimberly margaret donna michelle carol amanda melissa deborah stephanie rebecca "
      + "laura helen sharon cynthia kathleen amy angela shirley anna brenda pamela emma nicole samantha katherine "
      + "christine catherine rachel carolyn janet maria heather diane ruth julie olivia joyce virginia victoria kelly "
      + "lauren christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann anne sara "
      + "madison frances kathryn janice jean alice abigail julia judy sophia denise amber doris marilyn danielle "
      + "beverly isabella theresa diana natalie brittany charlotte marie kayla alexis lori tom tim jim bob bill ben sam "
      + "dan mike matt nick tony steve dave chris alex andy greg jeff josh ken kate jane jill sue liz beth meg bo wei li "
      + "lee max leo luke simon martin ian neil colin nigel oliver harry fred ted ray ralph hugh ellen eva nina sally "
      + "lucy claire clare fiona ivan igor omar ali ahmed mohammed muhammad hassan carlos luis jorge pedro miguel pablo "
      + "antonio marco paolo giovanni pierre jacques claude hans klaus karl fritz otto anders lars erik nils sven"
  )
}
