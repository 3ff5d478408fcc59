/// Names of members of archives. They are never used to write a file, and are cleaned before anyone sees them.
enum MemberName {
  private static let longest = 1024

  /// Without control characters, empty parts and parts that lead upwards; `member-N` when nothing is left.
  static func clean(_ name: String, number: Int) -> String {
    let visible = String(
      String.UnicodeScalarView(
        name.unicodeScalars.prefix(longest).map { scalar in
          let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
          let isDirection =
            (0x200E...0x200F).contains(scalar.value) || (0x202A...0x202E).contains(scalar.value)
          return isControl || isDirection || (0x2066...0x2069).contains(scalar.value) ? "_" : scalar
        }))
    let parts = visible.split { $0 == "/" || $0 == "\\" }.filter { $0 != "." && $0 != ".." }
    return parts.isEmpty ? "member-\(number)" : parts.joined(separator: "/")
  }
}
