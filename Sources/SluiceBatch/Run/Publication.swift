import Sluice

/// Gives the files of a run that is over their names, and writes its manifest.
///
/// Every step can be done twice: a run that is killed on the way does them again.
struct Publication {
  let folder: RunFolder
  let identity: RunIdentity
  /// All commits of the run; the last is its end.
  let entries: [JournalEntry]
  let hasDuplicates: Bool
  /// Index and number of shards.
  let shard: (index: Int, count: Int)?

  /// - Parameter inventory: of the inputs as they are now.
  /// - Throws: `SluiceError` with code `.io`, also when a part is not what was written.
  func publish(_ inventory: InputInventory) throws -> Manifest {
    let last = entries.last ?? JournalEntry()
    let parts = try verifiedParts(last)
    try cut(RunFolder.deadLetters, to: last.deadLength)
    try cut(RunFolder.duplicates, to: last.duplicatesLength)
    let list = folder.whereabouts(RunFolder.inputs)
    var inputs = try InputInventory(lines: FileBytes.read(list))
    let changed = inputs.changes(to: inventory)
    inputs.hashContents(part: shard?.index ?? 0, of: shard?.count ?? 1)
    try AtomicFile.write(inputs.lines, to: list)

    var names = parts.map(\.name) + [RunFolder.deadLetters, RunFolder.inputs]
    if hasDuplicates { names.append(RunFolder.duplicates) }
    for name in names where folder.whereabouts(name) == folder.growing(name) {
      try FileCalls.move(folder.growing(name), to: folder.result(name))
    }
    try FileCalls.sync(folder: folder.path)
    let manifest = Manifest(
      identity: identity, counts: last.counts, crc: last.crc, parts: parts,
      deadLetters: try file(RunFolder.deadLetters),
      duplicates: hasDuplicates ? try file(RunFolder.duplicates) : nil, inputs: try file(RunFolder.inputs),
      changedInputs: changed)
    try manifest.write(in: folder)
    try folder.removeWork()
    return manifest
  }

  /// Takes away what a power cut has left behind the last commit.
  private func cut(_ name: String, to length: Int) throws {
    if folder.whereabouts(name) == folder.growing(name) {
      _ = try DurableFile(folder.growing(name), cutTo: length)
    }
  }

  private func file(_ name: String) throws -> Manifest.File {
    try Manifest.File(name, at: folder.result(name))
  }

  /// Reads all parts once more; what the disk holds must be what was written.
  private func verifiedParts(_ last: JournalEntry) throws -> [Manifest.File] {
    var parts: [Manifest.File] = []
    var crc: UInt32 = 0
    var records = 0
    for number in 0...last.part {
      let end = entries.last { $0.part == number } ?? last
      let name = RunFolder.part(number)
      guard end.partLength > 0 else { continue }
      try cut(name, to: end.partLength)
      let digest = try FileDigest(folder.whereabouts(name), continuing: crc)
      guard digest.crc == end.crc, digest.bytes == end.partLength else {
        throw SluiceError(.io, "\(folder.whereabouts(name)) does not hold what was written to it")
      }
      crc = digest.crc
      parts.append(
        Manifest.File(
          name: name, bytes: digest.bytes, sha256: digest.sha256, records: end.counts.written - records))
      records = end.counts.written
    }
    return parts
  }
}
