public import Sluice

/// Where patterns come from.
///
/// The file is JSON Lines in UTF-8: one pattern a line, with the keys of ``PatternEntry``. Empty lines and lines that
/// begin with `#` say nothing. A file named `.yaml` or `.yml` is a sequence of the same entries.
///
/// ```
/// # policy terms
/// {"label": "ORG", "phrase": "Shanghai Cooperation Organisation", "id": "Q485207"}
/// {"label": "LAW", "tokens": [{"text": "Section"}, {"regex": "\\d+[A-Z]?"}, {"gap": "0..3"}, {"text": "Act"}]}
/// ```
public struct PatternSettings: StageSettings {
  @Setting("File of patterns: JSON Lines, one pattern a line, or a sequence of them in .yaml.")
  public var file: SettingFile? = nil
  @Setting("Patterns in place, before those of the file.")
  public var patterns: [PatternEntry] = []
  @Setting(
    "What wins where mentions overlap: before or after what tag.entities found, or a number above or below 0."
  )
  public var priority = MatchPriority.before

  public init() {}
}
