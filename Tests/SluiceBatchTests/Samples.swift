import CLibZstd
import Foundation
import Sluice

/// Inputs and outputs of the runs that are tested.
enum Samples {
  /// A pipeline with the stage that fails on demand.
  static func pipeline(_ settings: String = "") -> String {
    """
    sluice: 1
    name: faulty
    stages:
      - parse.text
      - clean.fault: { \(settings) }
      - split.sentences

    """
  }

  /// Documents as JSON lines; some of them with another text.
  static func lines(_ count: Int, prefix: String = "d", texts: [Int: String] = [:]) -> String {
    (0..<count).map { number in
      let text =
        texts[number] ?? "Document \(prefix)\(number) is about the number \(number * 7919 % 1000). It rained."
      return "{\"id\": \"\(prefix)\(number)\", \"text\": \"\(text)\"}\n"
    }.joined()
  }

  /// The records of a run, in the order of its parts.
  static func records(_ folder: Folder, _ name: String) throws -> [JSONValue] {
    var records: [JSONValue] = []
    for file in try folder.names(name) where file.hasPrefix("part-") {
      let text = try decompress([UInt8](folder.data("\(name)/\(file)")))
      records += try text.split(separator: 0x0A).map { try JSONParser.parse(Array($0)) }
    }
    return records
  }

  static func ids(_ folder: Folder, _ name: String) throws -> [String] {
    try records(folder, name).compactMap { $0["id"]?.string }
  }

  static func manifest(_ folder: Folder, _ name: String) throws -> JSONValue {
    try JSONParser.parse([UInt8](folder.data("\(name)/manifest.json")))
  }

  private static func decompress(_ bytes: [UInt8]) throws -> [UInt8] {
    guard let stream = ZSTD_createDStream() else { return [] }
    defer { ZSTD_freeDStream(stream) }
    var result: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 17)
    var isBroken = false
    bytes.withUnsafeBytes { source in
      var input = ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: 0)
      while input.pos < input.size, !isBroken {
        let count = chunk.withUnsafeMutableBytes { target in
          var output = ZSTD_outBuffer(dst: target.baseAddress, size: target.count, pos: 0)
          isBroken = ZSTD_isError(ZSTD_decompressStream(stream, &output, &input)) != 0
          return output.pos
        }
        result += chunk[..<count]
      }
    }
    if isBroken { throw SluiceError(.unreadable, "no zstd frames") }
    return result
  }
}
