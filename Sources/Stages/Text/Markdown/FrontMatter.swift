import Sluice

/// The lines of `key: value` between two `---` at the beginning of a Markdown file, as static site generators
/// write them: texts, and lists of texts in brackets or on lines with a hyphen.
struct FrontMatter {
  /// Offset of the first byte behind it; 0 when there is none.
  private(set) var end = 0
  private(set) var values: [(key: String, texts: [String])] = []
  private static let longest = 64 << 10

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var lines: [String] = []
    var index = 0
    var isOpen = false
    while index < min(bytes.count, Self.longest) {
      var stop = index
      while stop < bytes.count, bytes[stop] != 0x0A { stop += 1 }
      let line = String(decoding: bytes[index..<stop], as: UTF8.self).trimmed
      index = stop + 1
      if !isOpen {
        guard line == "---" else { return }
        isOpen = true
      } else if line == "---" || line == "..." {
        read(lines)
        // A thematic break above a line of text is none.
        if !values.isEmpty || lines.isEmpty { end = min(index, bytes.count) }
        return
      } else {
        lines.append(line)
      }
    }
  }

  private mutating func read(_ lines: [String]) {
    for line in lines where !line.hasPrefix("#") {
      if line.hasPrefix("- "), !values.isEmpty {
        values[values.count - 1].texts += Self.texts(String(line.dropFirst(2)))
      } else if let colon = line.firstIndex(of: ":") {
        let key = line[..<colon].lowercased()
        guard !key.isEmpty, key.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }) else {
          continue
        }
        values.append((key, Self.texts(String(line[line.index(after: colon)...]))))
      }
    }
  }

  /// `a`, `"a"`, `[a, b]`
  private static func texts(_ value: String) -> [String] {
    var value = value.trimmed
    if value.hasPrefix("["), value.hasSuffix("]") {
      value = String(value.dropFirst().dropLast())
      return value.split(separator: ",").map { unquoted(String($0)) }.filter { !$0.isEmpty }
    }
    let text = unquoted(value)
    return text.isEmpty ? [] : [text]
  }

  private static func unquoted(_ text: String) -> String {
    let text = text.trimmed
    for quote in ["\"", "'"] where text.count >= 2 && text.hasPrefix(quote) && text.hasSuffix(quote) {
      return String(text.dropFirst().dropLast())
    }
    return text
  }

  /// Sets the fields that the document does not have yet.
  func write(to metadata: inout Metadata) {
    let names = [
      "title": "title", "author": "authors", "authors": "authors", "date": "date", "lang": "language",
      "language": "language", "description": "description", "summary": "description", "site": "site",
      "license": "license", "canonical": "canonical", "canonical_url": "canonical", "duration": "duration",
    ]
    for (key, texts) in values {
      guard let name = names[key], let first = texts.first, metadata[name] == nil else { continue }
      let evidence = "front-matter"
      switch name {
      case "authors": metadata.set(name, .strings(texts), evidence: evidence)
      case "date":
        // The day of a moment such as `2024-05-16T10:00:00Z`.
        let day = first.prefix(10)
        if day.count == 10,
          day.utf8.enumerated().allSatisfy({
            $0.offset == 4 || $0.offset == 7 ? $0.element == 0x2D : (0x30...0x39).contains($0.element)
          })
        {
          metadata.set(name, .string(String(day)), evidence: evidence)
        }
      default: metadata.set(name, .string(first), evidence: evidence)
      }
    }
  }
}

extension String {
  /// Without white space at its ends.
  var trimmed: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text = text.dropFirst() }
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return String(text)
  }
}
