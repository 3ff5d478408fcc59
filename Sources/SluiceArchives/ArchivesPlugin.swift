public import Sluice

/// The readers that come with Sluice.
public enum ArchivesPlugin: Plugin {
  public static let name = "archives"
  public static let readers: [any Reader.Type] = [
    JSONLinesReader.self, ContainerReader.self, WARCReader.self,
  ]
}
