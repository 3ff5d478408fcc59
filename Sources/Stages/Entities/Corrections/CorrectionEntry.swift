public import Sluice

/// One correction, as it is written in a pipeline file or on a line of a corrections file.
///
/// An entry says one thing: it has one of `drop`, `merge`, `rename` and `respell`.
public struct CorrectionEntry: StageSettings {
  @Setting("A name that is no entity: its mentions are dropped.")
  public var drop: String? = nil
  @Setting("Names of one thing: their mentions share an identity.")
  public var merge: [String] = []
  @Setting("A thing to show under another name.")
  public var rename: String? = nil
  @Setting("For rename: the name to show. For merge: likewise; the first of the names when left out.")
  public var name: String? = nil
  @Setting("For rename and merge: the label that the thing and its mentions get.")
  public var label: EntityLabel? = nil
  @Setting("Words that are spelled wrong in the text, exactly as they stand there.")
  public var respell: String? = nil
  @Setting("For respell: the words to put in their place.")
  public var `as`: String? = nil
  @Setting("For respell: only where one of these words stands among the 12 before or behind.")
  public var near: [String] = []

  public init() {}
}
