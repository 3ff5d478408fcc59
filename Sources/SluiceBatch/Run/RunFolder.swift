import Glibc
import Sluice

/// The folder that a batch run writes to.
///
/// | name | what it is |
/// |---|---|
/// | `part-00000.jsonl.zst` … | records, as independent zstd frames, in the order of the inputs |
/// | `dead.jsonl` | inputs that failed, with the place to read each again from |
/// | `duplicates.jsonl` | documents that ``Deduplication`` left out |
/// | `inputs.jsonl` | files that were read: size, time of change, SHA-256 |
/// | `manifest.json` | what was run on what, with counts and hashes; written last, so a folder with it is whole |
/// | `.run/` | the same while it grows, and the journal; gone when the run is over |
/// | `.lock` | keeps a second run out |
public struct RunFolder: Sendable {
  public let path: String

  /// - Parameter path: with or without a slash at its end.
  public init(_ path: String) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  static let deadLetters = "dead.jsonl"
  static let duplicates = "duplicates.jsonl"
  static let inputs = "inputs.jsonl"
  static let manifest = "manifest.json"

  static func part(_ number: Int) -> String {
    let digits = String(number)
    return "part-" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits + ".jsonl.zst"
  }

  static func number(ofPart name: String) -> Int? {
    isPart(name) ? Int(name.dropFirst("part-".count).dropLast(".jsonl.zst".count)) : nil
  }

  static func isPart(_ name: String) -> Bool {
    name.hasPrefix("part-") && name.hasSuffix(".jsonl.zst")
  }

  var work: String { path + "/.run" }
  var journal: String { work + "/journal" }
  func result(_ name: String) -> String { "\(path)/\(name)" }
  func growing(_ name: String) -> String { "\(work)/\(name)" }

  /// Where a file of the run is now: in its place, or still among what grows.
  func whereabouts(_ name: String) -> String {
    access(growing(name), F_OK) == 0 ? growing(name) : result(name)
  }

  /// Makes the folder, and keeps others out of it as long as the lock lives.
  ///
  /// - Throws: `SluiceError` with code `.io` when it cannot be written to or another run is at work in it.
  public func lock() throws -> FolderLock {
    try FileCalls.makeFolders(path)
    return try FolderLock(result(".lock"))
  }

  /// Paths of the files of records of a finished run, in their order.
  ///
  /// - Throws: `SluiceError` with code `.io` when the folder holds no finished run.
  public func records() throws -> [String] {
    guard let manifest = try Manifest.read(in: self) else {
      let isUnfinished = access(journal, F_OK) == 0
      throw SluiceError(.io, "\(path) holds \(isUnfinished ? "a run that is not finished" : "no run")")
    }
    return manifest.parts.map { result($0.name) }
  }

  func isSame(as other: RunFolder) -> Bool {
    var (own, others) = (stat(), stat())
    guard stat(path, &own) == 0, stat(other.path, &others) == 0 else { return false }
    return own.st_dev == others.st_dev && own.st_ino == others.st_ino
  }

  /// Removes what runs have left in the folder, and nothing else.
  public func clear() throws {
    try FileCalls.remove(result(Self.manifest))
    let own = [Self.deadLetters, Self.duplicates, Self.inputs]
    for name in try FileCalls.names(in: path) where Self.isPart(name) || own.contains(name) {
      try FileCalls.remove(result(name))
    }
    try removeWork()
  }

  func makeWork() throws {
    if let stray = try FileCalls.names(in: path).first(where: Self.isPart) {
      throw SluiceError(
        .io, "\(path) holds \(stray), but neither a manifest nor a journal; --restart removes it")
    }
    try FileCalls.makeFolder(work)
    try FileCalls.sync(folder: path)
  }

  /// Removes the journal first: without it the rest means nothing.
  func removeWork() throws {
    try FileCalls.remove(journal)
    for name in try FileCalls.names(in: work) { try FileCalls.remove(growing(name)) }
    guard rmdir(work) == 0 || errno == ENOENT else { throw FileCalls.failure("cannot remove \(work)") }
    try FileCalls.sync(folder: path)
  }
}
