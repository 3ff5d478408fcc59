import Sluice
import SluiceArchives

/// What a run remembers of an input while its document is worked on.
struct InputTicket: Sendable {
  /// Of the input in the run, from 0.
  let number: Int
  let id: String
  let uri: String?
  /// The file that it came from, when it is a file.
  let path: String?
  let origin: InputOrigin?
  /// Where reading yields it, and where reading yields the next.
  let before: InputPosition
  let after: InputPosition

  init(_ input: Input, number: Int, before: InputPosition, after: InputPosition) {
    self.number = number
    id = input.id
    uri = input.uri
    if case .file(let path, _) = input.content { self.path = path } else { path = nil }
    origin = input.origin
    self.before = before
    self.after = after
  }
}
