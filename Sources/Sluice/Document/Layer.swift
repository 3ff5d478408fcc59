/// One kind of stand-off annotation over a document's text, as a struct of arrays.
///
/// Row `i` of a layer is the `i`-th element of each of its arrays. Rows stand in document order.
public protocol Layer: Sendable, Equatable {
  /// What each row annotates.
  var ranges: [TextRange] { get set }

  /// Drops the rows whose flag is `false`.
  mutating func keep(_ rows: [Bool])
}

extension Layer {
  public var count: Int { ranges.count }

  func isEqual(to other: any Layer) -> Bool {
    (other as? Self) == self
  }

  /// Moves the layer to the text after a pass of edits; rows that lost all their text go.
  public mutating func carry(across map: EditMap) {
    let were = ranges
    var moved = were
    let isAnyLost = map.move(&moved)
    ranges = moved
    guard isAnyLost else { return }
    keep(zip(moved, were).map { now, was in !now.isEmpty || was.isEmpty })
  }
}

extension Array {
  /// Drops the elements whose flag is `false`.
  public mutating func keep(_ rows: [Bool]) {
    var next = 0
    for index in indices where rows[index] {
      if next != index { self[next] = self[index] }
      next += 1
    }
    removeLast(count - next)
  }
}

/// The name of a layer, without its type: what contracts and messages speak of.
public struct LayerID: Hashable, Sendable, CustomStringConvertible {
  public let name: String

  public init(_ name: String) { self.name = name }

  public var description: String { name }
}

/// The name of a layer and the type of its content: `document[.sentences]` is a ``Sentences``.
///
/// Modules that bring layers of their own declare keys in an extension:
///
/// ```swift
/// extension LayerKey where Value == Quotes { static var quotes: Self { Self("quotes") } }
/// ```
public struct LayerKey<Value: Layer>: Hashable, Sendable {
  public let id: LayerID

  public init(_ name: String) { id = LayerID(name) }
}
