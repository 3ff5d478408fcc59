import Glibc

/// Which internet addresses are public: nothing else is connected to unless it is allowed.
///
/// Judged is the address that a socket is opened for, so that names that lead to private addresses, redirects
/// and every way of writing an address are covered.
enum AddressPolicy {
  /// The reason to refuse an address, `nil` when it is public.
  static func objection(to address: UnsafePointer<sockaddr>, length: Int) -> String? {
    switch Int32(address.pointee.sa_family) {
    case AF_INET where length >= MemoryLayout<sockaddr_in>.size:
      return address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
        objection(v4: UInt32(bigEndian: $0.pointee.sin_addr.s_addr))
      }
    case AF_INET6 where length >= MemoryLayout<sockaddr_in6>.size:
      return address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) {
        withUnsafeBytes(of: $0.pointee.sin6_addr) { objection(v6: Array($0)) }
      }
    default:
      return "it is no internet address"
    }
  }

  /// By the IANA registry of special-purpose IPv4 addresses (RFC 6890 and what came after it).
  static func objection(v4 address: UInt32) -> String? {
    for (network, bits, name) in v4Networks where address >> (32 - bits) == network >> (32 - bits) {
      return name
    }
    return nil
  }

  /// By the IANA registry of special-purpose IPv6 addresses; only `2000::/3` is in public use.
  static func objection(v6 bytes: [UInt8]) -> String? {
    func v4(at index: Int) -> UInt32 { bytes[index..<index + 4].reduce(0) { $0 << 8 | UInt32($1) } }
    let start = bytes[0..<12]
    // IPv4-mapped, and the well-known prefix of NAT64: what counts is the IPv4 address inside.
    if start.dropLast(2).allSatisfy({ $0 == 0 }), start.suffix(2).allSatisfy({ $0 == 0xFF }) {
      return objection(v4: v4(at: 12))
    }
    if start.elementsEqual([0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]) {
      return objection(v4: v4(at: 12))
    }
    if bytes[0] == 0xFF { return "multicast" }
    if bytes[0] & 0xFE == 0xFC { return "a unique local address" }
    if bytes[0] == 0xFE, bytes[1] & 0xC0 == 0x80 { return "link-local" }
    if bytes.dropLast().allSatisfy({ $0 == 0 }) { return bytes[15] == 1 ? "loopback" : "reserved" }
    guard bytes[0] & 0xE0 == 0x20 else { return "reserved" }
    // 6to4 carries an IPv4 address; Teredo and its neighbours lead through relays; the rest is documentation.
    if bytes[0] == 0x20, bytes[1] == 0x02 { return objection(v4: v4(at: 2)) }
    if bytes[0] == 0x20, bytes[1] == 0x01, bytes[2] < 2 { return "reserved" }
    if bytes.starts(with: [0x20, 0x01, 0x0D, 0xB8]) { return "reserved" }
    if bytes[0] == 0x3F, bytes[1] == 0xFF, bytes[2] < 0x10 { return "reserved" }
    return nil
  }

  private static let v4Networks: [(UInt32, UInt32, String)] = [
    (0x0000_0000, 8, "reserved"), (0x0A00_0000, 8, "private"), (0x6440_0000, 10, "private"),
    (0x7F00_0000, 8, "loopback"), (0xA9FE_0000, 16, "link-local"), (0xAC10_0000, 12, "private"),
    (0xC000_0000, 24, "reserved"), (0xC000_0200, 24, "reserved"), (0xC058_6300, 24, "reserved"),
    (0xC0A8_0000, 16, "private"), (0xC612_0000, 15, "private"), (0xC633_6400, 24, "reserved"),
    (0xCB00_7100, 24, "reserved"), (0xE000_0000, 4, "multicast"), (0xF000_0000, 4, "reserved"),
  ]
}
