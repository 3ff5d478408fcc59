import Sluice
import SluiceArchives
import SluiceHash

/// One commit of a run: how far the inputs are read, and how long each file was by then.
struct JournalEntry: Hashable {
  /// From 1, without gaps.
  var sequence = 0
  /// Where reading goes on.
  var position = InputPosition.start
  var counts = RunCounts()
  /// Number and length of the part that grows, and the CRC-32 over all bytes of all parts.
  var part = 0
  var partLength = 0
  var crc: UInt32 = 0
  var deadLength = 0
  var duplicatesLength = 0
  var fingerprintsLength = 0
  /// `true` when the inputs are at their end, and only the names of the files are left to be given.
  var isLast = false

  /// JSON, a space, the CRC-32 of the JSON, a line feed.
  var line: [UInt8] {
    var members: [JSONValue.Member] = [.init("commit", .integer(sequence)), .init("position", position.json)]
    members += counts.members
    members += [
      .init("part", .integer(part)), .init("length", .integer(partLength)),
      .init("crc", .string(CRC32.hexadecimal(crc))), .init("deadLength", .integer(deadLength)),
      .init("duplicatesLength", .integer(duplicatesLength)),
      .init("fingerprintsLength", .integer(fingerprintsLength)), .init("last", .bool(isLast)),
    ]
    return JournalLine.encode(.object(members))
  }
}

extension JournalEntry {
  init?(_ json: JSONValue) {
    guard let sequence = json["commit"]?.integer, let place = json["position"],
      let position = InputPosition(json: place), let counts = RunCounts(json),
      let part = json["part"]?.integer, let length = json["length"]?.integer,
      let crc = json["crc"]?.string.flatMap({ UInt32($0, radix: 16) }),
      let deadLength = json["deadLength"]?.integer, let duplicatesLength = json["duplicatesLength"]?.integer,
      let fingerprintsLength = json["fingerprintsLength"]?.integer, let isLast = json["last"]?.bool
    else { return nil }
    self.init(
      sequence: sequence, position: position, counts: counts, part: part, partLength: length, crc: crc,
      deadLength: deadLength, duplicatesLength: duplicatesLength, fingerprintsLength: fingerprintsLength,
      isLast: isLast)
  }
}

/// A line of the journal: what was torn or spoiled shows by its checksum.
enum JournalLine {
  static func encode(_ value: JSONValue) -> [UInt8] {
    let json = Array(value.jsonText.utf8)
    return json + Array(" \(CRC32.hexadecimal(CRC32.of(json)))\n".utf8)
  }

  /// - Parameter line: without its line feed.
  static func decode(_ line: ArraySlice<UInt8>) -> JSONValue? {
    guard line.count > 9, line[line.endIndex - 9] == 0x20 else { return nil }
    let json = Array(line.dropLast(9))
    guard String(decoding: line.suffix(8), as: UTF8.self) == CRC32.hexadecimal(CRC32.of(json)) else {
      return nil
    }
    return try? JSONParser.parse(json)
  }
}
