import Glibc
import Sluice

/// Bytes that do not change and have an address: a mapped file, or memory.
final class ByteRegion: Sendable {
  nonisolated(unsafe) let bytes: UnsafeRawBufferPointer
  private let isMapped: Bool

  var count: Int { bytes.count }

  /// A view of a file; pages are read when they are first looked at.
  ///
  /// - Throws: `SluiceError` with code `.io`.
  init(mapping path: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.failure("cannot open \(path)") }
    defer { close(descriptor) }
    bytes = try Self.map(descriptor, named: path)
    isMapped = true
  }

  /// A view of an open file, which may be closed then.
  init(mapping descriptor: Int32, named name: String) throws {
    bytes = try Self.map(descriptor, named: name)
    isMapped = true
  }

  /// A copy in memory.
  init(_ source: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: source.count, alignment: 16)
    copy.copyBytes(from: source)
    bytes = UnsafeRawBufferPointer(copy)
    isMapped = false
  }

  deinit {
    guard let base = bytes.baseAddress else { return }
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: base), bytes.count)
    } else {
      base.deallocate()
    }
  }

  /// Lets go of the memory behind a range that will hardly be looked at again; it stays readable.
  func release(_ range: Range<Int>) {
    guard isMapped, let base = bytes.baseAddress else { return }
    let page = 4096
    let start = (range.lowerBound + page - 1) / page * page
    let end = range.upperBound / page * page
    if start < end { madvise(UnsafeMutableRawPointer(mutating: base + start), end - start, MADV_DONTNEED) }
  }

  private static func map(_ descriptor: Int32, named name: String) throws -> UnsafeRawBufferPointer {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure("cannot read \(name)") }
    guard status.st_mode & S_IFMT == S_IFREG else { throw SluiceError(.io, "\(name) is not a file") }
    guard status.st_size > 0 else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    let count = Int(status.st_size)
    guard let base = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), base != MAP_FAILED else {
      throw failure("cannot map \(name)")
    }
    madvise(base, count, MADV_SEQUENTIAL)
    return UnsafeRawBufferPointer(start: base, count: count)
  }

  private static func failure(_ message: String) -> SluiceError {
    SluiceError(.io, message, underlying: String(cString: strerror(errno)))
  }
}
