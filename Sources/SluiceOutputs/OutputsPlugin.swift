public import Sluice

/// The writers that come with Sluice.
public enum OutputsPlugin: Plugin {
  public static let name = "outputs"
  public static let writers: [any Writer.Type] = [
    JSONLinesWriter.self, TextWriter.self, WebVTTWriter.self, SubRipWriter.self,
  ]
}
