/// The units into which ``NLTokenizer`` cuts a text.
public enum NLTokenUnit: Int, Sendable {
  case word, sentence, paragraph, document
}
