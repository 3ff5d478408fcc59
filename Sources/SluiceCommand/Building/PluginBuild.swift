import Glibc
import Sluice

/// A package made for the purpose, that links the command with plugins.
struct PluginBuild {
  /// A name that no target of Sluice or of a plugin has.
  private static let product = "sluice-with-plugins"

  private let plugins: [(name: String, path: String)]
  private let sluice: String
  private let scratch: String

  init(plugins: [String], sluice: String, scratch: String) throws {
    guard !plugins.isEmpty else { throw SluiceError(.configuration, "name a plugin with --plugin") }
    self.plugins = try plugins.map { plugin in
      let path = try Self.absolute(plugin)
      guard FileBytes.isReadableFile("\(path)/Package.swift") else {
        throw SluiceError(.configuration, "\(plugin) is not a Swift package: it has no Package.swift")
      }
      return (path.split(separator: "/").last.map(String.init) ?? plugin, path)
    }
    self.sluice = try Self.absolute(sluice)
    guard FileBytes.isReadableFile("\(self.sluice)/Package.swift") else {
      throw SluiceError(
        .configuration, "\(sluice) does not hold the sources of Sluice; say where with --sluice")
    }
    _ = mkdir(scratch, 0o755)
    self.scratch = try Self.absolute(scratch)
  }

  /// The folder above the `.build` that this program lies in; the working folder when it lies elsewhere.
  static func sourcesOfThisProgram() -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = readlink("/proc/self/exe", &buffer, Int(PATH_MAX))
    let path = String(decoding: buffer.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    let parts = path.split(separator: "/")
    guard let build = parts.lastIndex(where: { $0.hasPrefix(".build") }) else { return "." }
    return "/" + parts[..<build].joined(separator: "/")
  }

  func run(output: String, configuration: String) throws {
    let package = "\(scratch)/\(Self.product)"
    let sources = "\(package)/Sources/\(Self.product)"
    for folder in [package, "\(package)/Sources", sources] { _ = mkdir(folder, 0o755) }
    try write(manifest, to: "\(package)/Package.swift")
    try write(program, to: "\(sources)/main.swift")
    let build = [
      "swift", "build", "--package-path", package, "--scratch-path", "\(scratch)/build", "-c", configuration,
    ]
    try execute(build + ["--product", Self.product])
    try execute(["install", "-m", "755", "\(scratch)/build/\(configuration)/\(Self.product)", output])
  }

  private var manifest: String {
    let packages = plugins.map { "    .package(path: \(quoted($0.path)))," }.joined(separator: "\n")
    let products = plugins.map { "      .product(name: \(quoted($0.name)), package: \(quoted($0.name)))," }
      .joined(separator: "\n")
    return """
      // swift-tools-version: 6.2
      import PackageDescription

      let package = Package(
        name: \(quoted(Self.product)),
        dependencies: [
          .package(name: "Sluice", path: \(quoted(sluice))),
      \(packages)
        ],
        targets: [
          .executableTarget(name: \(quoted(Self.product)), dependencies: [
            .product(name: "SluiceCommand", package: "Sluice"),
      \(products)
          ]),
        ]
      )
      """
  }

  private var program: String {
    let imports = plugins.map { "import \($0.name)" }.joined(separator: "\n")
    let list = plugins.map { "\($0.name)Plugin.self" }.joined(separator: ", ")
    return """
      import SluiceCommand
      \(imports)

      await SluiceProgram.main(plugins: [\(list)])
      """
  }

  private func quoted(_ text: String) -> String { JSONValue.string(text).jsonText }

  private func write(_ text: String, to path: String) throws {
    // Left alone when nothing changed, so that nothing is built anew.
    if FileBytes.isReadableFile(path), try FileBytes.read(path) == Array(text.utf8) { return }
    let file = try OutputFile(path)
    try file.write(Array(text.utf8))
    try file.finish()
  }

  private func execute(_ command: [String]) throws {
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var child = pid_t()
    // What the build says is for people.
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO)
    guard posix_spawnp(&child, command[0], &actions, nil, &arguments, environ) == 0 else {
      throw SluiceError(.io, "cannot start '\(command[0])'", underlying: String(cString: strerror(errno)))
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    guard status == 0 else { throw SluiceError(.configuration, "'\(command.joined(separator: " "))' failed") }
  }

  private static func absolute(_ path: String) throws -> String {
    guard let resolved = realpath(path, nil) else { throw SluiceError(.io, "there is no \(path)") }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
