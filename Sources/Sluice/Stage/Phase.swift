/// The phases of a pipeline, in the order that every pipeline keeps.
public enum Phase: String, Hashable, Sendable, CaseIterable, Comparable, CustomStringConvertible {
  /// Gets the bytes.
  case fetch
  /// Makes the text, with its alignment.
  case parse
  /// Edits the text; behind this phase it is frozen.
  case clean
  /// Finds tokens and sentences.
  case split
  /// Marks what the text speaks of.
  case tag
  /// Chooses what stands for the whole.
  case summarize

  public static func < (a: Phase, b: Phase) -> Bool { a.order < b.order }

  private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  public var description: String { rawValue }
}
