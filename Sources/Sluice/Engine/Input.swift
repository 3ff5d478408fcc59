/// What a reader yields: something to make a document of.
public struct Input: Sendable {
  public enum Content: Sendable {
    case source(Source)
    /// Read by the worker that takes the input, so that files are read in parallel.
    case file(path: String, mediaType: String)
    /// Decoded by the worker that takes the input, so that reading an archive is quick and decoding runs in
    /// parallel. What it throws becomes a dead letter, or a filtered input when the code is `.filtered`.
    case deferred(@Sendable () throws -> Source)
    /// A URI that a fetch stage will follow.
    case nothing
    /// Something that cannot become a document: it ends as a dead letter.
    case failure(SluiceError)
  }

  /// Unique in its run.
  public var id: String
  public var uri: String?
  public var content: Content
  public var metadata: Metadata
  /// The place in a file that it was read from, where a reader knows it.
  public var origin: InputOrigin?

  public init(
    id: String, uri: String? = nil, content: Content, metadata: Metadata = Metadata(),
    origin: InputOrigin? = nil
  ) {
    self.id = id
    self.uri = uri
    self.content = content
    self.metadata = metadata
    self.origin = origin
  }

  /// The largest input that is read, in bytes.
  public static let maximumSize = 64 << 20

  /// The document that the input becomes.
  ///
  /// - Throws: ``SluiceError``.
  public func document() throws -> Document {
    let source: Source
    switch content {
    case .source(let given): source = given
    case .file(let path, let mediaType):
      source = Source(try FileBytes.read(path, limit: Self.maximumSize), mediaType: mediaType)
    case .deferred(let decode): source = try decode()
    case .nothing: source = Source([])
    case .failure(let error): throw error
    }
    guard source.count <= Self.maximumSize else {
      throw SluiceError(
        .tooLarge, "\(source.count) bytes are more than the \(Self.maximumSize) that are read")
    }
    return Document(id: id, uri: uri, source: source, metadata: metadata)
  }
}
