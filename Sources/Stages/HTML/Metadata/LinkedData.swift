import Sluice

/// The JSON-LD of a page: all objects, with references by `@id` resolved one step.
struct LinkedData {
  /// The objects that describe the page's own content, most telling first.
  private(set) var works: [JSONValue] = []
  private(set) var sites: [JSONValue] = []
  private var byID: [String: JSONValue] = [:]

  /// Scripts that are larger than this hold catalogues.
  private static let largest = 2 << 20
  private static let mostObjects = 2000

  init(_ ranges: [Range<Int>], _ bytes: UnsafeBufferPointer<UInt8>) {
    var objects: [JSONValue] = []
    for range in ranges where range.count <= Self.largest {
      guard let value = Self.parse(bytes.slice(range)) else { continue }
      Self.collect(value, into: &objects, depth: 0)
    }
    for object in objects {
      if let id = object["@id"]?.string, (object.members?.count ?? 0) > 1, byID[id] == nil {
        byID[id] = object
      }
    }
    let ranked = objects.compactMap { object in Self.rank(object).map { (rank: $0, object: object) } }
    works = ranked.filter { $0.rank < 10 }.enumerated()
      .sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element.object)
    sites = ranked.filter { $0.rank >= 10 }.map(\.object)
  }

  private static func parse(_ script: UnsafeBufferPointer<UInt8>) -> JSONValue? {
    // XHTML's way to say that `<` is no markup.
    let start = script.range(of: "<![cdata[")?.upperBound ?? 0
    guard
      let first = script[start...].firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }),
      let last = lastBracket(script, isInSection: start > 0), first < last
    else { return nil }
    // Line breaks within strings are common, and no JSON.
    let content = script[first...last].map { $0 < 0x20 ? 0x20 : $0 }
    return (try? JSONParser.parse(content)) ?? (try? JSONParser.parse(withoutSlips(content)))
  }

  private static func lastBracket(_ script: UnsafeBufferPointer<UInt8>, isInSection: Bool) -> Int? {
    var end = script.count
    if isInSection, let close = script.lastIndex(of: UInt8(ascii: ">")), close > 1,
      script[close - 1] == UInt8(ascii: "]"), script[close - 2] == UInt8(ascii: "]")
    {
      end = close - 2
    }
    return script[..<end].lastIndex { $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "]") }
  }

  /// JSON without commas behind the last element of a list or object, which scripts allow.
  private static func withoutSlips(_ json: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var inString = false
    var index = 0
    while index < json.count {
      let byte = json[index]
      if byte == UInt8(ascii: "\\"), inString, index + 1 < json.count {
        result += json[index...index + 1]
        index += 2
        continue
      }
      if byte == UInt8(ascii: "\"") { inString.toggle() }
      if !inString, byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
        let ink = result.lastIndex { $0 > 0x20 }
        if let ink, result[ink] == UInt8(ascii: ",") { result.removeSubrange(ink...) }
      }
      result.append(byte)
      index += 1
    }
    return result
  }

  private static func collect(_ value: JSONValue, into objects: inout [JSONValue], depth: Int) {
    guard depth < 8, objects.count < mostObjects else { return }
    if let elements = value.array {
      for element in elements { collect(element, into: &objects, depth: depth + 1) }
    } else if let members = value.members {
      objects.append(value)
      for member in members {
        switch member.key {
        case "@graph", "mainEntity", "mainEntityOfPage", "author", "publisher", "video", "isPartOf", "about",
          "blogPost", "blogPosts", "hasPart", "subjectOf", "associatedMedia", "item", "audio", "partOfSeries":
          collect(member.value, into: &objects, depth: depth + 1)
        default: break
        }
      }
    }
  }

  static func types(_ object: JSONValue) -> [String] {
    guard let type = object["@type"] else { return [] }
    return type.string.map { [$0] } ?? (type.array ?? []).compactMap(\.string)
  }

  static func isArticle(_ object: JSONValue) -> Bool {
    types(object).contains {
      $0.hasSuffix("Article") || $0.hasSuffix("Posting") && $0 != "JobPosting" || $0 == "Report"
    }
  }

  /// Below 10 for works; lower is more telling.
  private static func rank(_ object: JSONValue) -> Int? {
    if isArticle(object) { return 0 }
    for type in types(object) {
      switch type {
      case "VideoObject", "PodcastEpisode", "Episode", "AudioObject", "Clip": return 1
      case "Recipe", "Product", "Book", "Movie", "Event", "Course", "QAPage", "Question", "HowTo",
        "CreativeWork",
        "Review", "SoftwareApplication", "Dataset", "TVEpisode", "JobPosting", "Service", "FAQPage":
        return 2
      case "WebPage", "ItemPage", "CollectionPage", "AboutPage", "MedicalWebPage": return 3
      case "WebSite", "Organization", "NewsMediaOrganization", "Corporation": return 10
      default: break
      }
    }
    return nil
  }

  /// Follows `{"@id": …}` to the object that it names.
  func resolve(_ value: JSONValue) -> JSONValue {
    guard let id = value["@id"]?.string, value["name"] == nil, let object = byID[id] else { return value }
    return object
  }

  /// Names in a value that is a text, an object with a name, or a list of such.
  func names(_ value: JSONValue?) -> [String] {
    guard let value else { return [] }
    if let text = value.string { return [Self.clean(text)] }
    if let elements = value.array { return elements.prefix(20).flatMap { names($0) } }
    let object = resolve(value)
    if let list = object["name"]?.array { return list.compactMap(\.string).map(Self.clean) }
    return object["name"]?.string.map { [Self.clean($0)] } ?? []
  }

  /// The names of the authors of the first work that names any; reviews of the work and its sellers have others.
  func authors() -> [String] {
    for work in works
    where !Self.types(work).contains(where: { ["Review", "Product", "Service"].contains($0) }) {
      for key in ["author", "creator"] {
        let found = names(work[key]).filter { !$0.isEmpty }
        if !found.isEmpty { return found }
      }
    }
    return []
  }

  /// The address that a work or the object under a key has.
  func address(_ key: String) -> String? {
    for work in works {
      guard let value = work[key] else { continue }
      let object = resolve(value.array?.first ?? value)
      if let text = object.string ?? object["url"]?.string ?? object["@id"]?.string {
        return Self.clean(text)
      }
    }
    return nil
  }

  /// The first text that any work has under a key.
  func text(_ key: String, where isWanted: (JSONValue) -> Bool = { _ in true }) -> String? {
    for work in works where isWanted(work) {
      if let text = work[key]?.string ?? work[key]?.array?.first?.string {
        let clean = Self.clean(text)
        if !clean.isEmpty { return clean }
      }
    }
    return nil
  }

  /// JSON-LD is no HTML, but many pages escape it as if it were.
  static func clean(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let decoded = bytes.contains(UInt8(ascii: "&")) ? CharacterReferences.decodeAll(bytes.span) : bytes
    return String(decoding: decoded, as: UTF8.self).withoutTags.collapsed
  }
}
