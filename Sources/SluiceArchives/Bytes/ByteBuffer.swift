/// Memory that grows and whose front is consumed.
final class ByteBuffer {
  private var memory: UnsafeMutableRawBufferPointer
  private var start = 0
  private var end = 0

  init(capacity: Int) {
    memory = .allocate(byteCount: capacity, alignment: 16)
  }

  deinit { memory.deallocate() }

  var count: Int { end - start }
  var capacity: Int { memory.count }

  /// What is in it.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: memory[start..<end]) }

  /// Room behind the content for at least so many bytes.
  func room(_ least: Int) -> UnsafeMutableRawBufferPointer {
    if memory.count - end < least {
      if start > 0, memory.count - (end - start) >= least, start >= end - start {
        memory.copyMemory(from: bytes)
      } else {
        let larger = UnsafeMutableRawBufferPointer.allocate(
          byteCount: max(end - start + least, min(memory.count * 2, memory.count + (16 << 20))), alignment: 16
        )
        larger.copyMemory(from: bytes)
        memory.deallocate()
        memory = larger
      }
      (start, end) = (0, end - start)
    }
    return UnsafeMutableRawBufferPointer(rebasing: memory[end...])
  }

  /// Counts bytes that were written to the room as content.
  func append(_ count: Int) { end += count }

  func append(_ bytes: UnsafeRawBufferPointer) {
    room(bytes.count).copyMemory(from: bytes)
    end += bytes.count
  }

  /// Drops bytes at the front.
  func consume(_ count: Int) {
    start += count
    if start == end { (start, end) = (0, 0) }
  }

  /// Drops bytes at the end.
  func truncate(to count: Int) { end = start + count }

  func removeAll() { (start, end) = (0, 0) }

  /// Gives memory back when it is empty and much larger than usual.
  func trim(to capacity: Int) {
    guard count == 0, memory.count > capacity else { return }
    memory.deallocate()
    memory = .allocate(byteCount: capacity, alignment: 16)
    (start, end) = (0, 0)
  }
}
