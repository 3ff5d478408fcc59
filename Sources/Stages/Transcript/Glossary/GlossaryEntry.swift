/// Words that transcripts get wrong, what is meant, and where.
struct GlossaryEntry: Sendable {
  /// As it stands in transcripts, capitals included.
  let from: String
  /// What is meant.
  let to: String
  /// One of these stands among the words around; empty where no company is needed.
  let near: [String]

  init(_ from: String, _ to: String, near: String = "") {
    self.init(from, to, near: near.split(separator: " ").map(String.init))
  }

  init(_ from: String, _ to: String, near: [String]) {
    self.from = from
    self.to = to
    self.near = near
  }
}
