import Sluice

/// One name for each person across the ways in which labels write it: `MS. ORTEGA`, `ORTEGA` and `Lucia Ortega`.
struct SpeakerNames {
  private struct Variant {
    var text: String
    var parts: NameParts
    var core: [String]
    var count: Int
    /// Index of the variant that it is one person with.
    var person: Int
  }

  private var variants: [Variant] = []
  private var indices: [String: Int] = [:]
  /// By the number of the person.
  private var displays: [Int: String] = [:]

  /// - Parameter names: the names of labels, as written, with how often they stand there.
  init(_ names: [(text: String, count: Int)], introduction: Introduction) {
    for (name, count) in names where !name.isEmpty {
      if let index = indices[name] {
        variants[index].count += count
        continue
      }
      let bytes = Array(name.utf8)
      let parts = NameParts(bytes, 0..<bytes.count)
      let core = parts.core.map { String(decoding: bytes[$0], as: UTF8.self).lowercased() }
      indices[name] = variants.count
      variants.append(Variant(text: name, parts: parts, core: core, count: count, person: variants.count))
    }
    mergeSame()
    mergeLastNames()
    for person in Set(variants.map(\.person)) { displays[person] = display(person, introduction) }
  }

  /// The name to show for a label's name.
  subscript(name: String) -> String? {
    indices[name].flatMap { displays[variants[$0].person] }
  }

  /// `MS. ORTEGA` and `ORTEGA`; but `MR. SMITH` and `MS. SMITH` are two, and then `SMITH` is neither.
  private mutating func mergeSame() {
    let groups = Dictionary(grouping: variants.indices) { variants[$0].core }
    for group in groups.values where group.count > 1 {
      let genders = Set(group.map { variants[$0].parts.gender }).subtracting([.any])
      if genders.count < 2 {
        let first = group.min() ?? 0
        for index in group { variants[index].person = first }
        continue
      }
      for gender in [SpeakerWords.Honorific.man, .woman, .any] {
        let same = group.filter { variants[$0].parts.gender == gender }
        for index in same { variants[index].person = same.min() ?? index }
      }
    }
  }

  /// `SMITH` and the one `JANE SMITH` of the document.
  private mutating func mergeLastNames() {
    var byLastName: [String: Set<Int>] = [:]
    for variant in variants where variant.core.count > 1 && variant.parts.hasName {
      byLastName[variant.core[variant.core.count - 1], default: []].insert(variant.person)
    }
    var target: [Int: Int] = [:]
    for variant in variants where variant.core.count == 1 && variant.parts.hasName {
      guard let full = byLastName[variant.core[0]], full.count == 1, let person = full.first else { continue }
      let genders = Set(
        variants.filter { $0.person == person || $0.person == variant.person }.map(\.parts.gender))
      if genders.subtracting([.any]).count < 2 { target[variant.person] = person }
    }
    for index in variants.indices {
      if let person = target[variants[index].person] { variants[index].person = person }
    }
  }

  private func display(_ person: Int, _ introduction: Introduction) -> String {
    let same = variants.indices.filter { variants[$0].person == person }
    guard
      let best = same.max(by: { a, b in
        (variants[a].core.count, variants[a].parts.words.count, variants[a].count, -a)
          < (variants[b].core.count, variants[b].parts.words.count, variants[b].count, -b)
      })
    else { return variants[person].text }
    let variant = variants[best]
    if variant.parts.hasName, variant.core.count == 1, let last = variant.text.split(separator: " ").last,
      let name = introduction.fullName(of: String(last))
    {
      return name
    }
    return NameCasing.display(variant.text, introduction)
  }
}
