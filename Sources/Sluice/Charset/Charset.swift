/// A character encoding, by the names of the WHATWG Encoding Standard.
struct Charset: Hashable, Sendable {
  enum Kind: Hashable, Sendable { case utf8, utf16(isBigEndian: Bool), singleByte, multiByte }

  let name: String
  let kind: Kind
  /// What the C library calls it.
  let libraryName: String

  static let utf8 = Charset(name: "utf-8", kind: .utf8, libraryName: "UTF-8")
  static let windows1252 = Charset(name: "windows-1252", kind: .singleByte, libraryName: "CP1252")

  private init(name: String, kind: Kind, libraryName: String) {
    self.name = name
    self.kind = kind
    self.libraryName = libraryName
  }

  /// `nil` for labels that are not known.
  init?(label: String) {
    let label = label.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
    if let charset = Self.byLabel[label] {
      self = charset
      return
    }
    // The families whose members differ by a number only.
    if let number = label.suffix(after: "windows-125") ?? label.suffix(after: "cp125"), "0"..."8" ~= number {
      self.init(name: "windows-125\(number)", kind: .singleByte, libraryName: "CP125\(number)")
    } else if let part = label.suffix(after: "iso-8859-") ?? label.suffix(after: "iso8859-"),
      let number = Int(part), (2...16).contains(number), number != 12
    {
      self.init(name: "iso-8859-\(number)", kind: .singleByte, libraryName: "ISO-8859-\(number)")
    } else {
      return nil
    }
  }

  private static let byLabel: [String: Charset] = {
    var table: [String: Charset] = [:]
    func add(_ charset: Charset, _ labels: String...) {
      for label in labels + [charset.name] { table[label] = charset }
    }
    func add(_ name: String, _ kind: Kind, _ libraryName: String, _ labels: String...) {
      let charset = Charset(name: name, kind: kind, libraryName: libraryName)
      for label in labels + [name] { table[label] = charset }
    }
    add(.utf8, "utf8", "unicode-1-1-utf-8")
    // As browsers do: ASCII and Latin 1 are read as their superset.
    add(.windows1252, "ascii", "us-ascii", "iso-8859-1", "iso8859-1", "latin1", "latin-1", "l1", "cp1252")
    add("iso-8859-9", .singleByte, "CP1254", "latin5", "iso8859-9")
    add("windows-874", .singleByte, "CP874", "tis-620", "iso-8859-11")
    add("koi8-r", .singleByte, "KOI8-R", "koi8", "koi")
    add("koi8-u", .singleByte, "KOI8-U")
    add("macintosh", .singleByte, "MACINTOSH", "mac", "x-mac-roman")
    add("ibm866", .singleByte, "CP866", "cp866", "866")
    add("utf-16le", .utf16(isBigEndian: false), "UTF-16LE", "utf-16", "ucs-2", "unicode")
    add("utf-16be", .utf16(isBigEndian: true), "UTF-16BE")
    add("gb18030", .multiByte, "GB18030", "gbk", "gb2312", "x-gbk", "chinese", "gb_2312-80")
    add("big5", .multiByte, "BIG5-HKSCS", "big5-hkscs", "x-x-big5", "cn-big5")
    add("shift_jis", .multiByte, "CP932", "shift-jis", "sjis", "x-sjis", "windows-31j", "ms_kanji")
    add("euc-jp", .multiByte, "EUC-JP", "x-euc-jp", "eucjp")
    add("iso-6937", .multiByte, "ISO_6937", "iso6937")
    add("euc-kr", .multiByte, "CP949", "ks_c_5601-1987", "korean", "ksc5601", "windows-949")
    return table
  }()
}

extension String {
  fileprivate func suffix(after prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}

// MARK: - Detection

extension Charset {
  /// The charset of a source, and the length of its byte order mark.
  static func detect(_ bytes: [UInt8], hints: [String?]) -> (Charset, mark: Int) {
    for label in ["utf-8", "utf-16le", "utf-16be"] {
      if let charset = Charset(label: label), case let mark = charset.byteOrderMark(in: bytes), mark > 0 {
        return (charset, mark)
      }
    }
    let census = UTF8Census(bytes)
    for charset in hints.compactMap({ $0.flatMap(Charset.init(label:)) }) {
      switch charset.kind {
      case .utf8:
        return (census.isPlausible ? .utf8 : .windows1252, 0)
      case .utf16:
        // A label that can be read at all was not written in UTF-16, unless the header says so.
        if bytes.count(where: { $0 == 0 }) * 4 > bytes.count { return (charset, 0) }
      case .singleByte:
        return (census.invalid == 0 && census.sequences > 0 ? .utf8 : charset, 0)
      case .multiByte:
        // A few characters may be valid in both; a text is not.
        return (census.invalid == 0 && census.sequences >= 12 ? .utf8 : charset, 0)
      }
    }
    return (census.isPlausible ? .utf8 : .windows1252, 0)
  }

  func byteOrderMark(in bytes: [UInt8]) -> Int {
    switch kind {
    case .utf8: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    case .utf16(isBigEndian: false): bytes.starts(with: [0xFF, 0xFE]) ? 2 : 0
    case .utf16(isBigEndian: true): bytes.starts(with: [0xFE, 0xFF]) ? 2 : 0
    case .singleByte, .multiByte: 0
    }
  }
}

/// How much of a source is UTF-8.
private struct UTF8Census {
  /// Valid sequences of more than one byte.
  var sequences = 0
  /// Places where no valid sequence begins.
  var invalid = 0

  /// Damaged UTF-8 still is UTF-8: text in another charset has next to no valid sequences.
  var isPlausible: Bool { invalid == 0 || sequences > invalid * 2 }

  init(_ bytes: [UInt8]) {
    let span = bytes.span
    var index = 0
    while true {
      index = UTF8Validity.endOfASCII(in: span, from: index)
      guard index < span.count else { return }
      let length = UTF8Validity.sequenceLength(in: span, at: index)
      if length == 0 { invalid += 1 } else { sequences += 1 }
      index += max(1, length)
    }
  }
}
