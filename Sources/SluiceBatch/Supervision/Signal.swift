import Glibc

/// Names of the signals that end processes.
enum Signal {
  static func name(_ number: Int32) -> String {
    switch number {
    case 0: "a call of exit"
    case SIGSEGV: "SIGSEGV"
    case SIGBUS: "SIGBUS"
    case SIGILL: "SIGILL"
    case SIGTRAP: "SIGTRAP"
    case SIGABRT: "SIGABRT"
    case SIGFPE: "SIGFPE"
    case SIGKILL: "SIGKILL, as the kernel sends for want of memory"
    case SIGSYS: "SIGSYS"
    default: "signal \(number)"
    }
  }
}
