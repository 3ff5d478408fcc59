/// The layers that a stage reads and writes; checked before a pipeline runs, and enforced while it does.
public struct Contract: Hashable, Sendable {
  /// Layers that must be there.
  public var requires: [LayerID]
  /// Layers that it reads when they are there.
  public var uses: [LayerID]
  /// Layers that it writes; no other stage may.
  public var provides: [LayerID]
  /// Layers of another stage that it corrects.
  public var revises: [LayerID]
  /// Layers that it adds to: those of another stage where there are any, else its own.
  public var extends: [LayerID]

  public init(
    requires: [LayerID] = [], uses: [LayerID] = [], provides: [LayerID] = [], revises: [LayerID] = [],
    extends: [LayerID] = []
  ) {
    self.requires = requires
    self.uses = uses
    self.provides = provides
    self.revises = revises
    self.extends = extends
  }
}

extension LayerID {
  public static let blocks = LayerKey.blocks.id
  public static let links = LayerKey.links.id
  public static let turns = LayerKey.turns.id
  public static let sentences = LayerKey.sentences.id
  public static let entities = LayerKey.entities.id
  public static let summary = LayerKey.summary.id
  public static let keyphrases = LayerKey.keyphrases.id
  public static let facts = LayerKey.facts.id
}
