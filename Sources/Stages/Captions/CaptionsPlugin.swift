public import Sluice

/// The stages that parse captions.
public enum CaptionsPlugin: Plugin {
  public static let name = "SluiceCaptions"
  public static let stages: [any Stage.Type] = [ParseCaptions.self]
}
