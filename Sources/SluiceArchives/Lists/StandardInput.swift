import Sluice

/// Standard input as inputs: JSON lines when it begins as such, else one document.
struct StandardInput: Sendable {
  /// The argument that stands for it.
  static let argument = "-"
  /// What stands for it in ids.
  static let id = "stdin"

  private enum State {
    case unread
    case lines(JSONLinesReader)
    case done
  }

  private let file: FileDescriptor
  private var state = State.unread

  init(_ file: FileDescriptor = .standardInput) {
    self.file = file
  }

  mutating func next() throws -> Input? {
    switch state {
    case .done: return nil
    case .lines(var lines):
      defer { state = .lines(lines) }
      return try lines.next()
    case .unread:
      var head: [UInt8] = []
      while head.count < 64, case let more = try file.read(upTo: 1 << 16), !more.isEmpty { head += more }
      if Self.beginsAsLines(head) {
        var lines = JSONLinesReader(file, head: head)
        lines.label = Self.id
        state = .lines(lines)
        return try next()
      }
      state = .done
      return head.isEmpty ? nil : try document(head)
    }
  }

  private func document(_ head: [UInt8]) throws -> Input {
    var bytes = head
    while case let more = try file.read(upTo: 1 << 18), !more.isEmpty {
      bytes += more
      guard bytes.count <= Input.maximumSize else {
        let error = SluiceError(.tooLarge, "standard input has more than \(Input.maximumSize) bytes")
        return Input(id: Self.id, content: .failure(error))
      }
    }
    return Input(id: Self.id, content: .source(Source(bytes, mediaType: MediaType.sniff(bytes))))
  }

  /// `true` for a line that begins an object and a member of it: `{"`.
  static func beginsAsLines(_ head: [UInt8]) -> Bool {
    let mark = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let start = head[mark...].drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
    guard start.first == UInt8(ascii: "{") else { return false }
    return start.dropFirst().drop { [0x20, 0x09].contains($0) }.first == UInt8(ascii: "\"")
  }
}
