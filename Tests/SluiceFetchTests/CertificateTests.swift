import Foundation
import Sluice
import SluiceTesting
import Testing

@testable import SluiceFetch

@Suite struct CertificateTests {
  private static let openssl = ["/usr/bin/openssl", "/usr/local/bin/openssl"].first(
    where: FileBytes.isReadableFile)

  /// A server with a certificate that nobody knows but this test.
  private final class TLSServer {
    let port: Int
    private let process = Process()

    init(_ openssl: String, in folder: String, names: String) throws {
      // A port that was free a moment ago.
      port = try LoopbackServer { _ in [] }.port
      let made = try Self.run(
        openssl,
        [
          "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
          "-subj",
          "/CN=test", "-addext", "subjectAltName=\(names)", "-keyout", "\(folder)/key.pem", "-out",
          "\(folder)/cert.pem",
        ])
      made.waitUntilExit()
      process.executableURL = URL(fileURLWithPath: openssl)
      process.arguments = [
        "s_server", "-accept", "127.0.0.1:\(port)", "-www", "-quiet", "-key", "\(folder)/key.pem", "-cert",
        "\(folder)/cert.pem",
      ]
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      process.standardInput = Pipe()
      try process.run()
    }

    deinit { process.terminate() }

    private static func run(_ path: String, _ arguments: [String]) throws -> Process {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: path)
      process.arguments = arguments
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      return process
    }
  }

  @Test(.enabled(if: openssl != nil, "openssl is not installed"))
  func certificatesAreVerified() async throws {
    let openssl = try #require(Self.openssl)
    let folder = try TemporaryFolder()
    let server = try TLSServer(openssl, in: folder.path, names: "IP:127.0.0.1,DNS:tls.example")
    let certificates = SettingFile("\(folder.path)/cert.pem")
    let trusting = try Fetcher(
      .test {
        $0.certificates = certificates; $0.retries = 9; $0.backoff = .milliseconds(50)
      })
    let url = "https://127.0.0.1:\(server.port)/"
    // This one waits until the server is up.
    #expect(await outcome(of: url, trusting).hasPrefix("200 text/html"))
    let strict = try Fetcher(.test())
    let unknown = await outcome(of: url, strict)
    #expect(unknown.hasPrefix("fetch:") && unknown.lowercased().contains("certificate"))
    // It is known, but not for this name.
    let other = await outcome(of: "https://localhost:\(server.port)/", trusting)
    #expect(other.hasPrefix("fetch:") && !other.contains("attempts"))

    let redirecting = try LoopbackServer { _ in .redirect(url) }
    #expect(await outcome(of: redirecting.url("/"), trusting).hasPrefix("200 text/html"))
  }

  @Test func aDowngradeIsRefusedUnlessItIsAllowed() async throws {
    // The redirect from https is replayed: what decides is the same.
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/pages.warc.gz"
    let cache = PageCache(path, isReadOnly: false)
    let redirect = HTTPResponse(
      status: 302, reason: "Found", fields: [HTTPField("Location", "http://down.example/")], body: [])
    let page = HTTPResponse(status: 200, reason: "OK", fields: [], body: Array("text".utf8))
    for (url, response) in [("https://up.example/", redirect), ("http://down.example/", page)] {
      let request = TransferRequest(url: try WebURL(url))
      try cache.keep(Exchange(request: request, response: response, date: "2026-11-23T00:00:00Z"))
    }
    var results: [String] = []
    for isAllowed in [false, true] {
      let fetcher = try Fetcher(
        .test {
          $0.cache = SettingPath(path)
          $0.offline = true
          $0.allowDowngrade = isAllowed
        })
      results.append(String(await outcome(of: "https://up.example/", fetcher).prefix(11)))
    }
    #expect(results == ["refused: ht", "200 text/pl"])
  }
}
