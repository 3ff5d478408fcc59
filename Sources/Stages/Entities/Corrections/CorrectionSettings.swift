public import Sluice

/// Where corrections come from; ``TagCorrections`` and ``CleanRespell`` read the same file.
///
/// The file is JSON Lines in UTF-8: one entry a line, with the keys of ``CorrectionEntry``. Empty lines and
/// lines that begin with `#` say nothing; the first entry may be the version of the format. A file named `.yaml` or
/// `.yml` is a sequence of the same entries.
///
/// ```
/// # transcripts of the Eurasia series
/// {"version": 1}
/// {"merge": ["Putin", "Vladimir Putin", "Mr Putin"], "name": "Vladimir Putin"}
/// {"drop": "Video Transcript"}
/// {"rename": "SCO", "name": "Shanghai Cooperation Organisation"}
/// {"relabel": "RMB", "label": "MONEY"}
/// {"add": "Belt and Road", "label": "EVENT"}
/// {"split": "Bush", "name": "George H. W. Bush"}
/// {"split": "Blinken, Secretary Yellen", "into": ["Blinken", "Yellen"]}
/// {"respell": "R&B", "as": "RMB", "near": ["renminbi", "share", "currency"]}
/// ```
public struct CorrectionSettings: StageSettings {
  @Setting("File of corrections: JSON Lines, one entry a line, or a sequence of them in .yaml.")
  public var file: SettingFile? = nil
  @Setting("Corrections in place, before those of the file.")
  public var entries: [CorrectionEntry] = []

  public init() {}

  /// All corrections, those in place first.
  ///
  /// - Throws: ``ConfigurationError`` with everything that is wrong with them, each with its line.
  func corrections(_ context: LoadContext) throws -> [Correction] {
    let reader = SettingsReader(directory: context.directory)
    var result = entries.compactMap { Correction($0, at: nil, reader) }
    if let file {
      result += CorrectionFile.read(try file.contents(), named: file.path, reader, yaml: context.readYAML)
    }
    guard reader.diagnostics.isEmpty else { throw ConfigurationError(reader.diagnostics) }
    return result
  }
}
