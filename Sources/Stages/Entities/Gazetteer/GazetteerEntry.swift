public import Sluice

/// A thing of a gazetteer: its name, its label, and how else it is called.
public struct GazetteerEntry: StageSettings {
  @Setting("Name, as it stands in texts and is shown.")
  public var name: String
  @Setting("Label to give: capital letters, digits, _ and -, such as ORG.")
  public var label: String
  @Setting("Id of the thing, such as one of a knowledge base; it becomes part of the record.")
  public var id: String? = nil
  @Setting("Other names of the thing.")
  public var aliases: [String] = []

  public init() {}
}
