/// The blocks of a page or text: what stands on its own between line breaks.
public struct Blocks: Layer {
  public enum Kind: String, Sendable, CaseIterable {
    case heading, paragraph, listItem = "list-item", quote, code, table, caption, other
  }

  public var ranges: [TextRange] = []
  public private(set) var kinds: [Kind] = []
  /// Level of a heading, 1 to 6; depth of a list item, from 1; 0 for all else.
  public private(set) var levels: [UInt8] = []

  public init() {}

  public mutating func append(_ kind: Kind, level: Int = 0, _ range: TextRange) {
    ranges.append(range)
    kinds.append(kind)
    levels.append(UInt8(clamping: level))
  }

  public mutating func keep(_ rows: [Bool]) {
    ranges.keep(rows)
    kinds.keep(rows)
    levels.keep(rows)
  }
}

extension LayerKey where Value == Blocks {
  public static var blocks: Self { Self("blocks") }
}
