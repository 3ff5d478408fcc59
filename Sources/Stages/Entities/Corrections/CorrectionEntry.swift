public import Sluice

/// One correction, as it is written in a pipeline file or on a line of a corrections file.
///
/// An entry says one thing: it has one of `drop`, `add`, `merge`, `split`, `rename`, `relabel` and `respell`.
public struct CorrectionEntry: StageSettings {
  @Setting("A name that is no entity: its mentions are dropped.")
  public var drop: String? = nil
  @Setting("Words that are an entity: wherever they stand as whole words and nothing is marked.")
  public var add: String? = nil
  @Setting("Names of one thing: their mentions share an identity.")
  public var merge: [String] = []
  @Setting("A name whose mentions are a thing of their own; with into, a mention that is several.")
  public var split: String? = nil
  @Setting("For split: the parts of the mention, in their order.")
  public var into: [String] = []
  @Setting("A thing to show under another name.")
  public var rename: String? = nil
  @Setting("A name whose mentions have the wrong label.")
  public var relabel: String? = nil
  @Setting(
    "For rename: the name to show. For merge, split and add: likewise; the first of the names when left out.")
  public var name: String? = nil
  @Setting("The label: needed by add and relabel; for rename, merge and split the one that the thing gets.")
  public var label: EntityLabel? = nil
  @Setting("Words that are spelled wrong in the text, exactly as they stand there.")
  public var respell: String? = nil
  @Setting("For respell: the words to put in their place.")
  public var `as`: String? = nil
  @Setting("For respell: only where one of these words stands among the 12 before or behind.")
  public var near: [String] = []
  @Setting("Of the file's format, on a line of its own: 1.")
  public var version: Int? = nil

  public init() {}
}
