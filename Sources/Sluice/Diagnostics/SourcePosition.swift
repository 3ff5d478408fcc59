/// A place in a text file.
public struct SourcePosition: Hashable, Sendable, CustomStringConvertible {
  /// Path of the file as the user gave it.
  public var file: String
  /// Both from 1; the column counts characters.
  public var line: Int
  public var column: Int

  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  public var description: String { "\(file):\(line):\(column)" }
}

extension SourcePosition: Comparable {
  public static func < (a: SourcePosition, b: SourcePosition) -> Bool {
    (a.file, a.line, a.column) < (b.file, b.line, b.column)
  }
}
