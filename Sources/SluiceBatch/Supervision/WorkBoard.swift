import Glibc
public import Sluice
import Synchronization

/// What every worker of a run is at, in memory that a supervising process sees as well, and that outlives a crash.
///
/// Each worker writes its own slot, so nothing is locked; a document costs some twenty stores.
public final class WorkBoard: WorkObserver {
  static let maximumSlots = 1024
  /// Steps of a pipeline whose times are shown.
  static let maximumSteps = 64
  /// More than a chunk usually has documents: one that is forgotten before the next commit would come again.
  static let maximumSuspects = 8192
  private static let suspectCells = 4
  private static let slotCells = 3 + maximumSteps
  private static let size = (slotPlace(maximumSlots)) * 8

  /// The cells at the beginning.
  enum Header: Int, CaseIterable {
    /// Inputs whose results are durable.
    case committed
    /// Number of ``suspects``.
    case suspects
    case restarts
    /// Number of the first input of this run of the engine.
    case firstNumber
    /// 1 once a worker has begun anew.
    case cleared
  }

  static func suspectPlace(_ index: Int) -> Int { Header.allCases.count + index * suspectCells }
  static func slotPlace(_ index: Int) -> Int { suspectPlace(maximumSuspects) + index * slotCells }

  /// Every access is atomic.
  private nonisolated(unsafe) let cells: UnsafeMutablePointer<Atomic<Int64>>
  /// To be inherited by worker processes; -1 when the memory is this process's alone.
  let descriptor: Int32

  /// - Parameter isShared: whether worker processes shall inherit it.
  /// - Throws: `SluiceError` with code `.io`.
  public convenience init(isShared: Bool = false) throws {
    try self.init(descriptor: isShared ? Self.sharedMemory() : -1)
    clearSlots()
  }

  /// - Parameter descriptor: of a board that another process made, -1 for a new one of this process.
  init(descriptor: Int32) throws {
    self.descriptor = descriptor
    let flags = descriptor < 0 ? MAP_PRIVATE | MAP_ANONYMOUS : MAP_SHARED
    let memory = mmap(nil, Self.size, PROT_READ | PROT_WRITE, flags, descriptor, 0)
    guard let memory, memory != MAP_FAILED else { throw FileCalls.failure("cannot map shared memory") }
    cells = memory.bindMemory(to: Atomic<Int64>.self, capacity: Self.size / 8)
  }

  /// Memory without a name that child processes inherit.
  private static func sharedMemory() throws -> Int32 {
    let name = "/sluice-\(getpid())-\(now)"
    let descriptor = shm_open(name, O_RDWR | O_CREAT | O_EXCL, 0o600)
    guard descriptor >= 0 else { throw FileCalls.failure("cannot make shared memory") }
    shm_unlink(name)
    guard fcntl(descriptor, F_SETFD, 0) == 0, ftruncate(descriptor, off_t(size)) == 0 else {
      throw FileCalls.failure("cannot make shared memory")
    }
    return descriptor
  }

  deinit {
    munmap(UnsafeMutableRawPointer(cells), Self.size)
    if descriptor >= 0 { close(descriptor) }
  }

  func load(_ place: Int) -> Int { Int(cells[place].load(ordering: .acquiring)) }
  func store(_ value: Int, _ place: Int) { cells[place].store(Int64(value), ordering: .releasing) }

  subscript(header: Header) -> Int {
    get { load(header.rawValue) }
    set { store(newValue, header.rawValue) }
  }

  // MARK: The worker's side

  public func begin(worker: Int, index: Int) {
    let slot = Self.slotPlace(worker)
    store(Self.now, slot + 1)
    store(0, slot + 2)
    store(self[.firstNumber] + index, slot)
  }

  public func enter(worker: Int, step: Int) {
    store(step, Self.slotPlace(worker) + 2)
  }

  public func end(worker: Int, nanoseconds: [UInt64]) {
    let slot = Self.slotPlace(worker)
    store(-1, slot)
    for (step, time) in nanoseconds.prefix(Self.maximumSteps).enumerated() {
      store(Int(time), slot + 3 + step)
    }
  }

  /// Time spent in each step, over all workers, in nanoseconds.
  public func nanoseconds(steps: Int) -> [Int] {
    (0..<min(steps, Self.maximumSteps)).map { step in
      (0..<Self.maximumSlots).reduce(0) { $0 + load(Self.slotPlace($1) + 3 + step) }
    }
  }

  /// How often a supervisor has started the worker process again.
  public var restarts: Int { self[.restarts] }

  /// `true` for the first caller only, in whatever worker process.
  public func beginsAnew() -> Bool {
    defer { self[.cleared] = 1 }
    return self[.cleared] == 0
  }

  /// Nanoseconds of the monotonic clock, the same in all processes.
  static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
