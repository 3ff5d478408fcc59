/// The voices of a layer, each name once, in order of appearance.
struct VoiceTable: Hashable, Sendable {
  private(set) var names: [String] = []
  private var indices: [String: Int32] = [:]

  /// Where a name stands, which is added if it is new; -1 for none.
  mutating func index(of name: String?) -> Int32 {
    guard let name else { return -1 }
    if let known = indices[name] { return known }
    let index = Int32(names.count)
    indices[name] = index
    names.append(name)
    return index
  }

  /// The name at an index, none for -1.
  subscript(index: Int32) -> String? { index < 0 ? nil : names[Int(index)] }
}
