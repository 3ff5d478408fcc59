import Sluice
import Synchronization

/// The bytes of a file or of memory, decompressed when they are gzip, zstd or lz4.
final class RegionStream: ByteStream {
  private struct State {
    var codec: (any UnitCodec)?
    var buffer = ByteBuffer(capacity: unitPiece)
    /// Where the next unit is looked for, or in plain bytes, what comes next.
    var offset = 0
    var isOpen = false
    var produced = 0
    var released = 0
    var isAtEnd = false
  }

  let path: String
  private let region: ByteRegion
  private let isPlain: Bool
  private let state: Mutex<State>

  init(_ region: ByteRegion, path: String) {
    self.path = path
    self.region = region
    isPlain = Compression(region.bytes) == nil
    state = Mutex(State(codec: Compression.codec(of: region)))
  }

  var fileOffset: Int? {
    isPlain ? nil : state.withLock { $0.offset + ($0.isOpen ? $0.codec?.consumed ?? 0 : 0) }
  }

  func read(upTo count: Int) throws -> [UInt8] {
    let (region, path) = (region, path)
    return try state.withLock { state in
      guard let codec = state.codec else {
        let piece = region.bytes.slice(state.offset..<(state.offset + count))
        state.offset += piece.count
        return Array(piece)
      }
      if state.buffer.count == 0 { try Self.fill(&state, codec, region, path) }
      let piece = Array(state.buffer.bytes.prefix(count))
      state.buffer.consume(piece.count)
      return piece
    }
  }

  private static func fill(_ state: inout State, _ codec: any UnitCodec, _ region: ByteRegion, _ path: String)
    throws
  {
    while state.buffer.count == 0, !state.isAtEnd {
      if !state.isOpen {
        guard let unit = codec.unit(from: state.offset), unit.isExact else {
          state.isAtEnd = true
          guard region.bytes.slice(from: state.offset).allSatisfy({ $0 == 0 }) else {
            throw SluiceError(.unreadable, "what follows byte \(state.offset) of \(path) is not compressed")
          }
          return
        }
        state.offset = unit.offset
        codec.begin(at: unit.offset)
        state.isOpen = true
      }
      let progress = codec.read(into: state.buffer)
      state.produced += state.buffer.count
      switch progress {
      case .more:
        let done = state.offset + codec.consumed
        if done - state.released > 8 << 20 {
          region.release(state.released..<done)
          state.released = done
        }
        guard !RecordWindow.isBomb(state.produced, of: state.offset + codec.consumed) else {
          throw SluiceError(.tooLarge, "\(path) expands to more than is ever read")
        }
      case .done(let end):
        state.isOpen = false
        state.offset = end
      case .cut, .damaged:
        state.isAtEnd = true
        if state.buffer.count == 0 {
          let what = progress == .cut ? "cut off" : "damaged"
          throw SluiceError(.unreadable, "the compression of \(path) is \(what)")
        }
        // The next call says so.
        state.isAtEnd = false
        state.isOpen = true
      }
    }
  }

  func seek(to offset: Int) throws {
    guard !isPlain else {
      guard (0...region.count).contains(offset) else {
        throw SluiceError(.io, "\(path) has no byte \(offset)")
      }
      return state.withLock { $0.offset = offset }
    }
    state.withLock { state in
      state.buffer.removeAll()
      (state.offset, state.produced, state.released) = (0, 0, 0)
      (state.isOpen, state.isAtEnd) = (false, false)
    }
    var left = offset
    while left > 0 {
      let piece = try read(upTo: min(left, unitPiece))
      guard !piece.isEmpty else { throw SluiceError(.io, "\(path) has no byte \(offset)") }
      left -= piece.count
    }
  }
}
