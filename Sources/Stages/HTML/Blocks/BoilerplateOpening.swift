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

  /// A place in the openings, moved on byte by byte.
  struct Progress {
    fileprivate var node: UInt16 = 0
    private var isOpen = true
    private var wantsBlank = false
    private(set) var matches = false

    /// A letter or sign, in lower case.
    @inline(__always)
    mutating func add(_ byte: UInt8) {
      if isOpen { step(byte) }
    }

    @inline(__always)
    mutating func blank() { wantsBlank = true }

    private mutating func step(_ byte: UInt8) {
      if wantsBlank, node > 0 { move(0x20) }
      wantsBlank = false
      if isOpen { move(byte) }
    }

    private mutating func move(_ byte: UInt8) {
      node = BoilerplateOpening.next(node, byte)
      matches = node == BoilerplateOpening.end
      isOpen = node != 0 && !matches
    }
  }

  private static let end = UInt16.max
  private static let signs = 32

  /// The number of a letter, a blank or a sign that openings have; 0 for all else.
  private static func sign(_ byte: UInt8) -> Int {
    switch byte {
    case 0x61...0x7A: Int(byte) - 0x60
    case 0x20: 27
    case UInt8(ascii: ":"): 28
    case UInt8(ascii: "("): 29
    case UInt8(ascii: ")"): 30
    default: 0
    }
  }

  private static func next(_ node: UInt16, _ byte: UInt8) -> UInt16 {
    nodes[Int(node) * signs + sign(byte)]
  }

  /// For each node and sign the next node; 0 where no opening goes on so.
  private static let nodes: [UInt16] = {
    var nodes = [UInt16](repeating: 0, count: signs)
    for opening in openings {
      var node = 0
      for (place, byte) in opening.enumerated() {
        let slot = node * signs + sign(byte)
        if nodes[slot] == end { break }
        if place == opening.count - 1 {
          nodes[slot] = end
        } else if nodes[slot] == 0 {
          nodes[slot] = UInt16(nodes.count / signs)
          nodes += [UInt16](repeating: 0, count: signs)
        }
        node = Int(nodes[slot])
      }
    }
    return nodes
  }()
}
