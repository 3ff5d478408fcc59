import Glibc
import Sluice
import Synchronization
import Testing

@testable import SluiceFetch

@Suite struct FetcherTests {
  private static let page = "<!doctype html><p>Words of the page."

  /// `abcdefg`
  private static let brotli: [UInt8] = [0x60, 0x00, 0x10] + Array("abcdefg".utf8) + [0x03]
  private static let zstd: [UInt8] =
    [0x28, 0xB5, 0x2F, 0xFD, 0x04, 0x58, 0x39, 0x00, 0x00] + Array("abcdefg".utf8) + [0x2D, 0x82, 0x02, 0x29]

  /// What a server does, the settings, and what must come of it (a prefix, or what it contains).
  private struct Case: Sendable {
    let name: String
    let steps: [LoopbackServer.Step]
    var change: @Sendable (inout FetchSettings) -> Void = { _ in }
    let expected: String
  }

  private static let cases: [Case] = [
    Case(
      name: "a page", steps: .response("200 OK", ["Content-Type: Text/HTML; charset=utf-8"], page),
      expected: "200 text/html 36"),
    Case(name: "a page without a type", steps: .response("200 OK", [], page), expected: "200 text/html 36"),
    Case(
      name: "an interim response",
      steps: [.text("HTTP/1.1 103 Early Hints\r\nContent-Type: text/css\r\n\r\n")]
        + .response("200 OK", ["Content-Type: text/plain"], "abc"), expected: "200 text/plain 3"),
    Case(
      name: "chunks",
      steps: .head(["Content-Type: text/plain", "Transfer-Encoding: chunked"])
        + [
          .text("3\r\nabc\r\n"), .pause(milliseconds: 20),
          .text("4;x=y\r\ndefg\r\n0\r\nContent-Type: text/css\r\n\r\n"),
        ],
      expected: "200 text/plain 7"),
    Case(
      name: "a chunk that is none", steps: .head(["Transfer-Encoding: chunked"]) + [.text("zz\r\nabc\r\n")],
      expected: "fetch:"),
    Case(
      name: "chunks that end early",
      steps: .head(["Transfer-Encoding: chunked"]) + [.text("9\r\nabc"), .close],
      expected: "fetch:"),
    Case(
      name: "less than announced", steps: .head(["Content-Length: 1000"]) + [.text("abc"), .close],
      expected: "fetch:"),
    Case(
      name: "more than announced",
      steps: .head(["Content-Type: text/plain", "Content-Length: 3"])
        + [.text("abcdef"), .close], expected: "200 text/plain 3"),
    Case(
      name: "no length at all", steps: .head(["Content-Type: text/plain"]) + [.text("abcdef"), .close],
      expected: "200 text/plain 6"),
    Case(
      name: "two lengths",
      steps: .head(["Content-Length: 3", "Content-Length: 5"]) + [.text("abcde"), .close],
      expected: "fetch:"),
    Case(name: "no answer", steps: [.close], expected: "fetch:"),
    Case(name: "no HTTP", steps: [.text("SSH-2.0-OpenSSH_9.2\r\n\r\n"), .close], expected: "fetch:"),
    Case(
      name: "a slow body",
      steps: .head(["Content-Length: 100"])
        + [LoopbackServer.Step](repeating: .pause(milliseconds: 100), count: 8).flatMap { [$0, .text("a")] },
      change: { $0.timeout = .milliseconds(300) }, expected: "fetch:"),
    Case(
      name: "a slow header", steps: [.text("HTTP/1.1 200 OK\r\n"), .pause(milliseconds: 900)],
      change: { $0.timeout = .milliseconds(300) }, expected: "fetch:"),
    Case(
      name: "a huge body, announced", steps: .head(["Content-Length: 99999999999"]) + [.text("a"), .close],
      expected: "too-large:"),
    Case(
      name: "an endless body",
      steps: .head([])
        + [.sendAgain([UInt8](repeating: 0x61, count: 1 << 16), times: 1000), .close],
      change: { $0.maxSize = 1 << 20 }, expected: "too-large:"),
    Case(
      name: "an endless header",
      steps: [
        .text("HTTP/1.1 200 OK\r\n"),
        .sendAgain(Array("X-Filler: \(String(repeating: "a", count: 1000))\r\n".utf8), times: 2000), .close,
      ],
      expected: "fetch:"),
    Case(
      name: "gzip",
      steps: .response(
        "200 OK", ["Content-Type: text/plain", "Content-Encoding: gzip"],
        bytes: (try? GzipMember.compress(Array("abcdefg".utf8))) ?? []), expected: "200 text/plain 7"),
    Case(
      name: "a gzip bomb",
      steps: .response(
        "200 OK", ["Content-Encoding: gzip"],
        bytes: (try? GzipMember.compress([UInt8](repeating: 0, count: 16 << 20))) ?? []),
      change: { $0.maxSize = 1 << 20 }, expected: "too-large:"),
    Case(
      name: "gzip that is none", steps: .response("200 OK", ["Content-Encoding: gzip"], "not gzip at all"),
      expected: "fetch:"),
    Case(
      name: "gzip that breaks off, with the length of what comes",
      steps: .response(
        "200 OK", ["Content-Type: text/plain", "Content-Encoding: gzip"],
        bytes: Array(
          ((try? GzipMember.compress((0..<9000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) })) ?? [])
            .dropLast(600))),
      expected: "fetch:"),
    Case(
      name: "gzip without its last byte",
      steps: .response(
        "200 OK", ["Content-Encoding: gzip"],
        bytes: Array(((try? GzipMember.compress(Array("abcdefg".utf8))) ?? []).dropLast())),
      expected: "fetch:"),
    Case(
      name: "gzip twice",
      steps: .response(
        "200 OK", ["Content-Type: text/plain", "Content-Encoding: gzip, x-gzip"],
        bytes: (try? GzipMember.compress(GzipMember.compress(Array("abcdefg".utf8)))) ?? []),
      expected: "200 text/plain 7"),
    Case(
      name: "brotli",
      steps: .response("200 OK", ["Content-Type: text/plain", "Content-Encoding: br"], bytes: brotli),
      expected: "200 text/plain 7"),
    Case(
      name: "brotli that breaks off",
      steps: .response("200 OK", ["Content-Encoding: br"], bytes: Array(brotli.dropLast(2))),
      expected: "fetch:"),
    Case(
      name: "zstd",
      steps: .response("200 OK", ["Content-Type: text/plain", "Content-Encoding: zstd"], bytes: zstd),
      expected: "200 text/plain 7"),
    Case(
      name: "zstd that breaks off",
      steps: .response("200 OK", ["Content-Encoding: zstd"], bytes: Array(zstd.dropLast(2))),
      expected: "fetch:"),
    Case(
      name: "deflate without zlib's wrapping",
      steps: .response(
        "200 OK", ["Content-Type: text/plain", "Content-Encoding: deflate"],
        bytes: [0x4B, 0x4C, 0x4A, 0x4E, 0x49, 0x4D, 0x4B, 0x07, 0x00]),
      expected: "200 text/plain 7"),
    Case(
      name: "an encoding without content", steps: .response("200 OK", ["Content-Encoding: gzip"], ""),
      expected: "200 application/octet-stream 0"),
    Case(
      name: "an unknown encoding", steps: .response("200 OK", ["Content-Encoding: rot13"], "nopqr"),
      expected: "fetch:"),
    Case(name: "not found", steps: .response("404 Not Found", [], "gone"), expected: "fetch: http"),
    Case(name: "a redirect without a target", steps: .response("302 Found", []), expected: "fetch: http"),
    Case(
      name: "a redirect to a file", steps: .redirect("file:///etc/passwd"),
      expected: "refused: file:///etc/passwd"),
    Case(name: "a redirect to ftp", steps: .redirect("ftp://example.org/"), expected: "refused:"),
    Case(
      name: "a redirect with a password", steps: .redirect("http://a:b@example.org/"), expected: "refused:"),
    Case(name: "a redirect to itself", steps: .redirect("?"), expected: "fetch:"),
    Case(name: "certificates for http only", steps: .redirect("//[bad"), expected: "refused:"),
  ]

  @Test func everyServerEndsInAPageOrAnError() async throws {
    try await withThrowingTaskGroup(of: String?.self) { group in
      for test in Self.cases {
        group.addTask {
          let server = try LoopbackServer { _ in test.steps }
          let fetcher = try Fetcher(.test(test.change))
          let result = await outcome(of: server.url("/"), fetcher)
          return result.hasPrefix(test.expected) ? nil : "\(test.name): \(result)"
        }
      }
      var wrong: [String] = []
      for try await result in group { result.map { wrong.append($0) } }
      #expect(wrong.sorted() == [])
    }
  }

  @Test func redirectsAreFollowedUpToTheLimit() async throws {
    let server = try LoopbackServer { request in
      switch request.target {
      case "/round/a": return .redirect("b", "301 Moved Permanently")
      case "/round/b": return .redirect("/round/a", "308 Permanent Redirect")
      case "/hop/0": return .response("200 OK", ["Content-Type: text/plain"], "here")
      default:
        let number = request.target.split(separator: "/").last.flatMap { Int($0) } ?? 0
        return .redirect("/hop/\(number - 1)#fragment")
      }
    }
    let fetcher = try Fetcher(.test { $0.redirects = 3 })
    var results: [String] = []
    for target in ["/hop/3", "/hop/4", "/round/a"] {
      results.append(await outcome(of: server.url(target), fetcher))
    }
    #expect(results[0] == "200 text/plain 4")
    #expect(results[1].contains("more than 3 times") && results[2].contains("in a circle"))
    #expect(try await fetcher.page(at: server.url("/hop/2")).url == server.url("/hop/0"))
  }

  @Test func addressesThatAreNotPublicAreRefusedHoweverTheyAreWritten() async throws {
    let server = try LoopbackServer { request in
      request.target.hasPrefix("/to/")
        ? .redirect("http://\(request.target.dropFirst(4))/secret") : .response("200 OK", [], "secret")
    }
    // The first hop may be private; where it leads may not.
    let fetcher = try Fetcher(
      .test {
        $0.allowPrivate = false
        $0.privateHosts = ["localhost"]
        $0.connectTimeout = .seconds(1)
      })
    let port = server.port
    var wrong: [String] = []
    for host in [
      "127.0.0.1:\(port)", "127.1:\(port)", "0x7f000001:\(port)", "2130706433:\(port)", "0177.0.0.1:\(port)",
      "[::ffff:127.0.0.1]:\(port)", "[::ffff:7f00:1]:\(port)", "[::1]:\(port)", "0.0.0.0:\(port)",
      "0:\(port)",
      "10.0.0.1", "192.168.1.1", "172.16.0.1", "169.254.169.254", "100.64.0.1", "224.0.0.1",
      "255.255.255.255",
      "[fe80::1]", "[fc00::1]", "[fd12::1]", "[ff02::1]", "[::]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]",
      "localhost.:\(port)", "ip6-localhost:\(port)",
    ] {
      let result = await outcome(of: "http://localhost:\(port)/to/\(host)", fetcher)
      // Not every machine knows these names.
      let isUnknownHost = host.first?.isLetter == true && result.contains("resolve")
      if !result.hasPrefix("refused:"), !isUnknownHost { wrong.append("\(host): \(result)") }
    }
    let leaks = server.count("/secret")
    #expect(wrong == [])
    #expect(leaks == 0)
    let plain = try Fetcher(.test { $0.allowPrivate = false })
    #expect(await outcome(of: server.url("/secret"), plain).hasPrefix("refused:"))
  }

  @Test func troubledServersAreAskedAgainWhenTheySay() async throws {
    let counts = Mutex<[String: Int]>([:])
    let server = try LoopbackServer { request in
      let count = counts.withLock { state in
        state[request.target, default: 0] += 1
        return state[request.target, default: 0]
      }
      switch (request.target, count) {
      case ("/busy", 1): return .response("429 Too Many Requests", ["Retry-After: 1"])
      case ("/down", ..<3):
        return .response("503 Service Unavailable", ["Retry-After: Mon, 01 Jan 2001 00:00:00 GMT"])
      case ("/gone", _): return .response("503 Service Unavailable", ["Retry-After: 3600"])
      case ("/broken", ..<3): return [.close]
      case ("/never", _): return .response("500 Internal Server Error", [])
      default: return .response("200 OK", ["Content-Type: text/plain"], "ok")
      }
    }
    let fetcher = try Fetcher(.test { $0.retries = 3 })
    let start = ContinuousClock.now
    #expect(await outcome(of: server.url("/busy"), fetcher) == "200 text/plain 2")
    #expect(ContinuousClock.now - start > .milliseconds(950))
    var results: [String] = []
    for target in ["/down", "/broken", "/gone", "/never"] {
      results.append("\(await outcome(of: server.url(target), fetcher).prefix(10)) \(server.count(target))")
    }
    #expect(results == ["200 text/p 3", "200 text/p 3", "fetch: htt 1", "fetch: htt 4"])
  }

  @Test func aHostIsAskedAtItsRateAndNotByTooManyAtOnce() async throws {
    let active = Mutex((now: 0, most: 0))
    let server = try LoopbackServer { _ in
      active.withLock { state in
        state.now += 1
        state.most = max(state.most, state.now)
      }
      usleep(20_000)
      active.withLock { $0.now -= 1 }
      return .response("200 OK", ["Content-Type: text/plain"], "ok")
    }
    let fetcher = try Fetcher(
      .test {
        $0.rate = 20
        $0.hostConnections = 2
      })
    let start = ContinuousClock.now
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<8 { group.addTask { _ = await outcome(of: server.url("/\(number)"), fetcher) } }
    }
    #expect(ContinuousClock.now - start > .milliseconds(345))
    #expect(active.withLock { $0.most } <= 2 && server.requests.count == 8)
  }

  @Test func requestsSayWhoAsksAndNothingElseGetsIn() async throws {
    let server = try LoopbackServer { _ in .response("200 OK", ["Content-Type: text/plain"], "ok") }
    let fetcher = try Fetcher(
      .test {
        $0.userAgent = "Example/2.0 (+mailto:ann@example.org)"
        $0.headers = ["Accept-Language": "de"]
      })
    _ = await outcome(of: server.url("/a b/ü?q=ß#f"), fetcher)
    let request = try #require(server.requests.first)
    #expect(request.target == "/a%20b/%C3%BC?q=%C3%9F")
    #expect(request.field("User-Agent") == "Example/2.0 (+mailto:ann@example.org)")
    #expect(
      request.field("Accept-Language") == "de" && request.field("Accept-Encoding")?.contains("gzip") == true)

    let bad: [@Sendable (inout FetchSettings) -> Void] = [
      { $0.headers = ["X": "a\r\nHost: evil"] }, { $0.headers = ["X\r\nY": "a"] },
      { $0.headers = ["Host": "evil"] },
      { $0.headers = ["": "a"] }, { $0.userAgent = "a\nb" }, { $0.userAgent = "" }, { $0.offline = true },
    ]
    let accepted = bad.indices.filter { (try? Fetcher(.test(bad[$0]))) != nil }
    #expect(accepted == [])
    var results: [String] = []
    for url in [
      "http://127.0.0.1:\(server.port)/\r\nHost: evil", "http://a\u{0}b/", "http://", "gopher://a/",
      "javascript:1",
      "http://user@127.0.0.1/", "http://127.0.0.1:99999/", "http://exa mple.org/", "https://\\evil/", "",
      "http://h/" + String(repeating: "a", count: 9000),
    ] {
      let result = await outcome(of: url, fetcher)
      if !result.hasPrefix("refused:") { results.append("\(url.prefix(40)): \(result)") }
    }
    let asked = server.requests.count
    #expect(results == [])
    #expect(asked == 1)
  }

  @Test func aStageTakesDocumentsThatAreOnlyAURL() async throws {
    let server = try LoopbackServer { request in
      request.target == "/old"
        ? .redirect("/new")
        : .response(
          "200 OK", ["Content-Type: text/vtt; charset=\"latin1\"", "ETag: \"1\"", "Last-Modified: x"],
          "WEBVTT")
    }
    var stage = try FetchHTTP(.test())
    var document = Document(id: "a", uri: server.url("/old"), source: Source([]))
    try await stage.process(&document)
    #expect(document.uri == server.url("/new") && document.source.mediaType == "text/vtt")
    #expect(document.source.declaredCharset == "latin1" && document.source.bytes == Array("WEBVTT".utf8))
    #expect(document.metadata["fetch"]?["requested"] == .string(server.url("/old")))
    #expect(document.metadata["fetch"]?["headers"]?["etag"] == .string("\"1\""))
    var local = Document(id: "b", uri: "notes.txt", source: Source([]))
    var full = Document(id: "c", uri: server.url("/old"), source: Source([0x61]))
    try await stage.process(&local)
    try await stage.process(&full)
    #expect(local.source.bytes == [] && full.source.bytes == [0x61] && server.requests.count == 2)
    stage = try FetchHTTP(.test { $0.timeout = .seconds(5) })
    document = Document(id: "d", uri: server.url("/late"), source: Source([]))
    document.deadline = .now - .seconds(1)
    await #expect(throws: SluiceError.self) { try await stage.process(&document) }
  }
}
