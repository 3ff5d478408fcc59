public import Sluice

/// Where a JSON file of segments keeps what; what is not given is found by the names that are in use.
public struct CaptionFields: StageSettings {
  /// The units that numbers can be times in.
  public enum Unit: String, Sendable, CaseIterable, SettingValue { case auto, seconds, milliseconds }

  @Setting("Path of the list of segments, such as results.items.")
  public var segments: String? = nil
  @Setting("Member of a segment that has its text.")
  public var text: String? = nil
  @Setting("Member that has the start.")
  public var start: String? = nil
  @Setting("Member that has the end.")
  public var end: String? = nil
  @Setting("Member that has the duration, where there is no end.")
  public var duration: String? = nil
  @Setting("Member that has the speaker.")
  public var speaker: String? = nil
  @Setting("Unit of times that are numbers.")
  public var unit = Unit.auto

  public init() {}
}
