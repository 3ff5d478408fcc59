/// What the rules think of a candidate, and why.
package struct Opinion {
  /// The rules, by what they look at. The numbers are features of the table: keep them.
  enum Rule: UInt8 {
    case blank, lineSetting, line, lineOpenWord, lineComma, lineLower, lineEnumerator, noMark
    case beforeNote, beforeEmoticon, behindNote, behindEmoticon, behindAddress, behindTimeStamp, behindLabel
    case spacedEllipsis, ellipsis, exclamation, question, reporter, closedLower
    case enumerator, listItem, abbreviation, beforeName, beforeNumber, either, citation, initial, acronym
    case lower, bracketLower, noGap, number, capital, opener, other, userAbbreviation, bullet
  }

  var isBoundary: Bool
  var rule: Rule
  /// The rule decides; the table is not asked.
  var isSure = false
  var abbreviation = Abbreviations.Class.none

  init(_ isBoundary: Bool, _ rule: Rule, isSure: Bool = false) {
    self.isBoundary = isBoundary
    self.rule = rule
    self.isSure = isSure
  }
}
