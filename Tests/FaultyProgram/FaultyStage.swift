import Glibc
import Sluice

enum FaultyPlugin: Plugin {
  static let name = "faulty"
  static let stages: [any Stage.Type] = [FaultyStage.self]
}

/// Crashes, hangs, fails or dawdles where the text of a document asks for it.
///
/// | text | what happens |
/// |---|---|
/// | `FAULT segfault` | writes where nothing is |
/// | `FAULT trap` | a failed precondition |
/// | `FAULT exit` | ends the process |
/// | `FAULT kill` | is killed, as for want of memory |
/// | `FAULT once` | writes where nothing is, unless the flag file is there, which it makes |
/// | `FAULT hang` | never comes back |
/// | `FAULT fail` | throws |
/// | `FAULT later` | throws unless the flag file is there |
struct FaultyStage: Stage {
  struct Settings: StageSettings {
    @Setting("A file that takes a line for each document when work on it begins.") var trace: String = ""
    @Setting("A file that says that something has happened before.") var flag: String = ""
    @Setting("Time spent on each document, in microseconds.") var pause: Int = 0
  }

  static let name: StageName = "clean.fault"
  static let summary = "Goes wrong on demand, for tests."
  var contract: Contract { Contract() }
  private let settings: Settings

  init(_ settings: Settings, _ context: LoadContext) { self.settings = settings }

  func process(_ document: inout Document) async throws {
    trace(document.id)
    if settings.pause > 0 { usleep(UInt32(settings.pause)) }
    let text = String(decoding: document.text.bytes, as: UTF8.self)
    guard let mark = text.split(separator: " ").firstIndex(of: "FAULT") else { return }
    switch text.split(separator: " ").dropFirst(mark + 1).first.map({ $0.prefix { $0.isLetter } }) {
    case "segfault": segfault()
    case "trap": preconditionFailure("a fault on demand")
    case "exit": exit(7)
    case "kill": kill(getpid(), SIGKILL)
    case "once": if !hasHappened() { segfault() }
    case "hang": while true { sleep(1) }
    case "fail": throw SluiceError(.stage, "a fault on demand")
    case "later": if access(settings.flag, F_OK) != 0 { throw SluiceError(.stage, "not yet") }
    default: break
    }
  }

  private func segfault() {
    UnsafeMutablePointer<Int>(bitPattern: 16)?.pointee = 1
  }

  private func hasHappened() -> Bool {
    if access(settings.flag, F_OK) == 0 { return true }
    close(creat(settings.flag, 0o644))
    return false
  }

  private func trace(_ id: String) {
    guard !settings.trace.isEmpty else { return }
    let descriptor = open(settings.trace, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    let line = Array("\(id)\n".utf8)
    _ = line.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    close(descriptor)
  }
}
