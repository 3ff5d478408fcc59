/// The stages, readers and writers that pipeline files and commands can name.
public struct Registry: Sendable {
  public struct Entry: Sendable {
    public let plugin: String
    public let stage: any Stage.Type
  }

  /// By phase, then by name.
  public private(set) var entries: [Entry] = []
  public private(set) var readers: [any Reader.Type] = []
  public private(set) var writers: [any Writer.Type] = []

  /// - Throws: ``SluiceError`` with code `.configuration` when two plugins offer the same name.
  public init(_ plugins: [any Plugin.Type]) throws {
    for plugin in plugins {
      for stage in plugin.stages {
        if let other = entries.first(where: { $0.stage.name == stage.name }) {
          throw SluiceError(
            .configuration, "the plugins \(other.plugin) and \(plugin.name) both offer '\(stage.name)'")
        }
        entries.append(Entry(plugin: plugin.name, stage: stage))
      }
      readers += plugin.readers
      writers += plugin.writers
    }
    entries.sort {
      ($0.stage.name.phase, $0.stage.name.variant) < ($1.stage.name.phase, $1.stage.name.variant)
    }
  }

  public func stage(named name: String) -> (any Stage.Type)? {
    entries.first { $0.stage.name.description == name }?.stage
  }

  public var stageNames: [String] { entries.map { $0.stage.name.description } }

  public func writer(named name: String) -> (any Writer.Type)? {
    writers.first { $0.name == name }
  }

  /// The stages that write a layer when left at their defaults.
  public func providers(of layer: LayerID) -> [StageName] {
    entries.compactMap { entry in
      entry.stage.defaultContract?.provides.contains(layer) == true ? entry.stage.name : nil
    }
  }
}

extension Stage {
  /// The contract of the stage with its default settings; `nil` when it cannot be made without being told more.
  public static var defaultContract: Contract? {
    guard !Settings.hasRequiredSettings else { return nil }
    return try? Self(Settings(), LoadContext()).contract
  }
}
