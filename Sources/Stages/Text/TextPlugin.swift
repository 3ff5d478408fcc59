public import Sluice

/// The stages of this module.
public enum TextPlugin: Plugin {
  public static let name = "SluiceText"
  public static let stages: [any Stage.Type] = [ParseText.self, ParseMarkdown.self, ParseTEI.self]
}
