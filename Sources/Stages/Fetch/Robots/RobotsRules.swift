import Sluice

/// What a robots.txt allows one crawler (RFC 9309).
struct RobotsRules: Hashable, Sendable {
  struct Rule: Hashable, Sendable {
    let pattern: RobotsPattern
    let allows: Bool
  }

  private(set) var rules: [Rule] = []
  /// Seconds between two requests that the site asks for; no part of the standard, and `nil` where it is not said.
  private(set) var crawlDelay: Double?

  /// What is read of a robots.txt, in bytes: the least that the standard lets a crawler read (section 2.5).
  static let sizeLimit = 500 << 10

  /// Everything is allowed: there is no robots.txt.
  static let allowAll = RobotsRules()
  /// Nothing is: the server that has it cannot say (section 2.3.1.4).
  static let disallowAll = RobotsRules(rules: [Rule(pattern: RobotsPattern("/"), allows: false)])

  private init(rules: [Rule] = []) {
    self.rules = rules
  }

  /// - Parameter product: the crawler's product token, such as `Sluice`.
  init(_ file: [UInt8], product: String) {
    var own = RobotsRules()
    var hasOwn = false
    var general = RobotsRules()
    // The user agents of the group that is read, and whether a rule of it has come.
    var isOwn = false
    var isGeneral = false
    var isInRules = true
    let product = product.lowercased()
    for (key, value) in Self.lines(of: file) {
      switch key {
      case "user-agent":
        if isInRules { (isOwn, isGeneral, isInRules) = (false, false, false) }
        if value == "*" || value.hasPrefix("* ") {
          isGeneral = true
        } else if Self.token(value) == product {
          isOwn = true
          hasOwn = true
        }
      case "allow", "disallow":
        isInRules = true
        guard !value.isEmpty else { continue }
        let rule = Rule(pattern: RobotsPattern(value), allows: key == "allow")
        if isOwn { own.rules.append(rule) }
        if isGeneral { general.rules.append(rule) }
      case "crawl-delay":
        isInRules = true
        guard let seconds = Double(value), seconds.isFinite, seconds >= 0 else { continue }
        if isOwn { own.crawlDelay = seconds }
        if isGeneral { general.crawlDelay = seconds }
      default: continue
      }
    }
    self = hasOwn ? own : general
  }

  /// Whether a path with its query may be fetched: by the longest rule that matches, and of equals by the one that
  /// allows.
  func allows(_ target: String) -> Bool {
    if target == "/robots.txt" { return true }
    let path = RobotsPattern.normalized(target)
    var best: Rule?
    for rule in rules where rule.pattern.length >= best?.pattern.length ?? 0 && rule.pattern.matches(path) {
      let isLonger = rule.pattern.length > best?.pattern.length ?? -1
      if isLonger || rule.allows { best = rule }
    }
    return best?.allows ?? true
  }

  /// The letters, hyphens and underscores that a user agent's name begins with.
  private static func token(_ value: String) -> String {
    String(
      decoding: value.utf8.prefix { byte in
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D || byte == 0x5F
      }, as: UTF8.self
    ).lowercased()
  }

  /// The lines with a key, in lower case, and a value, without comments.
  private static func lines(of file: [UInt8]) -> [(key: String, value: String)] {
    var bytes = file.prefix(sizeLimit)
    // A rule that the limit cuts off could say something else.
    if file.count > sizeLimit { bytes = bytes.prefix(through: bytes.lastIndex(of: 0x0A) ?? 0) }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    return bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).compactMap { line in
      let content = line.prefix { $0 != UInt8(ascii: "#") }
      guard let colon = content.firstIndex(of: UInt8(ascii: ":")) else { return nil }
      let key = String(decoding: content[..<colon], as: UTF8.self).trimmed.lowercased()
      return (key, String(decoding: content[(colon + 1)...], as: UTF8.self).trimmed)
    }
  }
}
