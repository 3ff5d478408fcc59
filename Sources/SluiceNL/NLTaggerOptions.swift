extension NLTagger {
  /// Which tokens ``NLTagger`` leaves out and which it joins. They have a meaning for the unit `word` only.
  public struct Options: OptionSet, Hashable, Sendable {
    public let rawValue: UInt

    public init(rawValue: UInt) { self.rawValue = rawValue }

    /// Leaves out words and numbers, names among them.
    public static let omitWords = Options(rawValue: 1)
    public static let omitPunctuation = Options(rawValue: 2)
    public static let omitWhitespace = Options(rawValue: 4)
    /// Leaves out signs and emoji.
    public static let omitOther = Options(rawValue: 8)
    /// Gives a name of several words as one token.
    public static let joinNames = Options(rawValue: 16)
    /// Gives `didn't` as one token.
    public static let joinContractions = Options(rawValue: 32)
  }
}
