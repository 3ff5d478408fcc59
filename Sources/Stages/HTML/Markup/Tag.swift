/// The elements that parsing treats by name; all others are ``unknown``.
enum Tag: UInt8, CaseIterable {
  case unknown
  case a, abbr, address, area, article, aside, audio, b, base, blockquote, body, br, button, canvas, caption
  case center, cite, code, col, colgroup, datalist, dd, details, dialog, dir, div, dl, dt, em, embed, fieldset
  case figcaption, figure, font, footer, form, frame, frameset, h1, h2, h3, h4, h5, h6, head, header, hgroup,
    hr
  case html, i, iframe, img, input, label, legend, li, link, listing, main, map, math, menu, meta, nav,
    noembed
  case noframes, noscript, object, ol, optgroup, option, p, param, picture, pre, progress, q, s, samp, script
  case search, section, select, small, source, span, strong, style, sub, summary, sup, svg, table, tbody, td
  case template, textarea, tfoot, th, thead, time, title, tr, track, tt, u, ul, `var`, video, wbr, xmp

  /// The name as it is written, in lower case.
  var name: StaticString { Self.names[Int(rawValue)] }

  /// Stands on lines of its own.
  var isBlock: Bool {
    switch self {
    case .address, .article, .aside, .blockquote, .button, .caption, .center, .dd, .details, .dialog, .dir,
      .div, .dl, .dt, .fieldset, .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header,
      .hgroup, .hr, .legend, .li, .listing, .main, .menu, .nav, .ol, .p, .pre, .search, .section, .summary,
      .table, .tbody, .td, .tfoot, .th, .thead, .tr, .ul, .body, .html, .template, .noscript, .iframe, .xmp:
      true
    default: false
    }
  }
  /// Has no content and no end tag.
  var isVoid: Bool { Self.traits[Int(rawValue)] & Trait.void != 0 }
  /// Its content is not text of the page: form controls, media, drawings.
  var isDropped: Bool { Self.traits[Int(rawValue)] & Trait.dropped != 0 }
  /// Only carries attributes; the tree is built without it.
  var isFrame: Bool { Self.traits[Int(rawValue)] & Trait.frame != 0 }
  /// Ends an open paragraph by the HTML standard, but not for libxml2 2.9.
  var endsParagraphInHTML5: Bool { Self.traits[Int(rawValue)] & Trait.html5 != 0 }

  var headingLevel: Int? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }

  private enum Trait {
    static let void: UInt8 = 2
    static let dropped: UInt8 = 4
    static let frame: UInt8 = 8
    static let html5: UInt8 = 16
  }

  private static let traits: [UInt8] = {
    var traits = [UInt8](repeating: 0, count: allCases.count)
    func mark(_ trait: UInt8, _ tags: Tag...) {
      for tag in tags { traits[Int(tag.rawValue)] |= trait }
    }
    mark(
      Trait.void, .area, .base, .br, .col, .embed, .frame, .hr, .img, .input, .link, .meta, .param, .source,
      .track,
      .wbr)
    mark(
      Trait.dropped, .template, .select, .datalist, .optgroup, .option, .canvas, .audio, .video, .map, .math,
      .object,
      .progress)
    mark(Trait.frame, .html, .head, .body, .frameset)
    mark(
      Trait.html5, .article, .aside, .details, .dialog, .fieldset, .figcaption, .figure, .footer, .header,
      .hgroup,
      .main, .nav, .search, .section, .summary, .address, .center)
    return traits
  }()

  private static let names: [StaticString] = [
    "x-other", "a", "abbr", "address", "area", "article", "aside", "audio", "b", "base", "blockquote", "body",
    "br", "button", "canvas", "caption", "center", "cite", "code", "col", "colgroup", "datalist", "dd",
    "details", "dialog", "dir", "div", "dl", "dt", "em", "embed", "fieldset", "figcaption", "figure", "font",
    "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup",
    "hr",
    "html", "i", "iframe", "img", "input", "label", "legend", "li", "link", "listing", "main", "map", "math",
    "menu", "meta", "nav", "noembed", "noframes", "noscript", "object", "ol", "optgroup", "option", "p",
    "param",
    "picture", "pre", "progress", "q", "s", "samp", "script", "search", "section", "select", "small",
    "source",
    "span", "strong", "style", "sub", "summary", "sup", "svg", "table", "tbody", "td", "template", "textarea",
    "tfoot", "th", "thead", "time", "title", "tr", "track", "tt", "u", "ul", "var", "video", "wbr", "xmp",
  ]

  /// Looks a name up by its ``NameKey``.
  static func named(_ key: UInt64) -> Tag { byKey.find(key).flatMap(Tag.init(rawValue:)) ?? .unknown }

  private static let byKey = NameTable(
    names.enumerated().dropFirst().map { ($0.element, UInt8($0.offset)) })
}

/// The attributes that parsing looks at.
enum AttributeName: UInt8, CaseIterable {
  case id, `class`, role, style, hidden, ariaHidden, href, name, property, content, datetime, rel, type, lang
  case itemprop, itemtype, httpEquiv, charset, title, xmlLang, shadowRootMode

  static func named(_ key: UInt64) -> AttributeName? {
    byKey.find(key).flatMap(AttributeName.init(rawValue:))
  }

  private static let byKey = NameTable(
    zip(
      [
        "id", "class", "role", "style", "hidden", "aria-hidden", "href", "name", "property", "content",
        "datetime", "rel", "type", "lang", "itemprop", "itemtype", "http-equiv", "charset", "title",
        "xml:lang",
        "shadowrootmode",
      ] as [StaticString], UInt8(0)...
    ).map { ($0, $1) })
}

/// A name of letters, digits, hyphens and colons as a number, six bits a character, upper and lower case alike.
enum NameKey {
  /// Adds a byte; names of more than ten characters are told apart by their last ten.
  static func add(_ byte: UInt8, to key: UInt64) -> UInt64 {
    let code: UInt64 =
      switch byte {
      case 0x61...0x7A: UInt64(byte) - 0x60
      case 0x41...0x5A: UInt64(byte) - 0x40
      case 0x30...0x39: UInt64(byte) - 0x30 + 27
      case UInt8(ascii: "-"): 37
      case UInt8(ascii: ":"): 38
      default: 39
      }
    return key << 6 | code
  }

  static func of(_ name: StaticString) -> UInt64 {
    name.withUTF8Buffer { $0.reduce(0) { add($1, to: $0) } }
  }
}

/// A small open hash table from ``NameKey`` to a number.
struct NameTable: Sendable {
  private var slots: [(key: UInt64, value: UInt8)]
  private static let empty = UInt64.max

  init(_ names: [(StaticString, UInt8)]) {
    slots = Array(repeating: (Self.empty, 0), count: 512)
    for (name, value) in names {
      let key = NameKey.of(name)
      var slot = Self.slot(key)
      while slots[slot].key != Self.empty { slot = (slot + 1) & 511 }
      slots[slot] = (key, value)
    }
  }

  private static func slot(_ key: UInt64) -> Int { Int((key &* 0x9E37_79B9_7F4A_7C15) >> 55) }

  func find(_ key: UInt64) -> UInt8? {
    var slot = Self.slot(key)
    while slots[slot].key != Self.empty {
      if slots[slot].key == key { return slots[slot].value }
      slot = (slot + 1) & 511
    }
    return nil
  }
}
