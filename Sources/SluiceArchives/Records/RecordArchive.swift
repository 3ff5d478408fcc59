import Sluice
import Synchronization

/// A WARC or ARC file that is open, and how far it has been read.
final class RecordArchive: Sendable {
  private let scanner: Mutex<RecordScanner>

  init(_ region: ByteRegion) {
    scanner = Mutex(RecordScanner(region, codec: Compression.codec(of: region)))
  }

  var position: ReaderPosition { scanner.withLock { $0.position } }

  func resume(at position: ReaderPosition) throws {
    try scanner.withLock { try $0.resume(at: position) }
  }

  func next(where isWanted: @Sendable (ArchiveRecord) -> Bool) -> RecordScanner.Event? {
    scanner.withLock { $0.next(where: isWanted) }
  }

  /// Whether a file's first bytes are those of a WARC or ARC file, compressed or not.
  static func begins(_ head: [UInt8]) -> Bool {
    head.withUnsafeBytes { bytes in
      let compression = Compression(bytes)
      guard compression != nil else { return RecordHeader.begins(bytes) }
      // A dictionary comes first in WARC files of zstd only.
      if compression == .zstd, bytes.first == 0x5D { return true }
      let beginning =
        switch compression {
        case .gzip: ContentDecoding.gzip(bytes, limit: 1 << 16).bytes
        case .zstd: ContentDecoding.zstd(bytes, limit: 1 << 16).bytes
        case .lz4, nil: [UInt8]()
        }
      return beginning.withUnsafeBytes { RecordHeader.begins($0) }
    }
  }
}
