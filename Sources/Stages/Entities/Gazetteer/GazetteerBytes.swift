import Glibc
import Sluice

/// The bytes of a compiled gazetteer: a file mapped into memory, or an array.
///
/// They never change, so all workers read the same. (The pointer is what keeps the compiler from seeing that.)
final class GazetteerBytes: @unchecked Sendable {
  let bytes: UnsafeRawBufferPointer
  private let isMapped: Bool

  /// Takes a copy.
  init(_ content: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, content.count), alignment: 16)
    copy.copyBytes(from: content)
    bytes = UnsafeRawBufferPointer(rebasing: copy[0..<content.count])
    isMapped = false
  }

  /// Maps a file.
  ///
  /// - Throws: ``SluiceError`` with code `.io`.
  init(mapping path: String) throws {
    func failure() -> SluiceError {
      SluiceError(.io, "cannot open \(path)", underlying: String(cString: strerror(errno)))
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure() }
    let count = Int(status.st_size)
    guard status.st_mode & S_IFMT == S_IFREG, count > 0 else {
      throw SluiceError(.io, "\(path) is no compiled gazetteer", underlying: "it is empty, or no file")
    }
    guard let base = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), base != MAP_FAILED else {
      throw failure()
    }
    bytes = UnsafeRawBufferPointer(start: base, count: count)
    isMapped = true
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    } else {
      bytes.baseAddress.map { UnsafeMutableRawPointer(mutating: $0).deallocate() }
    }
  }
}
