import Sluice
import SluiceArchives
import SluiceHash

/// The growing files of a run and its journal: takes chunks in order, and makes each durable.
struct RunLog {
  private let folder: RunFolder
  private var journal: Journal
  private let frames: ZstdFrame
  private var part: DurableFile
  private let deadLetters: DurableFile
  private let duplicates: DurableFile
  private let fingerprints: DurableFile
  /// A part that has this many bytes takes no further chunk.
  private let partSize: Int

  /// The last commit.
  var last: JournalEntry { journal.last }
  /// All commits.
  var entries: [JournalEntry] { journal.entries }

  /// Opens the files and cuts them back to the last commit.
  init(_ journal: Journal, in folder: RunFolder, partSize: Int) throws {
    let last = journal.last
    self.folder = folder
    self.journal = journal
    self.partSize = partSize
    frames = try ZstdFrame()
    part = try DurableFile(folder.growing(RunFolder.part(last.part)), cutTo: last.partLength)
    deadLetters = try DurableFile(folder.growing(RunFolder.deadLetters), cutTo: last.deadLength)
    duplicates = try DurableFile(folder.growing(RunFolder.duplicates), cutTo: last.duplicatesLength)
    fingerprints = try DurableFile(folder.growing(Deduplication.fileName), cutTo: last.fingerprintsLength)
    for name in try FileCalls.names(in: folder.work) where RunFolder.isPart(name) {
      if name > RunFolder.part(last.part) { try FileCalls.remove(folder.growing(name)) }
    }
    try FileCalls.sync(folder: folder.work)
  }

  /// Returns once the chunk can no longer be lost.
  ///
  /// - Parameters:
  ///   - position: where reading goes on behind it.
  ///   - isLast: whether the inputs are at their end.
  /// - Throws: `SluiceError` with code `.io`; the run can then go on from the commit before.
  mutating func commit(_ chunk: Chunk, position: InputPosition, isLast: Bool) throws {
    var entry = journal.last
    if part.length >= partSize, !chunk.records.isEmpty {
      entry.part += 1
      part = try DurableFile(folder.growing(RunFolder.part(entry.part)), cutTo: 0)
      try FileCalls.sync(folder: folder.work)
    }
    if !chunk.records.isEmpty {
      let frame = try frames.compress(chunk.records)
      try part.append(frame)
      var crc = CRC32(continuing: entry.crc)
      crc.update(frame)
      entry.crc = crc.value
    }
    try deadLetters.append(chunk.deadLetters)
    try duplicates.append(chunk.duplicates)
    try fingerprints.append(chunk.fingerprints)
    for file in [part, deadLetters, duplicates, fingerprints] { try file.sync() }
    entry.sequence += 1
    entry.position = position
    entry.counts += chunk.counts
    entry.partLength = part.length
    entry.deadLength = deadLetters.length
    entry.duplicatesLength = duplicates.length
    entry.fingerprintsLength = fingerprints.length
    entry.isLast = isLast
    try journal.append(entry)
  }
}
