/// Resolves a reference of a page against the page's address: RFC 3986, section 5.
struct AddressReference {
  private var scheme: Substring?
  private var authority: Substring?
  private var path: Substring
  private var query: Substring?
  private var fragment: Substring?

  init(_ text: Substring) {
    var rest = text
    if let hash = rest.firstIndex(of: "#") {
      fragment = rest[rest.index(after: hash)...]
      rest = rest[..<hash]
    }
    if let mark = rest.firstIndex(of: "?") {
      query = rest[rest.index(after: mark)...]
      rest = rest[..<mark]
    }
    if let colon = rest.firstIndex(of: ":"), Self.isScheme(rest[..<colon]) {
      scheme = rest[..<colon]
      rest = rest[rest.index(after: colon)...]
    }
    if rest.hasPrefix("//") {
      let start = rest.index(rest.startIndex, offsetBy: 2)
      let end = rest[start...].firstIndex(of: "/") ?? rest.endIndex
      authority = rest[start..<end]
      rest = rest[end...]
    }
    path = rest
  }

  private static func isScheme(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, (0x61...0x7A).contains(first | 0x20) else { return false }
    return text.utf8.allSatisfy {
      (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x2B || $0 == 0x2D
        || $0 == 0x2E
    }
  }

  var isAbsolute: Bool { scheme != nil }
  /// `http` or `https`.
  var isWeb: Bool { scheme?.lowercased() == "http" || scheme?.lowercased() == "https" }
  /// Runs or holds something instead of leading somewhere.
  var isScript: Bool { ["javascript", "data", "blob", "about"].contains(scheme?.lowercased()) }

  func resolved(against base: AddressReference?) -> AddressReference {
    guard scheme == nil, let base, base.isWeb else { return self }
    var result = self
    result.scheme = base.scheme
    guard authority == nil else { return result }
    result.authority = base.authority
    if path.isEmpty {
      result.path = base.path
      result.query = query ?? base.query
    } else if path.hasPrefix("/") {
      result.path = Self.withoutDots(path)
    } else {
      let folder = base.path.lastIndex(of: "/").map { base.path[...$0] } ?? "/"
      result.path = Self.withoutDots(folder + path)
    }
    return result
  }

  private static func withoutDots(_ path: Substring) -> Substring {
    var parts: [Substring] = []
    let all = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    for (index, part) in all.enumerated() {
      let isLast = index == all.count - 1
      if part == ".." {
        if !parts.isEmpty { parts.removeLast() }
        if isLast { parts.append("") }
      } else if part == "." {
        if isLast { parts.append("") }
      } else {
        parts.append(part)
      }
    }
    return "/" + parts.joined(separator: "/")[...]
  }

  var text: String {
    var text = ""
    if let scheme { text += scheme + ":" }
    if let authority { text += "//" + authority }
    text += path
    if let query { text += "?" + query }
    if let fragment { text += "#" + fragment }
    return text
  }
}
