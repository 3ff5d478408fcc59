import Sluice

/// What is known of a document beside its text.
struct DocumentFacts {
  /// Names in the layer of turns.
  var speakers: [String] = []
  var authors: [String] = []
  /// The day from which relative dates are told.
  var date: CivilDate?

  init() {}

  init(_ document: Document) {
    speakers = document[.turns]?.names ?? []
    authors = document.metadata.authors
    date = document.metadata.date.flatMap { CivilDate(iso: $0) }
  }
}
