import Glibc
import Sluice

/// The files below a folder, in the order of their paths' bytes.
///
/// Hidden files and folders are left out. Links are followed; a folder that can be reached on several ways is
/// listed once, so that no ring of links is endless.
struct FolderListing {
  /// Paths relative to the folder.
  private(set) var files: [String] = []
  /// Folders that cannot be read, and why.
  private(set) var failures: [(path: String, error: SluiceError)] = []

  private struct Identity: Hashable {
    let device: UInt
    let inode: UInt
  }

  private let root: String
  private var visited: Set<Identity> = []
  private var folders: [String] = [""]
  private var linkedFolders: [String] = []

  init(_ root: String) {
    self.root = root
    // Folders before links to folders, so that what both lead to goes by its own name.
    while true {
      if let folder = folders.popLast() {
        list(folder)
      } else if let first = linkedFolders.indices.min(by: { linkedFolders[$0] <~ linkedFolders[$1] }) {
        list(linkedFolders.remove(at: first))
      } else {
        break
      }
    }
    files.sort(by: <~)
    failures.sort { $0.path <~ $1.path }
  }

  private mutating func list(_ folder: String) {
    let path = Path.join(root, folder)
    var status = stat()
    guard stat(path, &status) == 0, let directory = opendir(path) else {
      let reason = String(cString: strerror(errno))
      failures.append((folder, SluiceError(.io, "cannot read the folder \(path)", underlying: reason)))
      return
    }
    defer { closedir(directory) }
    guard visited.insert(Identity(device: UInt(status.st_dev), inode: UInt(status.st_ino))).inserted else {
      return
    }
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { sort(in: Path.join(folder, name)) }
    }
  }

  private mutating func sort(in relative: String) {
    let path = Path.join(root, relative)
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    let isLink = status.st_mode & S_IFMT == S_IFLNK
    // A link that leads nowhere is listed as a file: whoever opens it learns why it cannot be.
    if isLink, stat(path, &status) != 0 { return files.append(relative) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR where isLink: linkedFolders.append(relative)
    case S_IFDIR: folders.append(relative)
    case S_IFREG: files.append(relative)
    default: break
    }
  }
}
