/// The commonest words of running text in the larger European languages: menus and lists of names have few.
enum StopWords {
  static func contains(_ hash: UInt32) -> Bool { sieve.contains(hash) }

  private static let sieve: HashSieve = {
    var sieve = HashSieve(log: 14)
    for list in lists {
      list.withUTF8Buffer { bytes in
        for word in bytes.split(separator: 0x20) {
          sieve.insert(word.reduce(WordHash.start) { WordHash.mix($0, UInt32($1)) })
        }
      }
    }
    return sieve
  }()

  private static let lists: [StaticString] = [
    "the of and to in a is that it for was on are as with his they at be this have from or had by but not what all were we when your can said there use an each which she do how their if will up other about out many then them these so some her would make like him into has two more no could my than been who its now did may such because where after most through before between under while our i you he",
    "der die das und in zu den von mit sich des auf ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei wenn ihre diese kann ich wir ihr wurden hatte unter",
    "le la les de des du un une et est que qui dans en pour par sur pas plus ne se ce il au aux avec son sa ses elle ont mais nous vous ou cette comme leur tout deux fait",
    "el los las del una y es que se no por con para su al lo como o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos fue era muy hasta desde",
    "il di che non una per con del da si le gli dei come anche pi dal nel della alla sono ha al lo ma questo essere stato nella hanno",
    "de het een van en in is dat op te zijn met voor niet aan er om ook als dan maar bij nog uit door naar heeft",
    "o os um uma do da dos das em no na que com para por se mais foi ao como mas seu sua ou quando muito nos",
    "w z na do nie jest si to e o jak ale po co tak od za przez przy dla jego jej by oraz tym",
    "och att det som en p av f r den med inte har ett jag om var men sig han",
  ]
}
