/// The units into which ``NLTokenizer`` and ``NLTagger`` cut a text.
public enum NLTokenUnit: Int, Sendable {
  case word, sentence, paragraph, document
}
