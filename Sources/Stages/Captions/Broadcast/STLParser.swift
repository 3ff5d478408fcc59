import Sluice

/// Parses EBU STL (EBU Tech 3264): a general block, and 128 bytes for each part of a subtitle.
struct STLParser {
  static let headLength = 1024
  static let blockLength = 128

  /// The charset of a file's texts, by its character code table.
  static func charset(of source: [UInt8]) -> String {
    guard source.count > 13 else { return "iso-6937" }
    switch source[13] {
    case UInt8(ascii: "1"): return "iso-8859-5"
    case UInt8(ascii: "2"): return "iso-8859-6"
    case UInt8(ascii: "3"): return "iso-8859-7"
    case UInt8(ascii: "4"): return "iso-8859-8"
    default: return "iso-6937"
    }
  }

  /// - Parameter decoded: the source in ``charset(of:)``; texts are ranges of it.
  static func parse(_ source: [UInt8], _ decoded: DecodedSource) -> CaptionTrack {
    var track = CaptionTrack(.literal)
    guard source.count >= headLength, source[3..<6].elementsEqual("STL".utf8) else {
      track.isRecognized = false
      return track
    }
    let rate = Double(String(decoding: source[6..<8], as: UTF8.self)) ?? 25
    var number = -1
    var block = headLength
    while block + blockLength <= source.count {
      defer { block += blockLength }
      let isComment = source[block + 15] == 1
      let extensionNumber = source[block + 3]
      guard !isComment, extensionNumber != 0xFE else { continue }
      let own = Int(source[block]) << 16 | Int(source[block + 2]) << 8 | Int(source[block + 1])
      let first = track.pieces.count
      pieces(of: source, block + 16..<block + blockLength, decoded, &track.pieces)
      if own == number, let last = track.captions.indices.last {
        track.captions[last].pieces = track.captions[last].pieces.lowerBound..<track.pieces.count
        continue
      }
      number = own
      func time(_ at: Int) -> Double {
        let fields = source[at..<at + 4].map(Double.init)
        return fields[0] * 3600 + fields[1] * 60 + fields[2] + fields[3] / max(rate, 1)
      }
      var caption = Caption(start: time(block + 5), end: time(block + 9))
      caption.pieces = first..<track.pieces.count
      track.captions.append(caption)
    }
    if block < source.count { track.leniencies.note(.truncated) }
    for index in track.captions.indices {
      let pieces = track.pieces[track.captions[index].pieces]
      if let first = pieces.first, let last = pieces.last {
        track.captions[index].text = first.lowerBound..<last.upperBound
      }
    }
    return track
  }

  /// The runs of characters between control codes; 0x8F fills what is not used.
  private static func pieces(
    of source: [UInt8], _ field: Range<Int>, _ decoded: DecodedSource, _ pieces: inout [Range<Int>]
  ) {
    var start = field.lowerBound
    func flush(_ end: Int) {
      if start < end, let range = decoded.alignment.text(of: SourceRange(start, end)) {
        pieces.append(range.bounds)
      }
    }
    for index in field {
      let byte = source[index]
      guard byte < 0x20 || (0x7F...0x9F).contains(byte) else { continue }
      flush(index)
      start = index + 1
      if byte == 0x8F { return }
    }
    flush(field.upperBound)
  }
}
