public import Sluice

/// Writes a document's cues as WebVTT, with a voice for each that somebody is known to speak; a document without cues
/// gives a cue for each turn that has a time.
///
/// Several documents follow each other under notes with their ids; players want one a file.
public struct WebVTTWriter: Writer {
  public static let name = "vtt"

  public init(_ options: WriterOptions) {}

  public var header: [UInt8] { Array("WEBVTT\n\n".utf8) }

  /// - Throws: ``SluiceError`` with code `.contract` for a document without times.
  public func encode(_ document: Document) throws -> [UInt8] {
    var text = "NOTE \(Self.escaped(document.id.split { $0.isNewline }.joined(separator: " ")))\n\n"
    for cue in try TimedLines(document).cues {
      var lines: [String] = []
      for line in cue.lines {
        guard let words = TimedLines.words(line, in: document) else { continue }
        let voice = line.speaker.map {
          "<v \(Self.escaped($0.split { $0.isNewline }.joined(separator: " ")))>"
        }
        lines.append((voice ?? "") + words.map(Self.escaped).joined(separator: "\n"))
      }
      guard !lines.isEmpty else { continue }
      if let identifier = cue.identifier, !identifier.contains("-->"),
        !identifier.contains(where: \.isNewline)
      {
        text += identifier + "\n"
      }
      text += "\(TimedLines.clock(cue.start, ".")) --> \(TimedLines.clock(cue.end, "."))\n"
      text += lines.joined(separator: "\n") + "\n\n"
    }
    return Array(text.utf8)
  }

  private static func escaped(_ text: String) -> String {
    var result: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): result += "&amp;".utf8
      case UInt8(ascii: "<"): result += "&lt;".utf8
      case UInt8(ascii: ">"): result += "&gt;".utf8
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
