public import Sluice

/// The stages of this module.
public enum SentencesPlugin: Plugin {
  public static let name = "SluiceSentences"
  public static let stages: [any Stage.Type] = [SplitSentences.self, SplitTokens.self]
}
