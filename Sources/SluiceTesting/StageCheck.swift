public import Sluice

/// Checks that a stage keeps the promises of ``Stage``, on documents of your choice.
///
/// ```swift
/// #expect(try await checkStage(Redact(), on: [.text("Write to ann@example.org.")]) == [])
/// ```
///
/// For each document it holds that
/// - the stage writes the layers of its contract and no other, and edits the text in the clean phase only;
/// - all ranges of all layers lie inside the text, on borders of characters, in document order;
/// - the edits can be reverted to the parsed text, and the alignment still covers the text without going backwards;
/// - it gives the same result a second time, in another order, and on a copy of the stage.
///
/// - Parameters:
///   - stage: the stage, as a pipeline would make it.
///   - documents: parsed documents with the layers that the stage requires; `Document.text(_:)` makes plain ones.
/// - Returns: the broken promises, one line each; empty when all is well.
public func checkStage(_ stage: some Stage, on documents: [Document]) async throws -> [String] {
  var broken: [String] = []
  var first: [Document] = []
  for document in documents {
    first.append(try await run(stage, on: document, &broken))
  }
  // One copy takes them all, in the opposite order: what it keeps between documents must not show.
  var worn = stage
  for (document, expected) in zip(documents, first).reversed() {
    var again = document
    again.enter(type(of: stage).name.phase)
    try? await worn.process(&again)
    if !again.isEqual(to: expected) {
      broken.append("\(document.id): the result depends on what the stage has seen before")
    }
  }
  return broken
}

private func run(
  _ stage: some Stage, on document: Document, _ broken: inout [String]
) async throws -> Document {
  let name = type(of: stage).name
  var stage = stage
  var result = document
  result.enter(name.phase)
  do {
    try await stage.process(&result)
  } catch {
    broken.append("\(document.id): it failed: \(error)")
    return result
  }
  let contract = stage.contract
  let allowed = Set(contract.provides + contract.revises + contract.extends)
  for layer in result.layerIDs where !document.has(layer) && !allowed.contains(layer) {
    broken.append("\(document.id): it wrote the layer '\(layer)', which its contract does not name")
  }
  for layer in contract.provides + contract.extends where !result.has(layer) {
    broken.append("\(document.id): it did not write the layer '\(layer)'")
  }
  broken += result.brokenInvariants()
  return result
}
