/// What looks like a speaker's label at the start of a line, before it is known whether it is one.
struct Label {
  /// How labels of one kind are written; a document keeps to few of them.
  enum Form: Hashable, CaseIterable {
    /// `MR. SMITH:`, `HOST:`
    case capitals
    /// `Jane Smith:`, `Speaker 1:`
    case title
    /// `Mr. SMITH of Ohio. `, as in the Congressional Record
    case record
    /// `Q:`, `A.`, `Question:`
    case questionAnswer
    /// `[Jane Smith]`
    case bracket
    /// `>> ` with or without a name
    case chevron
    /// `Jane Smith 1:23`, alone on its line
    case timed
    /// Any other signs around a name that come back with it
    case pattern
  }

  var form: Form
  /// From the start of the label to where the speech begins.
  var range: Range<Int>
  /// The name without marks, times and what is in parentheses; empty when the label gives none.
  var name: Range<Int>
  /// What follows the name in parentheses, `(Mr. Foley)`.
  var qualifier: Range<Int>?
  var time: Double?
  /// `:`, `.` or a space behind Q and A.
  var separator: UInt8 = 0
  var isQuestion = false
  /// Set in bold or italics in Markdown.
  var isEmphasized = false
  /// What follows on its line looks like speech: it is long, or ends as sentences do.
  var precedesSpeech = false
}
