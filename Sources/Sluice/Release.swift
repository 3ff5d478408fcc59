/// The release of Sluice that this is.
public enum Release {
  /// Semantic version, as `--version` prints it and records carry it.
  public static let version = "0.1.0"
}
