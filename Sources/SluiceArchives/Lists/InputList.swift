public import Sluice

/// All inputs of a command line, one after the other, in an order that is always the same: arguments as given,
/// files of a folder by the bytes of their paths, records and lines of a file as they stand.
///
/// | argument | inputs |
/// |---|---|
/// | a file that a reader reads, such as `talks.jsonl` or `crawl.warc.gz` | what the reader yields |
/// | another file | itself, whatever its type |
/// | a folder | the files below it of the wanted media types, and those that a reader reads |
/// | `-` | standard input: JSON lines when it begins as such, else one document |
///
/// The id of a file is its path relative to the argument, or its name when the argument is the file itself. Where
/// several arguments would give the same id, each has its argument in front. Inputs of readers keep the ids that
/// they have; one that was used before has the file and its place in it in front, `b.jsonl#12/talk-1`, unless
/// ``InputOptions/IDRule/asGiven`` is asked for.
public struct InputList: Sendable {
  /// The number of inputs when it is known without reading files that hold many, else `nil`.
  public let count: Int?
  /// Files in folders that were passed over for their media type.
  public let passedOver: Int

  private let sources: [InputSource]
  private let options: InputOptions
  private let filter: InputFilter
  private let extent: ShardExtent?
  private var index: Int
  private var current: Current?
  private var ids: UsedIDs?

  private struct Current: Sendable {
    enum Kind: Sendable {
      case reader(any Reader)
      case standardInput(StandardInput)
      case given(ArraySlice<Input>)
    }

    var kind: Kind
    let label: String
    var read = 0
  }

  /// - Parameters:
  ///   - arguments: paths of files and folders, and `-`.
  ///   - readers: of archives and other files that hold many documents; the first that reads a file is taken.
  ///   - mediaTypes: what is taken from folders; by default ``MediaType/ofText``, and everything for `["*"]`.
  ///   - given: the inputs of arguments that are no paths, such as URLs.
  ///   - options: which records are wanted, which shard, and where to start.
  /// - Throws: ``SluiceError`` with code `.io` that names all arguments that cannot be read, or when there is no such
  ///   place to start from.
  public init(
    _ arguments: [String], readers: [any Reader.Type], mediaTypes: [String]? = nil,
    options: InputOptions = InputOptions(), given: [String: [Input]] = [:]
  ) throws {
    try Self.check(arguments.filter { given[$0] == nil })
    var scan = InputScan(readers: readers, mediaTypes: mediaTypes ?? MediaType.ofText, given: given)
    for argument in arguments { scan.add(argument) }
    sources = scan.finish()
    passedOver = scan.passedOver
    self.options = options
    var filter = options.filter
    // Documents are what the pipeline reads.
    if let mediaTypes, filter.mediaTypes == MediaType.ofText { filter.mediaTypes = mediaTypes }
    self.filter = filter
    extent = options.shard.map { [sources] in ShardExtent($0, of: sources) }
    index = options.start.source
    let shares = sources.indices.dropFirst(index).filter { [extent] in extent?.holds(source: $0) ?? true }
    let counts = shares.map { [sources, extent] in
      extent == nil || !sources[$0].holdsMany ? sources[$0].count : nil
    }
    let isWhole = options.start.within == .start && !counts.contains(nil)
    count = isWhole ? counts.reduce(0) { $0 + ($1 ?? 0) } : nil
    if sources.contains(where: \.holdsMany), options.ids == .unique {
      ids = UsedIDs(sources.lazy.filter { !$0.holdsMany }.map(\.id))
    }
    try move(to: options.start)
  }

  /// Goes on at a position that a list of the same arguments had.
  ///
  /// - Throws: ``SluiceError`` when there is no such place, or the file there cannot be opened.
  public mutating func move(to position: InputPosition) throws {
    guard position.source <= sources.count else { throw Self.noSuchPlace(position) }
    current = nil
    index = position.source
    if position.within != .start { try resume(at: position) }
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

  /// The files that inputs come from, in order: what a manifest names.
  public var paths: [String] { sources.map(\.path) }

  /// Where the next input is read from. A list of the same arguments that starts there goes on as this one does.
  public var position: InputPosition {
    guard let current else { return InputPosition(source: index) }
    var within = ReaderPosition(record: current.read)
    if case .reader(let reader) = current.kind, let reader = reader as? any ResumableReader {
      within = reader.position
    }
    return InputPosition(source: index - 1, within: within)
  }

  /// The next input, `nil` at the end. What cannot be read is an input with content `.failure`.
  public mutating func next() throws -> Input? {
    while true {
      if let input = nextOfCurrent() { return input }
      if let extent, index < sources.count, !extent.holds(source: index) {
        index = extent.isBehind(source: index) ? sources.count : index + 1
        continue
      }
      guard index < sources.count else { return nil }
      let source = sources[index]
      index += 1
      switch source.kind {
      case .failure(let error):
        return Input(id: source.id, uri: source.path, content: .failure(error))
      case .file:
        let content = Input.Content.file(path: source.path, mediaType: MediaType.ofFile(named: source.path))
        return Input(id: source.id, uri: source.path, content: content)
      case .standardInput:
        current = Current(kind: .standardInput(StandardInput()), label: source.id)
      case .given(let inputs):
        current = Current(kind: .given(inputs[...]), label: source.id)
      case .reader(let type):
        do {
          current = Current(kind: .reader(try open(type, source)), label: source.id)
        } catch {
          if extent?.holds(index - 1, offset: 0) == false { continue }
          return Input(id: source.id, uri: source.path, content: .failure(Self.wrap(error)))
        }
      }
    }
  }

  private func open(_ type: any Reader.Type, _ source: InputSource) throws -> any Reader {
    let reader = try type.init(path: source.path)
    guard var archive = reader as? any ArchiveReader else { return reader }
    archive.label = source.id
    archive.filter = filter
    return archive
  }

  /// The next input of what is open; closes it at its end, and after an error that it cannot go on behind.
  private mutating func nextOfCurrent() -> Input? {
    guard var open = current else { return nil }
    current = nil
    do {
      switch open.kind {
      case .reader(var reader):
        if let extent, try !extent.enter(&reader, source: index - 1) { return nil }
        guard let input = try reader.next() else { return nil }
        open.kind = .reader(reader)
        defer { current = open }
        return unique(input, &open)
      case .given(var inputs):
        while let extent, !inputs.isEmpty, !extent.holds(index - 1, offset: open.read * InputSource.givenSize)
        {
          inputs.removeFirst()
          open.read += 1
        }
        guard let input = inputs.popFirst() else { return nil }
        open.kind = .given(inputs)
        defer { current = open }
        return unique(input, &open)
      case .standardInput(var reader):
        guard let input = try reader.next() else { return nil }
        open.kind = .standardInput(reader)
        defer { current = open }
        return unique(input, &open)
      }
    } catch {
      let source = sources[index - 1]
      open.read = -1
      return unique(Input(id: source.id, uri: source.path, content: .failure(Self.wrap(error))), &open)
    }
  }

  private mutating func unique(_ input: Input, _ open: inout Current) -> Input {
    var input = input
    open.read += 1
    if ids?.insert(input.id) == false {
      input.id = "\(open.label)#\(open.read)/\(input.id)"
      _ = ids?.insert(input.id)
    }
    return input
  }

  private mutating func resume(at start: InputPosition) throws {
    guard index < sources.count, sources[index].holdsMany else { throw Self.noSuchPlace(start) }
    let source = sources[index]
    index += 1
    var open = Current(kind: .standardInput(StandardInput()), label: source.id, read: start.within.record)
    switch source.kind {
    case .reader(let type):
      var reader = try self.open(type, source)
      if var resumable = reader as? any ResumableReader {
        try resumable.resume(at: start.within)
        reader = resumable
      } else {
        for _ in 0..<start.within.record where try reader.next() == nil { throw Self.noSuchPlace(start) }
      }
      open.kind = .reader(reader)
    case .given(let inputs):
      guard start.within.record <= inputs.count else { throw Self.noSuchPlace(start) }
      open.kind = .given(inputs.dropFirst(start.within.record))
    case .standardInput, .file, .failure:
      var reader = StandardInput()
      for _ in 0..<start.within.record where try reader.next() == nil { throw Self.noSuchPlace(start) }
      open.kind = .standardInput(reader)
    }
    current = open
  }

  private static func noSuchPlace(_ position: InputPosition) -> SluiceError {
    SluiceError(.io, "the inputs have no place \(position.json.jsonText) to go on from")
  }

  private static func wrap(_ error: any Error) -> SluiceError {
    (error as? SluiceError) ?? SluiceError(.io, String(describing: error))
  }
}
