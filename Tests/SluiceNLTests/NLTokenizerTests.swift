import SluiceNL
import Testing

struct NLTokenizerTests {
  private func tokens(_ text: String, _ unit: NLTokenUnit, _ language: NLLanguage? = nil) -> [String] {
    let tokenizer = NLTokenizer(unit: unit)
    tokenizer.string = text
    if let language { tokenizer.setLanguage(language) }
    return tokenizer.tokens(for: text.startIndex..<text.endIndex).map { String(text[$0]) }
  }

  @Test func textIsCutIntoTheUnitAskedFor() {
    let text = "Dr. Ames didn't come. Why?\nNobody – not even Zoë – knew."
    #expect(tokens(text, .sentence) == ["Dr. Ames didn't come.", "Why?", "Nobody – not even Zoë – knew."])
    #expect(
      tokens(text, .word)
        == ["Dr.", "Ames", "did", "n't", "come", "Why", "Nobody", "not", "even", "Zoë", "knew"])
    #expect(tokens(text, .paragraph) == ["Dr. Ames didn't come. Why?", "Nobody – not even Zoë – knew."])
    #expect(tokens("Am 3. Mai. Dann nicht.", .sentence, .german) == ["Am 3. Mai.", "Dann nicht."])
    #expect(tokens("", .sentence).isEmpty)
  }

  @Test func enumerationStopsAndTellsNumbers() {
    let text = "It cost 12.50 then"
    let tokenizer = NLTokenizer(unit: .word)
    tokenizer.string = text
    var seen: [String] = []
    tokenizer.enumerateTokens(in: text.startIndex..<text.endIndex) { range, attributes in
      seen.append(String(text[range]))
      return !attributes.contains(.numeric)
    }
    #expect(seen == ["It", "cost", "12.50"])
    #expect(text[tokenizer.tokenRange(at: text.index(text.startIndex, offsetBy: 4))] == "cost")
  }

  @Test func languagesAreToldByScriptAndNGrams() {
    let texts: [(NLLanguage, String)] = [
      (.english, "The house that we saw was on the other side of the river."),
      (.german, "Das Haus, das wir gesehen haben, stand auf der anderen Seite des Flusses."),
      (.french, "La maison que nous avons vue était de l'autre côté de la rivière."),
      (.spanish, "La casa que vimos estaba al otro lado del río y era muy grande."),
      (.italian, "La casa che abbiamo visto era dall'altra parte del fiume con gli alberi."),
      (.portuguese, "A casa que vimos ficava do outro lado do rio e não era muito grande."),
      (.dutch, "Het huis dat we zagen stond aan de andere kant van de rivier."),
      (.russian, "Дом, который мы видели, стоял на другом берегу реки."),
      (.simplifiedChinese, "我们看到的房子在河的对岸。"),
      (.japanese, "私たちが見た家は川の向こう側にありました。"),
      (.arabic, "البيت الذي رأيناه كان على الجانب الآخر من النهر."),
      (.swedish, "Huset som vi såg låg på andra sidan av floden."),
      (.polish, "Dom, który widzieliśmy, stał po drugiej stronie rzeki."),
      (.ukrainian, "Будинок, який ми бачили, стояв на іншому березі річки."),
      (.turkish, "Gördüğümüz ev nehrin diğer tarafındaydı."),
      (.greek, "Το σπίτι που είδαμε ήταν στην άλλη πλευρά."),
      (.korean, "우리가 본 집은 강 건너편에 있었다."), (.thai, "บ้านที่เราเห็นอยู่อีกฝั่งของแม่น้ำ"),
      (.hindi, "जो घर हमने देखा वह नदी के दूसरी ओर था।"),
    ]
    #expect(texts.map { NLLanguageRecognizer.dominantLanguage(for: $0.1) } == texts.map(\.0))
    #expect(NLLanguageRecognizer.dominantLanguage(for: "12 34") == nil)
  }
}
