/// The blocks of a page or text: what stands on its own between line breaks.
public struct Blocks: Layer {
  public enum Kind: String, Sendable, CaseIterable {
    case heading, paragraph, listItem = "list-item", quote, code, table, caption, other
  }

  /// A part of a page that later stages and readers look for.
  public enum Section: String, Sendable, CaseIterable {
    /// What was said in a recording, below a heading or in an element that is called a transcript.
    case transcript
  }

  public var ranges: [TextRange] = []
  public private(set) var kinds: [Kind] = []
  /// Level of a heading, 1 to 6; depth of a list item, from 1; 0 for all else.
  public private(set) var levels: [UInt8] = []
  /// The section that each block is part of, `nil` for most.
  public private(set) var sections: [Section?] = []

  public init() {}

  public mutating func append(_ kind: Kind, level: Int = 0, section: Section? = nil, _ range: TextRange) {
    ranges.append(range)
    kinds.append(kind)
    levels.append(UInt8(clamping: level))
    sections.append(section)
  }

  public mutating func keep(_ rows: [Bool]) {
    ranges.keep(rows)
    kinds.keep(rows)
    levels.keep(rows)
    sections.keep(rows)
  }

  /// Makes blocks part of a section.
  public mutating func mark(_ rows: Range<Int>, as section: Section) {
    for row in rows { sections[row] = section }
  }
}

extension LayerKey where Value == Blocks {
  public static var blocks: Self { Self("blocks") }
}
