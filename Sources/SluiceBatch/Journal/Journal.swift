import Sluice

/// The log of a run's commits. Its first line says what is run on what, every further one is a ``JournalEntry``.
///
/// A commit appends to the output and syncs it, then appends its entry and syncs that. So an entry that can be read
/// vouches for all bytes before the lengths in it, and whatever stands behind them belongs to no commit: it is cut
/// off when the run goes on. A power cut may leave anything behind the last sync; what is torn, spoiled, out of
/// sequence or ahead of the output ends the journal.
struct Journal {
  /// What is run on what.
  let identity: RunIdentity
  /// The commits, in order.
  private(set) var entries: [JournalEntry]
  private let file: DurableFile

  var last: JournalEntry { entries.last ?? JournalEntry() }

  /// Begins a journal.
  init(beginning identity: RunIdentity, in folder: RunFolder) throws {
    self.identity = identity
    entries = []
    try AtomicFile.write(JournalLine.encode(identity.json), to: folder.journal)
    file = try DurableFile(folder.journal, cutTo: FileCalls.size(of: folder.journal) ?? 0)
  }

  /// Takes up a journal where it stopped.
  ///
  /// - Returns: `nil` when there is none, or none that got as far as its first line.
  init?(continuingIn folder: RunFolder) throws {
    guard try FileCalls.size(of: folder.journal) != nil else { return nil }
    let bytes = try FileBytes.read(folder.journal)
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    lines.removeLast()
    guard let first = lines.first.flatMap(JournalLine.decode), let identity = RunIdentity(json: first) else {
      return nil
    }
    self.identity = identity
    entries = []
    for line in lines.dropFirst() {
      guard let entry = JournalLine.decode(line).flatMap(JournalEntry.init),
        entry.sequence == entries.count + 1
      else { break }
      entries.append(entry)
    }
    while let last = entries.last, try !Self.isBacked(last, in: folder) { entries.removeLast() }
    let length = lines.prefix(entries.count + 1).reduce(0) { $0 + $1.count + 1 }
    file = try DurableFile(folder.journal, cutTo: length)
  }

  mutating func append(_ entry: JournalEntry) throws {
    try file.append(entry.line)
    try file.sync()
    entries.append(entry)
  }

  /// `true` when the files are at least as long as the entry says.
  private static func isBacked(_ entry: JournalEntry, in folder: RunFolder) throws -> Bool {
    let needed = [
      (RunFolder.part(entry.part), entry.partLength), (RunFolder.deadLetters, entry.deadLength),
      (RunFolder.duplicates, entry.duplicatesLength), (Deduplication.fileName, entry.fingerprintsLength),
    ]
    return try needed.allSatisfy { name, length in
      try length == 0 || FileCalls.size(of: folder.whereabouts(name)) ?? 0 >= length
    }
  }
}
