import Sluice

/// Reads where the links of a page lead.
struct PageLinks {
  private let reading: PageReading
  private let bytes: UnsafeBufferPointer<UInt8>
  private let base: AddressReference?
  /// The longest target that is kept, in bytes.
  private static let longest = 4096

  /// - Parameter uri: the address of the page, if it is known.
  init(_ reading: PageReading, _ bytes: UnsafeBufferPointer<UInt8>, uri: String?) {
    self.reading = reading
    self.bytes = bytes
    let own = uri.map { AddressReference($0[...]) }.flatMap { $0.isWeb ? $0 : nil }
    var declared: AddressReference?
    for (index, token) in reading.page.tokens.enumerated() where token.tag == .base && token.kind == .start {
      guard let href = reading.page.attribute(.href, of: index) else { continue }
      declared = AddressReference(bytes.string(href)[...]).resolved(against: own)
      break
    }
    base = declared.flatMap { $0.isWeb ? $0 : nil } ?? own
  }

  /// The layer for texts of links, each with its `a`, in order.
  func layer(_ spans: [(range: TextRange, node: Int32)]) -> Links {
    var links = Links()
    for span in spans {
      let token = Int(reading.tree.nodes[Int(span.node)].token)
      guard token >= 0, let href = reading.page.attribute(.href, of: token), href.count <= Self.longest
      else { continue }
      let reference = AddressReference(bytes.string(href)[...])
      let relation = reading.page.attribute(.rel, of: token).map { bytes.string($0) }
      guard !href.isEmpty, !reference.isScript else { continue }
      links.append(
        span.range, target: reference.resolved(against: base).text,
        relation: relation.flatMap { $0.isEmpty ? nil : $0 })
    }
    return links
  }
}
