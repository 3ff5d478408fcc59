public import Sluice

/// A text before its edits with the edits marked in it: what stayed, what was taken out, what was put in.
public struct MarkedText: Sendable {
  /// What became of a stretch.
  public enum Fate: Sendable {
    case kept
    case deleted
    case inserted
  }

  /// A stretch of one fate, and the rule that decided it.
  public struct Stretch: Sendable {
    public let fate: Fate
    /// UTF-8.
    public let bytes: [UInt8]
    /// Id of the rule and class of its edits; `nil` where the text was kept.
    public let rule: String?
    public let kind: EditClass?

    public var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  /// In the order of the text; without those that are neither kept nor deleted of it nor inserted for good.
  public let stretches: [Stretch]

  /// - Parameters:
  ///   - original: the text before all edits.
  ///   - edits: the log that leads from it to the final text.
  public init(_ original: Text, _ edits: EditLog) {
    var pieces = [Piece(fate: .kept, bytes: original.bytes[...], rule: nil, kind: nil)]
    for pass in edits.passes { pieces = Self.apply(edits.entries[pass], to: pieces) }
    var result: [Stretch] = []
    for piece in pieces where !piece.bytes.isEmpty {
      if let last = result.last, last.fate == piece.fate, last.rule == piece.rule {
        result[result.count - 1] = Stretch(
          fate: last.fate, bytes: last.bytes + piece.bytes, rule: last.rule, kind: last.kind)
      } else {
        result.append(
          Stretch(fate: piece.fate, bytes: Array(piece.bytes), rule: piece.rule, kind: piece.kind))
      }
    }
    stretches = result
  }

  private struct Piece {
    var fate: Fate
    var bytes: ArraySlice<UInt8>
    var rule: String?
    var kind: EditClass?
  }

  /// Carries one pass out over the pieces: what it takes of kept text is marked, of inserted text dropped.
  private static func apply(_ pass: ArraySlice<EditLog.Entry>, to pieces: [Piece]) -> [Piece] {
    var result: [Piece] = []
    var rest = pieces[...]
    var current: Piece?
    // Offset of the first byte not yet passed on, in the text behind the pass.
    var offset = 0
    func next() -> Piece? {
      if let piece = current {
        current = nil
        return piece
      }
      return rest.popFirst()
    }
    /// Passes on text of a length; with an entry, as taken out by it.
    func move(_ count: Int, _ entry: EditLog.Entry?) {
      var left = count
      while left > 0, var piece = next() {
        if piece.fate == .deleted {
          result.append(piece)
          continue
        }
        var part = piece
        part.bytes = piece.bytes.prefix(left)
        piece.bytes = piece.bytes.dropFirst(left)
        left -= part.bytes.count
        if !piece.bytes.isEmpty { current = piece }
        guard let entry else {
          result.append(part)
          continue
        }
        guard part.fate == .kept else { continue }
        result.append(Piece(fate: .deleted, bytes: part.bytes, rule: entry.rule, kind: entry.kind))
      }
    }
    for entry in pass {
      move(Int(entry.offset) - offset, nil)
      move(entry.before.count, entry)
      if !entry.after.isEmpty {
        result.append(Piece(fate: .inserted, bytes: entry.after[...], rule: entry.rule, kind: entry.kind))
      }
      offset = Int(entry.offset) + entry.after.count
    }
    while let piece = next() { result.append(piece) }
    return result
  }
}
