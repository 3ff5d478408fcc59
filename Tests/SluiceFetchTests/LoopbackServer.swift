import Glibc
import Synchronization

/// An HTTP server on loopback, for one test: what it sends is scripted byte by byte.
final class LoopbackServer: Sendable {
  struct Request: Sendable {
    let target: String
    let header: String

    /// The value of a header field, `nil` when it was not sent.
    func field(_ name: String) -> String? {
      header.split(separator: "\r\n").first { $0.lowercased().hasPrefix(name.lowercased() + ":") }
        .map { String($0.dropFirst(name.count + 1).drop { $0 == " " }) }
    }
  }

  enum Step: Sendable {
    case send([UInt8])
    case sendAgain([UInt8], times: Int)
    case pause(milliseconds: Int)
    case close

    static func text(_ text: String) -> Step { .send(Array(text.utf8)) }
  }

  typealias Handler = @Sendable (Request) -> [Step]

  let port: Int
  private let listener: Int32
  private let handler: Handler
  private let log = Mutex<[Request]>([])

  struct Failure: Error {}

  init(_ handler: @escaping Handler) throws {
    signal(SIGPIPE, SIG_IGN)
    self.handler = handler
    let listening = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(listening, address, length) == 0 && listen(listening, 128) == 0
          && getsockname(listening, address, &length) == 0
      }
    }
    listener = listening
    port = Int(UInt16(bigEndian: address.sin_port))
    guard isListening else { throw Failure() }
    let box = WeakServer(self)
    Self.spawn {
      while case let client = accept(listening, nil, nil), client >= 0 {
        Self.spawn { box.server?.serve(client) ?? { _ = Glibc.close(client) }() }
      }
      Glibc.close(listening)
    }
  }

  deinit { shutdown(listener, Int32(SHUT_RDWR)) }

  func url(_ target: String) -> String { "http://127.0.0.1:\(port)\(target)" }

  /// What was asked for, in order.
  var requests: [Request] { log.withLock { $0 } }

  func count(_ target: String) -> Int { requests.count { $0.target == target } }

  private func serve(_ client: Int32) {
    defer { Glibc.close(client) }
    var timeout = timeval(tv_sec: 5, tv_usec: 0)
    setsockopt(client, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
    var noDelay: Int32 = 1
    setsockopt(client, Int32(IPPROTO_TCP), TCP_NODELAY, &noDelay, socklen_t(MemoryLayout<Int32>.size))
    while let request = Self.request(from: client) {
      log.withLock { $0.append(request) }
      for step in handler(request) {
        switch step {
        case .send(let bytes): guard Self.send(bytes, to: client) else { return }
        case .sendAgain(let bytes, let times):
          for _ in 0..<times { guard Self.send(bytes, to: client) else { return } }
        case .pause(let milliseconds): usleep(UInt32(milliseconds) * 1000)
        case .close: return
        }
      }
    }
  }

  private static func request(from client: Int32) -> Request? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while !bytes.suffix(4).elementsEqual("\r\n\r\n".utf8) {
      let count = recv(client, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      bytes += buffer[..<count]
    }
    let header = String(decoding: bytes, as: UTF8.self)
    let target = header.split(separator: " ").dropFirst().first.map(String.init) ?? ""
    return Request(target: target, header: header)
  }

  private static func send(_ bytes: [UInt8], to client: Int32) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.send(
          client, $0.baseAddress?.advanced(by: done), bytes.count - done, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }

  private static func spawn(_ body: @escaping @Sendable () -> Void) {
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { context in
        if let context { Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body() }
        return nil
      }, Unmanaged.passRetained(Work(body)).toOpaque())
    pthread_detach(thread)
  }
}

private final class Work: Sendable {
  let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}

private struct WeakServer: Sendable {
  weak let server: LoopbackServer?

  init(_ server: LoopbackServer) { self.server = server }
}
