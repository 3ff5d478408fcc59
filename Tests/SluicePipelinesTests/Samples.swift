import Foundation
import Sluice
import SluicePipelines

/// What the tests of this module share.
enum Samples {
  static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures").path
  static let environment = [
    "NAME": "", "EMPTY": "", "DIR": "parts", "SENTENCES": "7", "NEWLINE": "hard", "SITE": "Sluice",
  ]

  static func registry() throws -> Registry { try Registry([SamplePlugin.self]) }

  /// Names of the YAML files of a folder.
  static func names(in folder: String) -> [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: "\(fixtures)/\(folder)")) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.sorted()
  }

  static func load(_ path: String, _ overrides: [String] = []) throws -> LoadedPipeline {
    try PipelineFile.load(
      path: "\(fixtures)/\(path)", registry: registry(), overrides: overrides, environment: environment)
  }

  /// Loads a text as if it stood beside the good fixtures.
  static func load(text: String, _ overrides: [String] = []) throws -> LoadedPipeline {
    try PipelineFile.load(
      text: text, named: "<text>", directory: "\(fixtures)/good", registry: registry(), overrides: overrides,
      environment: environment)
  }

  /// The diagnostics of what does not load, without the folder's path; `nil` when it loads.
  static func complaints(in folder: String, _ load: () throws -> LoadedPipeline) throws -> String? {
    do {
      _ = try load()
      return nil
    } catch let error as ConfigurationError {
      return error.description.replacing("\(fixtures)/\(folder)/", with: "") + "\n"
    }
  }

  static func complaints(text: String, _ overrides: [String] = []) throws -> String? {
    try complaints(in: "good") { try load(text: text, overrides) }
  }
}
