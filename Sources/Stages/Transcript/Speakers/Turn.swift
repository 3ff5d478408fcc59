/// One speech, while its document is being cleaned.
struct Turn {
  /// What is said, in the current text.
  var range: Range<Int>
  /// Who says it, by the name that stands for the person in the whole document.
  var speaker: String?
  /// `question` or `answer`, where the label says no more.
  var role: String?
  /// Seconds from the start of the recording.
  var start: Double?
  var end: Double?
}
