public import Sluice

/// The stages that fetch documents.
public enum FetchPlugin: Plugin {
  public static let name = "SluiceFetch"
}
