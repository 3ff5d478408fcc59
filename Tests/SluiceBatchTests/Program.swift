import Foundation
import Synchronization

/// The program with a stage that fails on demand, as a user runs it.
enum Program {
  struct Result {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The program stands beside the tests that are running.
  static var executable: URL {
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
      .appendingPathComponent("sluice-faulty")
  }

  static func start(_ arguments: [String], in folder: Folder, _ output: Any, _ errors: Any) throws -> Process
  {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    try process.run()
    return process
  }

  static func run(_ arguments: String..., in folder: Folder) throws -> Result {
    try run(arguments, in: folder)
  }

  static func run(_ arguments: [String], in folder: Folder, under shell: String? = nil) throws -> Result {
    let streams = try Folder()
    let output = streams.path("output")
    let errors = streams.path("errors")
    for file in [output, errors] { _ = FileManager.default.createFile(atPath: file, contents: nil) }
    let process = Process()
    process.executableURL = shell == nil ? executable : URL(fileURLWithPath: "/bin/sh")
    process.arguments =
      shell.map { ["-c", "\($0) exec \"$0\" \"$@\"", executable.path] + arguments } ?? arguments
    process.currentDirectoryURL = folder.url
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return try Result(
      status: process.terminationStatus, output: streams.text("output"), errors: streams.text("errors"))
  }
}

/// A folder that goes with the test.
final class Folder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("sluice-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    // What a test made unwritable.
    try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path("out"))
    try? FileManager.default.removeItem(at: url)
  }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  func write(_ text: String, to name: String) throws {
    try FileManager.default.createDirectory(
      atPath: (path(name) as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url.appendingPathComponent(name))
  }

  func data(_ name: String) throws -> Data { try Data(contentsOf: url.appendingPathComponent(name)) }
  func text(_ name: String) throws -> String { String(decoding: try data(name), as: UTF8.self) }
  func lines(_ name: String) throws -> [String] { try text(name).split(separator: "\n").map(String.init) }
  func names(_ name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(name)).sorted()
  }

  /// What a finished run leaves, by name.
  func results(_ name: String) throws -> [String: Data] {
    var results: [String: Data] = [:]
    for file in try names(name) where !file.hasPrefix(".") { results[file] = try data("\(name)/\(file)") }
    return results
  }
}
