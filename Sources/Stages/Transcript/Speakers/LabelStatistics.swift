/// What a document's labels with one name have in common.
struct LabelStatistics {
  let form: Label.Form
  /// Where one of them stands.
  let name: Range<Int>
  private(set) var count = 0
  /// How many of them stand before something that looks like speech.
  private(set) var speech = 0
  let words: Int
  /// It has an honorific with a name, or names a part that people play.
  let isTitled: Bool
  private(set) var hasQualifier = false
  private let isField: Bool
  private let couldBeField: Bool
  /// A field that also is a part that people play: `PRODUCER`.
  private let isTrade: Bool

  /// It may name somebody.
  var isName: Bool { (!isField || (isTrade && count >= 3)) && (count >= 3 || !couldBeField || isTitled) }

  init(_ label: Label, _ bytes: [UInt8]) {
    form = label.form
    name = label.name
    let parts = NameParts(bytes, label.name)
    words = parts.words.count
    isTitled = (parts.honorifics > 0 && parts.words.count > 1) || parts.hasRole
    // A number makes no name of a field: `Step 1`.
    let isField = parts.words.map { word in
      SpeakerWords.fields.contains(bytes, word) || word.allSatisfy { bytes[$0].isDigit }
    }
    let isEvent =
      label.form == .bracket && parts.words.first.map { StageDirectionRule.isDirection(bytes, $0) } == true
    self.isField = label.name.isEmpty || isEvent || (!isTitled && isField.allSatisfy(\.self))
    isTrade = parts.words.count == 1 && SpeakerWords.trades.contains(bytes, parts.words[0])
    couldBeField = isField.first == true || isField.last == true
  }

  mutating func count(_ label: Label) {
    count += 1
    if label.precedesSpeech { speech += 1 }
    if label.qualifier != nil { hasQualifier = true }
  }
}
