import Sluice

/// How one JSON value differs from what was expected of it.
enum JSONDifference {
  /// The most lines that are worth reading.
  private static let limit = 12

  /// One line a difference. Members that the expectation leaves out are not compared.
  static func lines(from expected: JSONValue, to actual: JSONValue) -> [String] {
    var lines: [String] = []
    compare(expected, actual, at: "", into: &lines)
    let more = lines.count - limit
    return more > 0 ? lines.prefix(limit) + ["… and \(more) more"] : lines
  }

  private static func compare(
    _ expected: JSONValue, _ actual: JSONValue?, at path: String, into lines: inout [String]
  ) {
    guard let actual else {
      lines.append("\(path): expected \(shown(expected)), found nothing")
      return
    }
    switch (expected, actual) {
    case (.object(let members), .object):
      for member in members {
        let place = path.isEmpty ? member.key : "\(path).\(member.key)"
        compare(member.value, actual[member.key], at: place, into: &lines)
      }
    case (.array(let wanted), .array(let found)):
      for (index, element) in wanted.enumerated() where index < found.count {
        compare(element, found[index], at: "\(path)[\(index)]", into: &lines)
      }
      if wanted.count != found.count {
        lines.append("\(path): expected \(wanted.count) elements, found \(found.count)")
      }
    default:
      if expected != actual { lines.append("\(path): expected \(shown(expected)), found \(shown(actual))") }
    }
  }

  private static func shown(_ value: JSONValue) -> String {
    value.jsonText.shortened(to: 70)
  }
}
