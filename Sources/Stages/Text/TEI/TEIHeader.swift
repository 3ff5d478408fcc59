import Sluice

/// What the header of a TEI document says of it (TEI P5, chapter 2).
struct TEIHeader {
  private var title: String?
  private var authors: [String] = []
  private var date: String?
  private var license: String?
  private var speakers: [String] = []
  var language: String?

  private var path: [String] = []
  private var text = ""
  private var person: String?
  private static let longest = 2000

  mutating func start(_ name: String, _ attributes: [(name: String, value: String)]) {
    path.append(name)
    func value(_ key: String) -> String? {
      attributes.first { $0.name == key }?.value
    }
    switch name {
    case "title", "author", "persName", "date": text = ""
    case "language": language = language ?? value("ident")
    case "licence", "license": license = license ?? value("target")
    case "person": person = value("xml:id")
    default: break
    }
    if name == "date", path.contains("publicationStmt") || path.contains("settingDesc"),
      let day = value("when")
    {
      date = date ?? Self.day(day)
    }
  }

  mutating func add(_ more: String) {
    guard text.utf8.count < Self.longest, !more.isEmpty else { return }
    text += text.isEmpty ? more : " " + more
  }

  mutating func end(_ name: String) {
    defer { if let place = path.lastIndex(of: name) { path.removeSubrange(place...) } }
    guard !text.isEmpty else { return }
    switch name {
    case "title" where path.contains("titleStmt"): title = title ?? text
    case "author" where path.contains("titleStmt") && authors.count < 20: authors.append(text)
    case "date" where path.contains("publicationStmt"): date = date ?? Self.day(text)
    case "persName", "name":
      if path.contains("person"), let id = person, speakers.count < 200 { speakers.append("\(id): \(text)") }
    default: break
    }
    if name == "persName" || name == "surname" || name == "forename" { return }
    if name == "title" || name == "author" || name == "date" { text = "" }
  }

  /// A day in ISO 8601 at the beginning of a text.
  private static func day(_ text: String) -> String? {
    let day = text.prefix(10)
    let isDay =
      day.utf8.count == 10
      && day.utf8.enumerated().allSatisfy { offset, byte in
        offset == 4 || offset == 7 ? byte == UInt8(ascii: "-") : (0x30...0x39).contains(byte)
      }
    return isDay ? String(day) : nil
  }

  /// Sets the fields that the document does not have yet.
  func write(to metadata: inout Metadata) {
    func set(_ key: String, _ value: String?, _ evidence: String) {
      guard let value, !value.isEmpty, metadata[key] == nil else { return }
      metadata.set(key, .string(value), evidence: evidence)
    }
    set("title", title, "teiHeader/title")
    if !authors.isEmpty, metadata["authors"] == nil {
      metadata.set("authors", .strings(authors), evidence: "teiHeader/author")
    }
    set("date", date, "teiHeader/date")
    set("language", language, "teiHeader/language")
    set("license", license, "teiHeader/licence")
    if !speakers.isEmpty { metadata.set("speakers", .strings(speakers), evidence: "teiHeader/person") }
  }
}
