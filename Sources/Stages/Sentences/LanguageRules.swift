import CSluiceModels

/// What the splitter knows of a language: its abbreviations, the words that begin sentences, its learned table.
///
/// Languages other than English are read from data files: lines of a key and words, `#` for comments. Keys are
/// `always`, `before-name`, `before-number` and `either` (the classes of ``Abbreviations``), `starters`, `open`
/// (words that cannot end a line's sentence), `continues` (what goes on behind a closed quotation), `ordinals yes`
/// (`3.` is an ordinal number) and `caseless yes` (the script has no capitals).
struct LanguageRules: Sendable {
  var abbreviations = Abbreviations()
  var starters = WordSet("")
  var openWords = WordSet("")
  var titles = WordSet("")
  var reporters = WordSet("")
  var speechVerbs = WordSet("")
  /// Words of two or three letters that are no abbreviations.
  var shortWords = WordSet("")
  var continuations: [[UInt8]] = []
  var hasOrdinals = false
  var isCaseless = false
  /// A full stop can end a sentence although the next word is in lower case.
  var splitsBeforeLower = false
  var table: BoundaryTable?

  /// English, without its table.
  static let english: LanguageRules = {
    var rules = LanguageRules()
    rules.abbreviations = .english
    rules.starters = .englishStarters
    rules.openWords = .englishOpenWords
    rules.titles = WordSet("mr mrs ms dr")
    rules.reporters = .englishReporters
    rules.shortWords = .englishShortWords
    rules.speechVerbs = .englishSpeechVerbs
    rules.splitsBeforeLower = true
    return rules
  }()

  /// The languages that have a data file, by ISO 639-1 code.
  static let others: [String: LanguageRules] = {
    var found: [String: LanguageRules] = [:]
    for code in ["de", "fr", "es", "it", "pt", "nl", "ru", "zh", "ja", "ar", "hi"] {
      let table = sluice_language(code)
      let bytes = UnsafeBufferPointer(start: table.bytes, count: table.count)
      found[code] = LanguageRules(file: String(decoding: bytes, as: UTF8.self))
    }
    return found
  }()

  /// The rules for a BCP 47 tag: English for none, and rules without words for languages that have no file.
  static func of(_ tag: String?) -> LanguageRules {
    guard let code = tag?.prefix(while: { $0 != "-" && $0 != "_" }).lowercased(), !code.isEmpty, code != "en"
    else {
      var rules = english
      rules.table = .english
      return rules
    }
    return others[code] ?? LanguageRules()
  }

  private init() {}

  private init(file: String) {
    for line in file.split(separator: "\n") where !line.hasPrefix("#") {
      let key = line.prefix { $0 != " " }
      let words = String(line.dropFirst(key.count))
      switch key {
      case "always": abbreviations.add(words, .always)
      case "before-name": abbreviations.add(words, .beforeName)
      case "before-number": abbreviations.add(words, .beforeNumber)
      case "either": abbreviations.add(words, .either)
      case "starters": starters = WordSet(words)
      case "open": openWords = WordSet(words)
      case "continues": continuations = words.split(separator: " ").map { Array($0.utf8) }
      case "ordinals": hasOrdinals = true
      case "caseless": isCaseless = true
      default: break
      }
    }
  }

  /// Whether the text at an offset goes on behind a closed quotation.
  func continues(_ window: Window, at offset: Int) -> Bool {
    continuations.contains { word in
      word.indices.allSatisfy { window[offset + $0] == word[$0] }
    }
  }
}
