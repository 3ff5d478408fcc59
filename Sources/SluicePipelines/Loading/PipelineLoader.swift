import Sluice

/// Takes a pipeline file from bytes to a runnable pipeline, and collects every complaint on the way.
struct PipelineLoader {
  /// Files that extend files that extend files: no deeper than this.
  private static let maximumExtends = 10
  /// More complaints than this help nobody.
  private static let maximumDiagnostics = 100

  private let registry: Registry
  private let file: String
  private let directory: String
  private let isFile: Bool
  private let overrides: [Override]
  private let reader: SettingsReader
  private var sources: YAMLSources

  init(
    registry: Registry, file: String, directory: String, isFile: Bool, overrides: [String],
    environment: [String: String]
  ) {
    self.registry = registry
    self.file = file
    self.directory = directory
    self.isFile = isFile
    self.overrides = overrides.map { Override($0) }
    sources = YAMLSources(variables: Variables(environment: environment))
    let nonFiles = self.overrides.map(\.file) + (isFile ? [] : [file])
    reader = SettingsReader(directory: directory, nonFiles: Set(nonFiles))
  }

  mutating func load(_ content: [UInt8]) throws(ConfigurationError) -> LoadedPipeline {
    let chain = isFile ? [FilePaths.canonical(file)] : []
    guard var draft = draft(of: content, file: file, chain: chain) else { throw failure() }
    for override in overrides { override.apply(to: &draft, &sources, reader) }
    let name = text(draft.name, "name") ?? defaultName
    let description = text(draft.description, "description")
    let tests = draft.tests.compactMap {
      TestEntry($0, directory: directory, checksInput: isFile, reader)
    }
    TestEntry.checkNames(tests.map(\.test), reader)
    let maker = StageMaker(
      registry: registry, context: LoadContext(directory: directory, readYAML: YAMLReader.document),
      reader: reader, sources: sources)
    let made = draft.stages?.map { maker.make($0) }
    if let made { checkPlan(made) }
    let files = contents(of: made ?? [])
    guard reader.diagnostics.isEmpty, sources.variableDiagnostics.isEmpty, let made else { throw failure() }

    let pipeline: Pipeline
    do {
      pipeline = try Pipeline(name: name, steps: made.compactMap(\.step), registry: registry)
    } catch {
      throw (error as? ConfigurationError)
        ?? ConfigurationError([Diagnostic(String(describing: error), at: nil)])
    }
    let stages = made.map(\.normalForm)
    var members: [JSONValue.Member] = [
      .init("sluice", .integer(PipelineDraft.version)), .init("name", .string(name)),
    ]
    if let description { members.append(.init("description", .string(description))) }
    members.append(.init("stages", .array(stages)))
    if !tests.isEmpty { members.append(.init("tests", .array(tests.map(\.normalForm)))) }
    return LoadedPipeline(
      pipeline: pipeline, name: name, description: description,
      hash: LoadedPipeline.hash(of: stages, files: files), normalForm: .object(members),
      tests: tests.map(\.test))
  }

  private var defaultName: String {
    let stem = FilePaths.stem(of: file)
    return stem.contains { !$0.isLetter && !$0.isNumber && !"-_ .".contains($0) } ? "pipeline" : stem
  }

  private func failure() -> ConfigurationError {
    let files = Set(overrides.map(\.file))
    let found = sources.withVariables(reader.diagnostics).map {
      DiagnosticText.shortened(Override.presented($0, overrides: files))
    }
    // One cause can come up in several ways; what reads alike is said once.
    var seen: Set<Diagnostic> = []
    let all = ConfigurationError(found.filter { seen.insert($0).inserted }).diagnostics
    guard all.count > Self.maximumDiagnostics else { return ConfigurationError(all) }
    let more = all.count - Self.maximumDiagnostics
    return ConfigurationError(
      all.prefix(Self.maximumDiagnostics) + [Diagnostic("… and \(more) more errors", at: nil)])
  }

  // MARK: - Files

  private mutating func draft(of content: [UInt8], file: String, chain: [String]) -> PipelineDraft? {
    do {
      let text = try YAMLText(content, file: file)
      guard let root = sources.read(text, reader) else { return nil }
      return PipelineDraft(root, start: text.start, reader) { base(of: file, path: $0, chain: chain) }
    } catch {
      for diagnostic in error.diagnostics {
        reader.complain(diagnostic.message, at: diagnostic.position, hint: diagnostic.hint)
      }
      return nil
    }
  }

  /// The file that another one extends.
  private mutating func base(of file: String, path node: ConfigNode, chain: [String]) -> PipelineDraft? {
    guard case .scalar(let written) = node.content, !written.isEmpty else {
      reader.expected("the path of a pipeline file", at: node)
      return nil
    }
    let start = file == self.file ? directory : FilePaths.directory(of: file)
    let path = FilePaths.joined(start, written)
    let canonical = FilePaths.canonical(path)
    guard !chain.contains(canonical) else {
      let message =
        chain.last == canonical ? "the file extends itself" : "this file is extended by '\(written)' already"
      reader.complain(message, at: node.position, hint: "remove one 'extends' of the circle")
      return nil
    }
    guard chain.count < Self.maximumExtends else {
      reader.complain("more than \(Self.maximumExtends) files extend each other", at: node.position)
      return nil
    }
    do {
      let content = try FileBytes.read(path, limit: YAMLText.maximumSize)
      return draft(of: content, file: path, chain: chain + [canonical])
    } catch {
      let error = error as? SluiceError
      reader.complain(
        "file '\(written)' cannot be read", at: node.position,
        hint: error?.code == .tooLarge ? "it is too large" : (path == written ? nil : "looked for \(path)"))
      return nil
    }
  }

  private func contents(of stages: [StageMaker.Result]) -> [(written: String, content: [UInt8])] {
    var files: [(written: String, content: [UInt8])] = []
    for stage in stages {
      for file in stage.files {
        do {
          files.append((file.written, try file.contents()))
        } catch {
          reader.complain("file '\(file.written)' cannot be read", at: stage.outline.position)
        }
      }
    }
    return files
  }

  // MARK: - Checks

  private func text(_ node: ConfigNode?, _ key: String) -> String? {
    guard let node else { return nil }
    guard let text = String.read(node, reader) else { return nil }
    if text.isEmpty { reader.complain("the \(key) is empty", at: node.position) }
    return text
  }

  private func checkPlan(_ stages: [StageMaker.Result]) {
    for diagnostic in Pipeline.check(stages.map(\.outline), registry: registry) {
      reader.complain(diagnostic.message, at: diagnostic.position, hint: diagnostic.hint)
    }
  }
}
