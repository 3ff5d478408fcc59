/// The tags of the chain: `O`, then `S`, `B`, `E` and `I` of each label, in the order of `CSluiceTagger.h`.
package enum TagSet {
  package static let types = 18
  package static let outside: UInt8 = 0
  package static let single: UInt8 = 1
  package static let begin: UInt8 = 19
  package static let end: UInt8 = 37
  package static let inside: UInt8 = 55
  package static let count = 73

  /// The type of a tag that is not `O`.
  @inline(__always)
  static func type(of tag: UInt8) -> Int { (Int(tag) - 1) % types }
}
