/// The version of this package, by semantic versioning; every record carries it.
public enum SluiceVersion {
  public static let current = "0.1.0"
}
