import CSluiceModels

/// What rules ask of a word most often, found once for each word of a page: by its letters, and by lists of words that
/// are seldom said.
struct WordTraits: OptionSet, Sendable {
  let rawValue: UInt16

  /// It has a digit.
  static let digit = WordTraits(rawValue: UInt16(SLUICE_TRAIT_DIGIT))
  /// An apostrophe or a hyphen joins its parts.
  static let joined = WordTraits(rawValue: UInt16(SLUICE_TRAIT_JOINED))
  static let hesitation = WordTraits(rawValue: 1 << 2)
  static let negation = WordTraits(rawValue: 1 << 4)
  /// A paragraph with it may hold a notice.
  static let noticeSubject = WordTraits(rawValue: 1 << 5)
  /// A paragraph with both may.
  static let noticeMaking = WordTraits(rawValue: 1 << 6)
  static let noticePurpose = WordTraits(rawValue: 1 << 7)

  /// The words of the lists, with what they are.
  static let lexicon: WordTable<WordTraits> = {
    var traits: [UInt64: WordTraits] = [:]
    func add(_ trait: WordTraits, _ words: String) {
      for word in words.split(separator: " ") {
        let letters = Array(word.utf8)
        traits[wordHash(letters, 0..<letters.count), default: []].insert(trait)
      }
    }
    add(.hesitation, RestartWords.hesitations)
    add(.negation, RestartWords.negations)
    add(.noticeSubject, NoticeScreen.parts)
    for (words, cue) in NoticeCues.lists {
      if !cue.isDisjoint(with: [.transcript, .right, .editor]) { add(.noticeSubject, words) }
      if cue.contains(.making) { add(.noticeMaking, words) }
      if cue.contains(.purpose) { add(.noticePurpose, words) }
    }
    return WordTable(hashes: traits)
  }()
}
