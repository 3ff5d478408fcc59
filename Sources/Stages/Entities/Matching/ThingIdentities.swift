import Sluice

/// Which identity each thing of a user's list has in a document.
struct ThingIdentities {
  /// The identities; those that became part of another one have no mentions any more.
  private(set) var index: [Entities.Identity]
  private var places: [Int32: Int] = [:]
  private var highest: Int32 = 0
  private var byThing: [String: Int32] = [:]
  /// Identities that became part of another one.
  private var joined: [Int32: Int32] = [:]
  private var owner: [Int32: String] = [:]
  private var byName: [String: Int32] = [:]
  private let text: Text

  init(_ entities: Entities, _ text: Text) {
    index = entities.index
    self.text = text
    for (place, identity) in index.enumerated() {
      places[identity.id] = place
      highest = max(highest, identity.id)
      let name = OneLine.text(identity.name).lowercased()
      if byName[name] == nil { byName[name] = identity.id }
      if let key = identity.key, byThing[key] == nil {
        byThing[key] = identity.id
        owner[identity.id] = key
      }
    }
  }

  func current(_ id: Int32) -> Int32 {
    var id = id
    while let other = joined[id] { id = other }
    return id
  }

  func id(of thing: String) -> Int32 { byThing[thing].map(current) ?? 0 }

  /// The mention of a thing stands where one of an identity stood: they are the same, unless the identity is another
  /// thing's already.
  mutating func adopt(_ given: Int32, for thing: String) {
    let id = current(given)
    guard owner[id] == nil else { return }
    owner[id] = thing
    guard let known = byThing[thing].map(current), known != id else {
      byThing[thing] = id
      return
    }
    joined[id] = known
  }

  /// Gives a match's thing an identity, with the list's label, name and id.
  mutating func claim(_ match: ListMatch) {
    let name = match.name ?? OneLine.text(text[match.range])
    if byThing[match.thing] == nil, let known = byName[name.lowercased()] { adopt(known, for: match.thing) }
    if let id = byThing[match.thing].map(current) {
      guard let at = places[id] else { return }
      index[at].label = match.label
      if let name = match.name { index[at].name = name }
      if let key = match.key { index[at].key = key }
      return
    }
    let id = highest + 1
    highest = id
    places[id] = index.count
    index.append(Entities.Identity(id: id, label: match.label, name: name, mentions: 0, key: match.key))
    byThing[match.thing] = id
    owner[id] = match.thing
    byName[name.lowercased()] = byName[name.lowercased()] ?? id
  }
}

/// White space as single spaces.
enum OneLine {
  static func text(_ text: String) -> String {
    text.split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" || $0 == "\r\n" || $0 == "\u{A0}" }
      .joined(separator: " ")
  }
}
