import Sluice

/// What is wrong with a record, and in which member.
struct RecordFault: Error {
  var path = ""
  var message: String

  init(_ message: String) {
    self.message = message
  }

  private func inside(_ step: String) -> RecordFault {
    var copy = self
    copy.path = path.isEmpty || path.hasPrefix("[") ? step + path : "\(step).\(path)"
    return copy
  }

  /// Reads a member that may be missing.
  static func optional<T>(
    _ object: JSONValue, _ key: String, _ read: (JSONValue) throws(RecordFault) -> T
  ) throws(RecordFault) -> T? {
    guard let value = object[key], value != .null else { return nil }
    do throws(RecordFault) {
      return try read(value)
    } catch {
      throw error.inside(key)
    }
  }

  /// Reads a member that must be there.
  static func required<T>(
    _ object: JSONValue, _ key: String, _ read: (JSONValue) throws(RecordFault) -> T
  ) throws(RecordFault) -> T {
    guard let value = try optional(object, key, read) else { throw RecordFault("it is missing").inside(key) }
    return value
  }

  static func forEach(
    _ list: JSONValue, _ body: (JSONValue) throws(RecordFault) -> Void
  ) throws(RecordFault) {
    guard let elements = list.array else { throw RecordFault("expected a list") }
    for (index, element) in elements.enumerated() {
      do throws(RecordFault) {
        try body(element)
      } catch {
        throw error.inside("[\(index)]")
      }
    }
  }

  static func string(_ value: JSONValue) throws(RecordFault) -> String {
    guard let text = value.string else { throw RecordFault("expected a text") }
    return text
  }

  static func number(_ value: JSONValue) throws(RecordFault) -> Double {
    guard let number = value.number else { throw RecordFault("expected a number") }
    return number
  }

  /// A whole number of at least 0 that ranges can hold.
  static func count(_ value: JSONValue) throws(RecordFault) -> Int {
    guard let number = value.integer, (0...Int(Int32.max)).contains(number) else {
      throw RecordFault("expected a whole number from 0 to \(Int32.max)")
    }
    return number
  }

  /// `[start,end]`.
  static func bounds(_ value: JSONValue) throws(RecordFault) -> Range<Int> {
    guard let numbers = value.array, numbers.count == 2 else { throw RecordFault("expected [start, end]") }
    let start = try count(numbers[0])
    let end = try count(numbers[1])
    guard start <= end else { throw RecordFault("the range ends before it starts") }
    return start..<end
  }
}
