public import Sluice

/// All inputs of a command line, one after the other, in an order that is always the same: arguments as given,
/// files of a folder by the bytes of their paths, lines of a file as they stand.
///
/// | argument | inputs |
/// |---|---|
/// | a file that a reader reads, such as `talks.jsonl` | what the reader yields |
/// | another file | itself, whatever its type |
/// | a folder | the files below it of the wanted media types, and those that a reader reads |
/// | `-` | standard input: JSON lines when it begins as such, else one document |
///
/// The id of a file is its path relative to the argument, or its name when the argument is the file itself. Where
/// several arguments would give the same id, each has its argument in front. Inputs of readers keep the ids that
/// they have; one that was used before has the file and its place in it in front: `b.jsonl#12/talk-1`.
public struct InputList: Sendable {
  /// The number of inputs when it is known without reading files that hold many, else `nil`.
  public let count: Int?
  /// Files in folders that were passed over for their media type.
  public let passedOver: Int

  private var sources: [InputSource]
  private var position = 0
  private var current: Current?
  private var ids: UsedIDs?

  private enum Current: Sendable {
    case reader(any Reader, label: String, read: Int)
    case standardInput(StandardInput, read: Int)
    case given(ArraySlice<Input>, label: String, read: Int)
  }

  /// - Parameters:
  ///   - arguments: paths of files and folders, and `-`.
  ///   - readers: of archives and other files that hold many documents; the first that reads a file is taken.
  ///   - mediaTypes: what is taken from folders; by default ``MediaType/ofText``.
  ///   - given: the inputs of arguments that are no paths, such as URLs.
  /// - Throws: ``SluiceError`` with code `.io` that names all arguments that cannot be read.
  public init(
    _ arguments: [String], readers: [any Reader.Type], mediaTypes: [String]? = nil,
    given: [String: [Input]] = [:]
  ) throws {
    try Self.check(arguments.filter { given[$0] == nil })
    var scan = InputScan(readers: readers, mediaTypes: mediaTypes ?? MediaType.ofText, given: given)
    for argument in arguments { scan.add(argument) }
    sources = scan.finish()
    passedOver = scan.passedOver
    let holdsMany = sources.contains(where: \.holdsMany)
    count = sources.contains { $0.count == nil } ? nil : sources.reduce(0) { $0 + ($1.count ?? 0) }
    if holdsMany { ids = UsedIDs(sources.lazy.filter { !$0.holdsMany }.map(\.id)) }
  }

  private static func check(_ arguments: [String]) throws {
    let missing = arguments.filter { argument in
      argument != StandardInput.argument && !FileBytes.isDirectory(argument)
        && !FileBytes.isReadableFile(argument)
    }
    guard missing.isEmpty else {
      throw SluiceError(.io, "no file or folder that can be read: \(missing.joined(separator: ", "))")
    }
    guard arguments.count(where: { $0 == StandardInput.argument }) < 2 else {
      throw SluiceError(.io, "standard input can be read once only")
    }
  }

  /// The next input, `nil` at the end. What cannot be read is an input with content `.failure`.
  public mutating func next() throws -> Input? {
    while true {
      if let input = nextOfCurrent() { return input }
      guard position < sources.count else { return nil }
      let source = sources[position]
      position += 1
      switch source.kind {
      case .failure(let error):
        return Input(id: source.id, uri: source.path, content: .failure(error))
      case .file:
        let content = Input.Content.file(path: source.path, mediaType: MediaType.ofFile(named: source.path))
        return Input(id: source.id, uri: source.path, content: content)
      case .standardInput:
        current = .standardInput(StandardInput(), read: 0)
      case .given(let inputs):
        current = .given(inputs[...], label: source.id, read: 0)
      case .reader(let type):
        do {
          current = .reader(try open(type, source), label: source.id, read: 0)
        } catch {
          return Input(id: source.id, uri: source.path, content: .failure(Self.wrap(error)))
        }
      }
    }
  }

  private func open(_ type: any Reader.Type, _ source: InputSource) throws -> any Reader {
    let reader = try type.init(path: source.path)
    guard var lines = reader as? JSONLinesReader else { return reader }
    lines.label = source.id
    return lines
  }

  /// The next input of what is open; closes it at its end, and after an error that it cannot go on behind.
  private mutating func nextOfCurrent() -> Input? {
    do {
      switch current {
      case nil: return nil
      case .reader(var reader, let label, let read):
        current = nil
        guard let input = try reader.next() else { return nil }
        current = .reader(reader, label: label, read: read + 1)
        return unique(input, label, read + 1)
      case .given(var inputs, let label, let read):
        current = nil
        guard let input = inputs.popFirst() else { return nil }
        current = .given(inputs, label: label, read: read + 1)
        return unique(input, label, read + 1)
      case .standardInput(var reader, let read):
        current = nil
        guard let input = try reader.next() else { return nil }
        current = .standardInput(reader, read: read + 1)
        return unique(input, StandardInput.id, read + 1)
      }
    } catch {
      current = nil
      let source = sources[position - 1]
      return unique(Input(id: source.id, uri: source.path, content: .failure(Self.wrap(error))), source.id, 0)
    }
  }

  private mutating func unique(_ input: Input, _ label: String, _ number: Int) -> Input {
    var input = input
    if ids?.insert(input.id) == false {
      input.id = "\(label)#\(number)/\(input.id)"
      _ = ids?.insert(input.id)
    }
    return input
  }

  private static func wrap(_ error: any Error) -> SluiceError {
    (error as? SluiceError) ?? SluiceError(.io, String(describing: error))
  }
}

/// The ids that inputs have so far, as 64-bit hashes: eight bytes for each.
private struct UsedIDs: Sendable {
  private var hashes: Set<UInt64> = []

  init(_ ids: some Sequence<String>) {
    for id in ids { _ = insert(id) }
  }

  /// `false` when the id was used before.
  mutating func insert(_ id: String) -> Bool {
    // FNV-1a.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hashes.insert(hash).inserted
  }
}
