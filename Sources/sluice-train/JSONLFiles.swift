import Glibc
import Sluice

/// The `.jsonl` files of a folder, by name.
enum JSONLFiles {
  static func list(_ folder: String) throws -> [String] {
    guard let directory = opendir(folder) else { throw SluiceError(.io, "cannot list \(folder)") }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(".jsonl") { names.append("\(folder)/\(name)") }
    }
    return names.sorted()
  }
}
