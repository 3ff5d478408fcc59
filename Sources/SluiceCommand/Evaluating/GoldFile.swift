import Sluice

/// One document of a gold file, with what it should become.
struct GoldDocument {
  let id: String
  /// Where it stands.
  let position: SourcePosition
  let text: String
  /// The whole line.
  let json: JSONValue
}

/// Reads gold files: JSON lines with `id`, `text` and what the stage is scored by.
enum GoldFile {
  /// - Parameters:
  ///   - member: the array that each line must have.
  ///   - needsText: each line must have a text as well.
  /// - Throws: `SluiceError` with file and line.
  static func read(
    _ path: String, needs member: String? = nil, needsText: Bool = true
  ) throws -> [GoldDocument] {
    let file = try LineReader(path)
    var documents: [GoldDocument] = []
    var known: Set<String> = []
    while let line = try file.next() {
      let position = SourcePosition(file: path, line: file.line, column: 1)
      let json: JSONValue
      do throws(JSONParser.Failure) {
        json = try JSONParser.parse(line)
      } catch {
        throw SluiceError(.configuration, "this is no JSON: \(error.message)", position: position)
      }
      let text = json["text"]?.string
      guard let id = json["id"]?.scalarText, text != nil || !needsText,
        member.map({ json[$0]?.array != nil }) ?? true
      else {
        let needed = ["an id"] + (needsText ? ["a text"] : []) + (member.map { [$0] } ?? [])
        throw SluiceError(
          .configuration, "a gold line has \(needed.formatted)", position: position)
      }
      guard known.insert(id).inserted else {
        throw SluiceError(.configuration, "the id '\(id)' stands twice", position: position)
      }
      documents.append(GoldDocument(id: id, position: position, text: text ?? "", json: json))
    }
    guard !documents.isEmpty else { throw SluiceError(.configuration, "\(path) has no documents") }
    return documents
  }
}

/// A text by code points, which the offsets of gold files count.
struct CodePoints {
  let scalars: [Unicode.Scalar]
  /// Byte offset of each, and of the end.
  private let offsets: [Int]

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    var offsets: [Int] = []
    offsets.reserveCapacity(scalars.count + 1)
    var offset = 0
    for scalar in scalars {
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    offsets.append(offset)
    self.offsets = offsets
  }

  /// How many code points stand before a byte.
  func index(ofByte byte: Int) -> Int {
    var low = 0
    var high = scalars.count
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] < byte { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// White space as Python's `str.isspace` has it.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || (0x1C...0x1F).contains(scalar.value)
  }
}

extension [String] {
  /// `an id, a text and entities`.
  fileprivate var formatted: String {
    count < 2 ? joined() : dropLast().joined(separator: ", ") + " and " + (last ?? "")
  }
}
