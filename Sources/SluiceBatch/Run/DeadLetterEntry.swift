import Sluice
import SluiceArchives
import SluiceOutputs

/// A line of `dead.jsonl`: a dead letter, and where its input can be read again.
///
/// ```json
/// {"id":"…","uri":"…","stage":"parse.html","code":"deadline","message":"…",
///  "input":{"path":"crawl.warc.gz","offset":81723,"number":17,"position":{"source":0,…}}}
/// ```
///
/// `offset` is where reading the file can start again, `number` counts the inputs of the run from 0, and `position`
/// is what ``InputList`` takes up reading at.
struct DeadLetterEntry: Sendable {
  let json: JSONValue
  let position: InputPosition
  /// Of the input in the run.
  let number: Int

  private init(json: JSONValue, position: InputPosition, number: Int) {
    (self.json, self.position, self.number) = (json, position, number)
  }

  init(_ letter: DeadLetter, _ input: InputTicket) {
    var place: [JSONValue.Member] = []
    if let origin = input.origin {
      place.append(.init("path", .string(origin.path)))
      if let member = origin.member { place.append(.init("member", .string(member))) }
      place.append(.init("offset", .integer(origin.position.offset)))
    } else if let path = input.path {
      place += [.init("path", .string(path)), .init("offset", .integer(0))]
    }
    place += [.init("number", .integer(input.number)), .init("position", input.before.json)]
    json = .object((letter.json.members ?? []) + [.init("input", .object(place))])
    position = input.before
    number = input.number
  }

  init?(line: [UInt8]) {
    guard let json = try? JSONParser.parse(line), let input = json["input"],
      let position = input["position"].flatMap(InputPosition.init(json:)),
      let number = input["number"]?.integer
    else { return nil }
    (self.json, self.position, self.number) = (json, position, number)
  }

  /// The same input with another failure.
  func with(_ letter: DeadLetter) -> DeadLetterEntry {
    var members = letter.json.members ?? []
    if let input = json["input"] { members.append(.init("input", input)) }
    return DeadLetterEntry(json: .object(members), position: position, number: number)
  }

  /// The same as one of a longer run.
  ///
  /// - Parameter count: inputs that lie before it there.
  func behind(_ count: Int) -> DeadLetterEntry {
    guard var members = json.members, let place = members.firstIndex(where: { $0.key == "input" }),
      var input = members[place].value.members, let index = input.firstIndex(where: { $0.key == "number" })
    else { return self }
    input[index].value = .integer(number + count)
    members[place].value = .object(input)
    return DeadLetterEntry(json: .object(members), position: position, number: number + count)
  }

  var line: [UInt8] { Array(json.jsonText.utf8) + [0x0A] }

  /// All entries of a file.
  static func read(_ path: String) throws -> [DeadLetterEntry] {
    try FileBytes.read(path).split(separator: 0x0A).map { line in
      guard let entry = DeadLetterEntry(line: Array(line)) else {
        throw SluiceError(.io, "\(path) has a line that is no dead letter of a run")
      }
      return entry
    }
  }
}
