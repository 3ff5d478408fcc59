public import Sluice

/// The stages of this module.
public enum TranscriptPlugin: Plugin {
  public static let name = "SluiceTranscript"
  public static let stages: [any Stage.Type] = [
    CleanTranscript.self, CleanMojibake.self, CleanPunctuation.self,
  ]
}
