/// A module's offer: the stages that it adds. The built-in modules are plugins too.
public protocol Plugin: Sendable {
  /// Name of the module, for `sluice stages`.
  static var name: String { get }
  static var stages: [any Stage.Type] { get }
  static var readers: [any Reader.Type] { get }
  static var writers: [any Writer.Type] { get }
}

extension Plugin {
  public static var stages: [any Stage.Type] { [] }
  public static var readers: [any Reader.Type] { [] }
  public static var writers: [any Writer.Type] { [] }
}
