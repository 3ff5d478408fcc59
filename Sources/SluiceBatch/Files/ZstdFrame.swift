import CLibZstd
import Sluice

/// Makes independent zstd frames (RFC 8878) with content size and checksum; the same bytes give the same frame.
final class ZstdFrame {
  /// zstd's own default.
  static let level: Int32 = 3

  private let context: OpaquePointer

  init() throws {
    guard let context = ZSTD_createCCtx() else { throw SluiceError(.io, "no memory for zstd") }
    self.context = context
    ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, Self.level)
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
  }

  deinit { ZSTD_freeCCtx(context) }

  func compress(_ bytes: [UInt8]) throws -> [UInt8] {
    let bound = ZSTD_compressBound(bytes.count)
    return try [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      let result = bytes.withUnsafeBytes {
        ZSTD_compress2(context, buffer.baseAddress, bound, $0.baseAddress, $0.count)
      }
      guard ZSTD_isError(result) == 0 else {
        throw SluiceError(.io, "zstd: \(String(cString: ZSTD_getErrorName(result)))")
      }
      count = result
    }
  }
}
