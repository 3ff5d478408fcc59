public import Sluice

/// Writes a document's cues as SubRip; where another person begins to speak, the name stands before the words. A
/// document without cues gives a cue for each turn that has a time.
///
/// Several documents follow each other, each with numbers from one; players want one a file.
public struct SubRipWriter: Writer {
  public static let name = "srt"

  public init(_ options: WriterOptions) {}

  /// - Throws: ``SluiceError`` with code `.contract` for a document without times.
  public func encode(_ document: Document) throws -> [UInt8] {
    var text = ""
    var number = 0
    var last: String?
    for cue in try TimedLines(document).cues {
      var lines: [String] = []
      for line in cue.lines {
        guard let words = TimedLines.words(line, in: document) else { continue }
        let isNew = line.speaker != last && line.speaker != nil
        last = line.speaker
        lines.append((isNew ? "\(line.speaker ?? ""): " : "") + words.joined(separator: "\n"))
      }
      guard !lines.isEmpty else { continue }
      number += 1
      text += "\(number)\n\(TimedLines.clock(cue.start, ",")) --> \(TimedLines.clock(cue.end, ","))\n"
      text += lines.joined(separator: "\n") + "\n\n"
    }
    return Array(text.utf8)
  }
}
