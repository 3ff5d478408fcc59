public import Sluice

/// The stages of this module.
public enum EntitiesPlugin: Plugin {
  public static let name = "SluiceEntities"
  public static let stages: [any Stage.Type] = [
    CleanRespell.self, TagEntities.self, TagNumbers.self, TagPatterns.self, TagGazetteer.self,
    TagCorrections.self,
    TagQuotes.self,
  ]
}
