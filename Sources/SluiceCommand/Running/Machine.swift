import Glibc

enum Machine {
  /// Processors that this process may use.
  static let cores: Int = {
    var set = cpu_set_t()
    let count = sched_getaffinity(0, MemoryLayout<cpu_set_t>.size, &set) == 0 ? countOfBits(set) : 0
    return count > 0 ? count : max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }()

  private static func countOfBits(_ set: cpu_set_t) -> Int {
    withUnsafeBytes(of: set) { $0.reduce(0) { $0 + $1.nonzeroBitCount } }
  }

  static var standardOutputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  static var standardInputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }
}
