import Glibc

/// Colours for people, where there is a terminal that shows them (https://no-color.org).
struct Style: Sendable {
  let isOn: Bool

  init(descriptor: Int32) {
    isOn =
      isatty(descriptor) == 1 && getenv("NO_COLOR").map { $0.pointee == 0 } ?? true
      && getenv("TERM").map { String(cString: $0) != "dumb" } ?? false
  }

  func bold(_ text: String) -> String { code("1", text) }
  func dim(_ text: String) -> String { code("2", text) }
  func red(_ text: String) -> String { code("31", text) }
  func green(_ text: String) -> String { code("32", text) }
  func struck(_ text: String) -> String { isOn ? code("9;31", text) : "[-\(text)-]" }
  func added(_ text: String) -> String { isOn ? code("32", text) : "{+\(text)+}" }

  private func code(_ number: String, _ text: String) -> String {
    isOn ? "\u{1B}[\(number)m\(text)\u{1B}[0m" : text
  }
}
