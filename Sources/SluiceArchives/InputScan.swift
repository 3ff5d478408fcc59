import Sluice

/// A file, or what cannot be read in the place of one, under the id that it will have.
struct InputSource: Sendable {
  enum Kind: Sendable {
    case file
    case reader(any Reader.Type)
    case standardInput
    /// Inputs that are known already, such as the pages of a sitemap.
    case given([Input])
    case failure(SluiceError)
  }

  var kind: Kind
  var path: String
  var id: String

  /// How many inputs it has, `nil` when that is not known before it is read.
  var count: Int? {
    switch kind {
    case .reader, .standardInput: nil
    case .given(let inputs): inputs.count
    case .file, .failure: 1
    }
  }

  var holdsMany: Bool {
    switch kind {
    case .reader, .standardInput, .given: true
    case .file, .failure: false
    }
  }
}

/// Turns arguments into a list of files with ids that no two share.
struct InputScan {
  private(set) var passedOver = 0

  private let readers: [any Reader.Type]
  private let mediaTypes: [String]
  private var sources: [InputSource] = []
  /// The id of each source with its argument in front.
  private var longIDs: [String] = []

  private let given: [String: [Input]]

  init(readers: [any Reader.Type], mediaTypes: [String], given: [String: [Input]] = [:]) {
    self.given = given
    self.readers = readers
    self.mediaTypes = mediaTypes
  }

  mutating func add(_ argument: String) {
    if let inputs = given[argument] {
      add(.given(inputs), path: argument, id: argument, in: "")
    } else if argument == StandardInput.argument {
      add(.standardInput, path: argument, id: StandardInput.id, in: "")
    } else if FileBytes.isDirectory(argument) {
      let listing = FolderListing(argument)
      for (folder, error) in listing.failures {
        add(
          .failure(error), path: Path.join(argument, folder), id: folder.isEmpty ? argument : folder,
          in: argument)
      }
      for file in listing.files { add(file, in: argument) }
    } else {
      let kind = reader(of: argument).map(InputSource.Kind.reader) ?? .file
      let slash = argument.utf8.lastIndex(of: UInt8(ascii: "/"))
      let folder = slash.map { String(argument[...$0]) } ?? ""
      add(kind, path: argument, id: Path.name(of: argument), in: folder)
    }
  }

  private mutating func add(_ file: String, in folder: String) {
    let path = Path.join(folder, file)
    if let reader = reader(of: path) {
      add(.reader(reader), path: path, id: file, in: folder)
    } else if mediaTypes.contains(MediaType.ofFile(named: path)) {
      add(.file, path: path, id: file, in: folder)
    } else {
      passedOver += 1
    }
  }

  private mutating func add(_ kind: InputSource.Kind, path: String, id: String, in folder: String) {
    sources.append(InputSource(kind: kind, path: path, id: id))
    longIDs.append(Path.join(folder, id))
  }

  private func reader(of path: String) -> (any Reader.Type)? {
    readers.first { $0.reads(path: path) }
  }

  /// The sources, in order, with unique ids.
  func finish() -> [InputSource] {
    var result = sources
    var uses: [String: Int] = [:]
    for source in sources { uses[source.id, default: 0] += 1 }
    for index in result.indices where uses[result[index].id, default: 0] > 1 {
      result[index].id = longIDs[index]
    }
    // The same argument given twice, or names made to collide.
    var taken: Set<String> = []
    for index in result.indices {
      let id = result[index].id
      var number = 2
      while !taken.insert(result[index].id).inserted {
        result[index].id = "\(id)#\(number)"
        number += 1
      }
    }
    return result
  }
}
