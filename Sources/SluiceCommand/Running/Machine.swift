import Glibc

enum Machine {
  /// Processors that are online.
  static let cores = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  static var standardOutputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
  /// The width to set text in: the terminal's, within what reads well.
  static var terminalColumns: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 96 }
    return min(100, max(40, Int(size.ws_col)))
  }

  static var standardInputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }
}
