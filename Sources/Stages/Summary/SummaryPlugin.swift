public import Sluice

/// The stages of this module.
public enum SummaryPlugin: Plugin {
  public static let name = "SluiceSummary"
  public static let stages: [any Stage.Type] = [
    SummarizeExtract.self, SummarizeQuery.self, SummarizeKeyphrases.self, SummarizeFacts.self,
  ]
}
