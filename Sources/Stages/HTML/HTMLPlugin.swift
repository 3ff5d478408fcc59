public import Sluice

/// The stages of this module.
public enum HTMLPlugin: Plugin {
  public static let name = "SluiceHTML"
  public static let stages: [any Stage.Type] = [ParseHTML.self]
}
