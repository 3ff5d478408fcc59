/// Codes of currencies (ISO 4217) by the signs and words that stand for them.
enum CurrencyTable {
  private static let words: [UInt64: String] = table(
    """
    usd:USD dollar:USD dollars:USD eur:EUR euro:EUR euros:EUR gbp:GBP pound:GBP pounds:GBP sterling:GBP
    yen:JPY jpy:JPY yuan:CNY renminbi:CNY rmb:CNY cny:CNY rupee:INR rupees:INR inr:INR ruble:RUB rubles:RUB
    rouble:RUB roubles:RUB rub:RUB won:KRW krw:KRW franc:CHF francs:CHF chf:CHF peso:MXN pesos:MXN
    cent:USD cents:USD hryvnia:UAH shekel:ILS shekels:ILS lira:TRY aud:AUD cad:CAD hkd:HKD sgd:SGD
    """)
  private static let countries: [UInt64: String] = table(
    "us:USD u.s.:USD c:CAD canadian:CAD a:AUD australian:AUD hk:HKD nz:NZD s:SGD nt:TWD american:USD")
  private static let cents = Set(["cent", "cents"].map { WordHash.key(of: $0.utf8) })

  private static func table(_ text: String) -> [UInt64: String] {
    var table: [UInt64: String] = [:]
    for entry in text.split(whereSeparator: \.isWhitespace) {
      let fields = entry.split(separator: ":")
      table[WordHash.key(of: fields[0].utf8)] = String(fields[1])
    }
    return table
  }

  static func isCent(_ token: Token) -> Bool { token.isWord && cents.contains(token.key) }

  /// The code that a token of a mention tells, with the country before it.
  static func code(_ sentence: SentenceTokens, _ index: Int, _ first: Int) -> String? {
    let token = sentence[index]
    let country = index > 0 ? sentence.at(index - 1).flatMap { countries[$0.key] } : nil
    if token.kind == .mark {
      switch token.mark {
      case 0x24: return token.isAttached ? country ?? "USD" : "USD"
      case 0x80: return "EUR"
      case 0xA3: return "GBP"
      case 0xA5: return "JPY"
      default: return nil
      }
    }
    guard token.isWord, let code = words[token.key] else { return nil }
    return code == "USD" && index > first ? country ?? code : code
  }
}
