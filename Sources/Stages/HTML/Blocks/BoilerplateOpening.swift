/// How blocks begin that invite, label or administrate rather than tell.
enum BoilerplateOpening {
  private static let openings = [
    "share", "tweet", "facebook", "twitter", "linkedin", "email", "print", "comment", "leave a reply",
    "leave a comment", "related", "read more", "more from", "advertisement", "sign up", "sign in",
    "subscribe",
    "log in", "login", "menu", "search", "follow us", "all rights reserved", "copyright", "privacy",
    "terms of",
    "cookie", "skip to", "back to top", "previous", "next", "load more", "view all", "see all", "show more",
    "by ", "posted", "published", "updated", "tags:", "tagged", "filed under", "categories", "photo", "image",
    "you may also", "recommended", "most read", "most popular", "trending", "add to cart", "add to",
    "contact us",
    "about us", "follow", "save", "reply", "report", "permalink", "this entry was", "your email",
    "required fields",
    "(c)", "download", "get the latest", "join our", "we use cookies", "this site uses", "this website uses",
  ].map { Array($0.utf8) }

  private static let byFirst: [[[UInt8]]] = (0..<128).map { first in
    openings.filter { $0[0] == UInt8(first) }
  }

  static func matches(_ opening: [UInt8]) -> Bool {
    guard let first = opening.first, first < 128 else { return false }
    return byFirst[Int(first)].contains { opening.starts(with: $0) }
  }
}
