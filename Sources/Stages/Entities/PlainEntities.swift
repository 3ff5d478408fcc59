package import Sluice

extension TagEntities {
  /// The mentions in a text that is no document, for modules that wrap the stage.
  ///
  /// - Parameters:
  ///   - text: valid UTF-8.
  ///   - sentences: the sentences of the text, in order.
  ///   - labels: the labels to give.
  package static func mentions(
    in text: [UInt8], sentences: [TextRange], labels: Set<EntityLabel>
  ) -> Entities {
    guard let table = TaggerTable.shipped else { return Entities() }
    var tagger = EntityTagger(table: table)
    // Only the deadline throws, and there is none here.
    let found = try? tagger.tag(
      Text(validUTF8: text), sentences, DocumentFacts(), labels: labels, checkDeadline: {})
    return found ?? Entities()
  }
}
