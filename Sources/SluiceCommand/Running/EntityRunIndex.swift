import Sluice

/// The things that the records of a run name, with their documents and dates.
struct EntityRunIndex {
  struct Thing {
    var label: String
    var name: String
    var mentions = 0
    /// Mentions by document.
    var documents: [(id: String, date: String?, mentions: Int)] = []

    var json: [UInt8] {
      var json = JSONWriter()
      let dates = documents.compactMap(\.date).sorted()
      json.object { json in
        json.member("label", label)
        json.member("name", name)
        json.member("mentions", mentions)
        json.member("documents", documents.count)
        if let first = dates.first, let last = dates.last {
          json.member("first", first)
          json.member("last", last)
        }
        json.key("in")
        json.array { json in
          for document in documents {
            json.object { json in
              json.member("id", document.id)
              if let date = document.date { json.member("date", date) }
              json.member("mentions", document.mentions)
            }
          }
        }
      }
      return json.bytes
    }
  }

  private var byKey: [String: Int] = [:]
  private var found: [Thing] = []

  /// Adds one record.
  ///
  /// - Throws: `SluiceError` with code `.unreadable` when it is none.
  mutating func add(_ record: JSONValue) throws {
    guard let id = record["id"]?.string else { throw SluiceError(.unreadable, "a record has an id") }
    let date = record["metadata"]?["date"]?.string.map { String($0.prefix(10)) }
    for entry in record["entityIndex"]?.array ?? [] {
      guard let label = entry["label"]?.string, let name = entry["name"]?.string,
        let mentions = entry["mentions"]?.integer
      else { throw SluiceError(.unreadable, "a thing has a label, a name and mentions", document: id) }
      let key = "\(label)\u{0}\(name.lowercased())"
      let place = byKey[key] ?? found.count
      if place == found.count {
        byKey[key] = place
        found.append(Thing(label: label, name: name))
      }
      found[place].mentions += mentions
      if let last = found[place].documents.last, last.id == id {
        found[place].documents[found[place].documents.count - 1].mentions += mentions
      } else {
        found[place].documents.append((id, date, mentions))
      }
    }
  }

  /// All things, the most frequent first, those of equal count by name.
  var things: [Thing] {
    joined.sorted {
      ($1.mentions, $1.documents.count, $0.name, $0.label) < (
        $0.mentions, $0.documents.count, $1.name, $1.label
      )
    }
  }

  /// Single names of persons join the one full name that ends with them.
  private var joined: [Thing] {
    var fullNames: [String: [Int]] = [:]
    for (place, thing) in found.enumerated() where thing.label == "PERSON" {
      let words = thing.name.split(separator: " ")
      if words.count > 1, let last = words.last { fullNames[last.lowercased(), default: []].append(place) }
    }
    var things = found
    var gone: Set<Int> = []
    for (place, thing) in found.enumerated() where thing.label == "PERSON" && !thing.name.contains(" ") {
      guard let full = fullNames[thing.name.lowercased()], full.count == 1 else { continue }
      things[full[0]].mentions += thing.mentions
      for document in thing.documents {
        if let at = things[full[0]].documents.firstIndex(where: { $0.id == document.id }) {
          things[full[0]].documents[at].mentions += document.mentions
        } else {
          things[full[0]].documents.append(document)
        }
      }
      gone.insert(place)
    }
    return things.indices.filter { !gone.contains($0) }.map { things[$0] }
  }
}
