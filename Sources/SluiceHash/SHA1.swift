import CLibCrypto

/// SHA-1 (FIPS 180-4), by OpenSSL's libcrypto: what web archives name content by. It is no protection against forgery.
public enum SHA1 {
  /// The hash of bytes, as 40 hexadecimal digits.
  public static func hash(_ bytes: [UInt8]) -> String {
    var digest = [UInt8](repeating: 0, count: 20)
    var size: UInt32 = 0
    bytes.withUnsafeBytes { _ = EVP_Digest($0.baseAddress, $0.count, &digest, &size, EVP_sha1(), nil) }
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
