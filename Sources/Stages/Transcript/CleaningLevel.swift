public import Sluice

/// How much of what was said a transcript keeps, in the terms of transcription houses. A level is a set of classes
/// of edits.
public enum CleaningLevel: String, Sendable, CaseIterable, SettingValue {
  /// Every word stays: only characters and layout change.
  case verbatim
  /// Notices, labels, stage directions, timestamps, hesitations and stutters leave the text.
  case clean
  /// As ``clean``, and false starts too, once there are rules for them.
  case edited

  /// The classes of edits that may be made.
  public var classes: Set<EditClass> {
    switch self {
    case .verbatim: [.charset, .layout]
    case .clean:
      [.charset, .layout, .notice, .label, .timestamp, .stageDirection, .filler, .repetition, .falseStart]
    case .edited:
      [
        .charset, .layout, .notice, .label, .timestamp, .stageDirection, .filler, .repetition, .falseStart,
        .respelling,
      ]
    }
  }
}

extension EditClass {
  /// A time mark of the recording.
  public static let timestamp = EditClass("timestamp")
}
