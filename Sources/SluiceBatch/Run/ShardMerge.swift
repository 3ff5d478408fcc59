import Sluice

/// Joins the folders of the shards of a run to one, in the order of the inputs.
///
/// Nothing is compressed anew: the parts are copied, each under the number that follows, and checked against the
/// hashes of their manifests on the way. Together, shard by shard, the records are those of the whole run.
public struct ShardMerge {
  private var shards: [(folder: RunFolder, manifest: Manifest)]
  private let destination: RunFolder

  /// - Throws: `SluiceError` with code `.configuration` unless the folders hold all shards of one run, each once; with
  ///   code `.io` when one holds no finished run.
  public init(_ folders: [RunFolder], into destination: RunFolder) throws {
    self.destination = destination
    shards = try folders.map { folder in
      guard let manifest = try Manifest.read(in: folder) else {
        throw SluiceError(.io, "\(folder.path) holds no finished run")
      }
      return (folder, manifest)
    }
    guard !folders.contains(where: { $0.isSame(as: destination) }) else {
      throw SluiceError(.configuration, "\(destination.path) is one of the shards")
    }
    try order()
  }

  /// Sorts the shards and checks that they belong together.
  private mutating func order() throws {
    func complain(_ message: String) -> SluiceError { SluiceError(.configuration, message) }
    let indices = try shards.map { folder, manifest in
      guard let (index, count) = manifest.shard else {
        throw complain("\(folder.path) holds no shard: it was not run with --shard")
      }
      guard count == shards.count else {
        throw complain("\(folder.path) is one of \(count) shards, and \(shards.count) folders are given")
      }
      return index
    }
    guard Set(indices).count == shards.count else {
      let double = indices.first { index in indices.count(where: { $0 == index }) > 1 } ?? 0
      let names = zip(indices, shards).filter { $0.0 == double }.map { $0.1.folder.path }
      throw complain("\(names.joined(separator: " and ")) hold the same shard")
    }
    shards = zip(indices, shards).sorted { $0.0 < $1.0 }.map(\.1)
    for (folder, manifest) in shards.dropFirst() {
      let changes = shards[0].manifest.unsharded.changes(to: manifest.unsharded)
      let sameInputs = shards[0].manifest.identity.inputList == manifest.identity.inputList
      guard changes.isEmpty, sameInputs else {
        let what = changes.isEmpty ? ["the inputs have changed"] : changes
        throw complain(
          "\(shards[0].folder.path) and \(folder.path) are not of one run:\n  "
            + what.joined(separator: "\n  "))
      }
    }
  }

  /// - Throws: `SluiceError` with code `.io` when a file cannot be read or written, or is not what its manifest says.
  public func merge() throws -> Manifest {
    if try Manifest.read(in: destination) != nil {
      throw SluiceError(.io, "\(destination.path) holds a finished run; --restart removes it")
    }
    try destination.clear()
    var merged = shards[0].manifest
    merged.identity = merged.unsharded
    merged.shards = shards.count
    merged.counts = RunCounts()
    (merged.crc, merged.parts, merged.retries, merged.changedInputs) = (0, [], [], [])
    var dead: [UInt8] = []
    var duplicates: [UInt8] = []
    var inputs: InputInventory?
    for (folder, manifest) in shards {
      for part in manifest.parts { try copy(part, of: folder, into: &merged) }
      for entry in try DeadLetterEntry.read(checked(manifest.deadLetters, of: folder)) {
        dead += entry.behind(merged.counts.read).line
      }
      if let list = manifest.duplicates { duplicates += try FileBytes.read(checked(list, of: folder)) }
      let list = try InputInventory(lines: FileBytes.read(checked(manifest.inputs, of: folder)))
      if inputs == nil { inputs = list } else { inputs?.addHashes(of: list) }
      merged.counts += manifest.counts
      merged.retries += manifest.retries
      merged.changedInputs += manifest.changedInputs.filter { !merged.changedInputs.contains($0) }
    }
    let records = merged.parts.reduce(0) { $0 + ($1.records ?? 0) }
    guard merged.counts.isBalanced, records == merged.counts.written else {
      throw SluiceError(.io, "the counts of the shards do not add up")
    }
    merged.deadLetters = try write(dead, RunFolder.deadLetters)
    merged.inputs = try write(inputs?.lines ?? [], RunFolder.inputs)
    if merged.duplicates != nil { merged.duplicates = try write(duplicates, RunFolder.duplicates) }
    try merged.write(in: destination)
    return merged
  }

  private func copy(_ part: Manifest.File, of folder: RunFolder, into merged: inout Manifest) throws {
    let name = RunFolder.part(merged.parts.count)
    let copy = try DurableFile(destination.result(name), cutTo: 0)
    let digest = try FileDigest(folder.result(part.name), continuing: merged.crc, copy: copy)
    guard digest.sha256 == part.sha256 else { throw Self.spoiled(part, of: folder) }
    merged.crc = digest.crc
    merged.parts.append(
      Manifest.File(name: name, bytes: digest.bytes, sha256: digest.sha256, records: part.records))
  }

  /// The path of a file that is what the manifest says.
  private func checked(_ file: Manifest.File, of folder: RunFolder) throws -> String {
    let path = folder.result(file.name)
    guard try FileDigest(path).sha256 == file.sha256 else { throw Self.spoiled(file, of: folder) }
    return path
  }

  private func write(_ bytes: [UInt8], _ name: String) throws -> Manifest.File {
    try AtomicFile.write(bytes, to: destination.result(name))
    return try Manifest.File(name, at: destination.result(name))
  }

  private static func spoiled(_ file: Manifest.File, of folder: RunFolder) -> SluiceError {
    SluiceError(.io, "\(folder.result(file.name)) is not what the manifest says")
  }
}

extension Manifest {
  /// Index and number of shards, when the run was one of several.
  var shard: (index: Int, count: Int)? {
    let text = JSONValue.object(identity.options)["shard"]?.string
    let parts = text?.split(separator: "/").compactMap { Int($0) } ?? []
    return parts.count == 2 ? (parts[0], parts[1]) : nil
  }

  /// The identity of the run that it is a shard of.
  var unsharded: RunIdentity {
    var identity = identity
    for index in identity.options.indices where identity.options[index].key == "shard" {
      identity.options[index].value = .null
    }
    return identity
  }
}
