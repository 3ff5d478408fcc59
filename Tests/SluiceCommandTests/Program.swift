import Foundation

/// The program as a user runs it.
enum Program {
  struct Result {
    let status: Int32
    let output: Data
    let errors: String
    var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// The root of the package, where the program is run.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The program stands beside the tests that are running.
  private static var executable: URL {
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
      .appendingPathComponent("sluice")
  }

  static func start(_ arguments: [String], input: Data? = nil, _ output: Any, _ errors: Any) throws -> Process
  {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = root
    process.standardOutput = output
    process.standardError = errors
    let pipe = Pipe()
    process.standardInput = pipe
    try process.run()
    try pipe.fileHandleForWriting.write(contentsOf: input ?? Data())
    try pipe.fileHandleForWriting.close()
    return process
  }

  static func run(_ arguments: String..., input: Data? = nil) throws -> Result {
    try run(arguments, input: input)
  }

  static func run(_ arguments: [String], input: Data? = nil) throws -> Result {
    let folder = try TemporaryFolder()
    let output = folder.file("output")
    let errors = folder.file("errors")
    for file in [output, errors] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
    let process = try start(
      arguments, input: input, FileHandle(forWritingTo: output), FileHandle(forWritingTo: errors))
    process.waitUntilExit()
    return try Result(
      status: process.terminationStatus, output: Data(contentsOf: output),
      errors: String(decoding: Data(contentsOf: errors), as: UTF8.self))
  }
}

/// A folder that goes with the test.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("sluice-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func file(_ name: String) -> URL { url.appendingPathComponent(name) }

  func write(_ data: Data, to name: String) throws -> String {
    try data.write(to: file(name))
    return file(name).path
  }
}
