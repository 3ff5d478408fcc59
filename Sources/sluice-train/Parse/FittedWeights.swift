import SluiceHTML

/// Weights in the thousandths that the module uses.
struct FittedWeights {
  private let bias: Int32
  private let columns: [Int32]

  init(bias: Double, columns: [Double]) {
    self.bias = Self.rounded(bias)
    self.columns = columns.map(Self.rounded)
  }

  var table: BlockWeights { BlockWeights(bias: bias, columns: columns) }

  /// `BlockWeights+Shipped.swift`.
  var source: [UInt8] {
    var lines = [
      "// Written by `sluice-train parse`, from the article extraction benchmark of Scrapinghub (MIT) and from WCXB",
      "// by Murrough Foley (CC BY 4.0); see Models.md.", "", "extension BlockWeights {",
      "  /// The weights of the product.", "  package static let shipped = BlockWeights(",
      "    bias: \(bias),", "    columns: [",
    ]
    var start = 0
    for group in BlockWeights.groups {
      lines += Self.wrapped(group.title.split(separator: " "), "      // ", 110)
      let end = start + group.width
      lines += Self.wrapped(columns[start..<end].map { "\($0)," }, "      ", 110)
      start = end
    }
    lines += ["    ])", "}", ""]
    return Array(lines.joined(separator: "\n").utf8)
  }

  private static func rounded(_ value: Double) -> Int32 {
    Int32((min(1e6, max(-1e6, value)) * Double(BlockWeights.scale)).rounded())
  }

  private static func wrapped(_ words: [some StringProtocol], _ indent: String, _ limit: Int) -> [String] {
    var lines: [String] = []
    for word in words {
      if let last = lines.last, last.utf8.count + 1 + word.utf8.count <= limit {
        lines[lines.count - 1] += " \(word)"
      } else {
        lines.append(indent + word)
      }
    }
    return lines
  }
}
