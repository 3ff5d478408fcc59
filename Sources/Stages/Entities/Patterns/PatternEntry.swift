public import Sluice

/// A pattern of ``TagPatterns``: a label and what it is given to, as a phrase or as tests of tokens.
public struct PatternEntry: StageSettings {
  @Setting("Label to give: capital letters, digits, _ and -, such as ORG or POLICY_TERM.")
  public var label: String
  @Setting("Id of the thing; all mentions of patterns with one id share an identity.")
  public var id: String? = nil
  @Setting("Name to show for the thing; the words of the first mention when left out.")
  public var name: String? = nil
  @Setting("Short form: words as they stand in the text.")
  public var phrase: String? = nil
  @Setting("Short form: several phrases for the same thing.")
  public var phrases: [String] = []
  @Setting("For phrases: capital and small letters are the same.")
  public var ignoreCase = false
  @Setting("Tests of tokens, one after the other.")
  public var tokens: [TokenTest] = []

  public init() {}
}

/// A test of one token; of `text`, `lower`, `any`, `any-lower`, `shape`, `regex` and `gap` it has one.
public struct TokenTest: StageSettings {
  @Setting("The token as written.")
  public var text: String? = nil
  @Setting("The token, whatever its capitals.")
  public var lower: String? = nil
  @Setting("One of these, as written.")
  public var any: [String] = []
  @Setting("One of these, whatever their capitals.")
  public var anyLower: [String] = []
  @Setting(
    "The token's shape: X a capital, x a small letter, d a digit; runs of more than four are cut to four.")
  public var shape: String? = nil
  @Setting("A regular expression that the whole token matches.")
  public var regex: String? = nil
  @Setting("So many tokens of any kind: 0..3, or 2.")
  public var gap: String? = nil
  @Setting("The token may be missing.")
  public var optional = false

  public init() {}
}
