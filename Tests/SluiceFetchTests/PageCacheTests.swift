import Glibc
import Sluice
import SluiceTesting
import Testing

@testable import SluiceFetch

@Suite struct PageCacheTests {
  private static func exchange(_ url: String, _ body: String, _ fields: [String] = []) throws -> Exchange {
    let response = HTTPResponse(
      status: 200, reason: "OK", fields: fields.compactMap { HTTPField(line: $0.utf8) },
      body: Array(body.utf8), address: "203.0.113.9")
    return Exchange(
      request: TransferRequest(url: try WebURL(url), fields: [HTTPField("User-Agent", "Sluice")]),
      response: response, date: "2026-11-23T12:00:00Z")
  }

  private static func body(_ cache: PageCache, _ url: String) throws -> String? {
    try cache.page(at: url, sizeLimit: 1 << 20).map { String(decoding: $0.response.body, as: UTF8.self) }
  }

  @Test func aFileHoldsRecordsThatAnyReaderOfArchivesReads() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/pages.warc.gz"
    let body = String(repeating: "Words. ", count: 40_000)
    do {
      let cache = PageCache(path, isReadOnly: false)
      try cache.keep(
        try Self.exchange(
          "https://example.org/a?b=c", body,
          [
            "Content-Type: text/html", "content-encoding: gzip", "Transfer-Encoding: chunked",
            "Content-Length: 9",
          ]))
      try cache.keep(try Self.exchange("https://example.org/a?b=c", body))
    }
    var bytes = try FileBytes.read(path)[...]
    var types: [String] = []
    var wrong: [String] = []
    while !bytes.isEmpty {
      let (record, outcome) = GzipMember.decompress(bytes, limit: 1 << 24)
      guard case .whole(let length) = outcome, let head = WARCHead(record) else {
        wrong.append("no member at \(bytes.startIndex)")
        break
      }
      bytes = bytes.dropFirst(length)
      types.append(head["warc-type"] ?? "")
      for field in ["warc-record-id", "warc-date", "content-type", "content-length"] where head[field] == nil
      {
        wrong.append("\(types.last ?? ""): no \(field)")
      }
      let count = head["content-length"].flatMap { Int($0) } ?? 0
      if record.count != head.blockStart + count + 4 || !record.suffix(4).elementsEqual("\r\n\r\n".utf8) {
        wrong.append("\(types.last ?? ""): its length is not \(count)")
      }
      guard head["warc-type"] == "response" else { continue }
      let text = String(decoding: record, as: UTF8.self)
      let expected = [
        "WARC/1.1\r\n", "WARC-Target-URI: https://example.org/a?b=c\r\n", "HTTP/1.1 200 OK\r\n",
        "X-Archive-Orig-content-encoding: gzip\r\n", "X-Archive-Orig-Transfer-Encoding: chunked\r\n",
        "\r\nContent-Length: \(body.utf8.count)\r\n\r\nWords.", "WARC-IP-Address: 203.0.113.9\r\n",
      ]
      wrong += expected.filter { !text.contains($0) }
    }
    #expect(types == ["warcinfo", "response", "request"] && wrong == [])
    #expect(try Self.body(PageCache(path, isReadOnly: true), "https://example.org/a?b=c") == body)
  }

  @Test func aTornEndIsCutOffWhereverItIsTorn() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/pages.warc.gz"
    do {
      let cache = PageCache(path, isReadOnly: false)
      try cache.keep(try Self.exchange("http://a/", "one"))
      try cache.keep(try Self.exchange("http://b/", "two"))
    }
    let whole = try FileBytes.read(path)
    var wrong: [Int] = []
    for length in stride(from: 0, through: whole.count, by: 7) {
      try folder.write("torn.warc.gz", whole[..<length])
      let torn = "\(folder.path)/torn.warc.gz"
      // A torn file is read as far as it goes, and never changed by reading.
      let reading = PageCache(torn, isReadOnly: true)
      let readable = length > 0 ? try? Self.body(reading, "http://a/") : nil
      let unchanged = try FileBytes.read(torn).count == length
      let cache = PageCache(torn, isReadOnly: false)
      try cache.keep(try Self.exchange("http://c/", "three"))
      let reopened = PageCache(torn, isReadOnly: true)
      let kept =
        try Self.body(reopened, "http://c/") == "three" && Self.body(reopened, "http://a/") == readable
      if !kept || !unchanged || length == whole.count && readable == nil { wrong.append(length) }
    }
    #expect(wrong == [])
    // A stretch that is damaged costs no more than what stood there.
    var damaged = whole + whole
    for index in whole.count + 5..<whole.count + 60 { damaged[index] = 0 }
    let file = try folder.write("damaged.warc.gz", damaged)
    let cache = PageCache(file, isReadOnly: false)
    #expect(try Self.body(cache, "http://b/") == "two" && FileBytes.read(file).count == damaged.count)
  }

  @Test func otherFilesAreLeftAlone() throws {
    let folder = try TemporaryFolder()
    let files: [(String, [UInt8])] = [
      ("notes.txt", Array("notes that matter".utf8)),
      ("notes.gz", try GzipMember.compress(Array("notes".utf8))),
      ("plain.warc", Array("WARC/1.0\r\n\r\n".utf8)), ("large.bin", [UInt8](repeating: 0x1F, count: 9000)),
    ]
    var wrong: [String] = []
    for (name, bytes) in files {
      let path = try folder.write(name, bytes)
      let isKept =
        (try? PageCache(path, isReadOnly: false).keep(try Self.exchange("http://a/", "one"))) != nil
      let now = try FileBytes.read(path)
      if isKept || now != bytes { wrong.append(name) }
    }
    #expect(wrong == [])
  }

  @Test func writersOfOneFileDoNotDisturbEachOther() async throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/pages.warc.gz"
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          let cache = PageCache(path, isReadOnly: false)
          for page in 0..<20 {
            try cache.keep(try Self.exchange("http://h\(writer)/\(page)", "\(writer) \(page)"))
          }
        }
      }
      try await group.waitForAll()
    }
    let cache = PageCache(path, isReadOnly: true)
    var missing = 0
    for writer in 0..<4 {
      for page in 0..<20 where try Self.body(cache, "http://h\(writer)/\(page)") != "\(writer) \(page)" {
        missing += 1
      }
    }
    #expect(missing == 0)
  }

  @Test func whatDidNotChangeIsNotSentAgainAndReplaysOffline() async throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/pages.warc.gz"
    let server = try LoopbackServer { request in
      switch request.target {
      case "/old": return .redirect("/tagged")
      case "/tagged":
        if request.field("If-None-Match") == "W/\"v1\"" {
          return .response("304 Not Modified", ["ETag: W/\"v1\""])
        }
        return .response("200 OK", ["Content-Type: text/plain", "ETag: W/\"v1\""], "tagged")
      case "/dated":
        if request.field("If-Modified-Since") != nil { return .response("304 Not Modified", []) }
        return .response("200 OK", ["Last-Modified: Mon, 01 Jan 2024 00:00:00 GMT"], "dated")
      case "/plain": return .response("200 OK", ["Content-Type: text/plain"], "plain")
      default: return .response("404 Not Found", [])
      }
    }
    let targets = ["/old", "/dated", "/plain", "/missing"]
    var runs: [[String]] = []
    var sizes: [Int] = []
    for _ in 0..<2 {
      // A fetcher of its own, as another run would have.
      let fetcher = try Fetcher(.test { $0.cache = SettingPath(path) })
      var results: [String] = []
      for target in targets {
        results.append(String(await outcome(of: server.url(target), fetcher).prefix(20)))
      }
      runs.append(results)
      sizes.append(try FileBytes.read(path).count)
    }
    #expect(runs[0] == ["200 text/plain 6", "200 text/plain 5", "200 text/plain 5", "fetch: http://127.0."])
    #expect(runs[1] == runs[0])
    // Only the redirect was written again.
    #expect(sizes[1] - sizes[0] < 1000)

    let asked = server.requests.count
    let offline = try Fetcher(
      .test {
        $0.cache = SettingPath(path)
        $0.offline = true
        $0.robots = true
        $0.allowPrivate = false
      })
    var results: [String] = []
    for target in targets { results.append(await outcome(of: server.url(target), offline)) }
    #expect(results.prefix(3).elementsEqual(runs[0].prefix(3)))
    #expect(results[3].contains("not in the cache") && server.requests.count == asked)
    #expect(throws: SluiceError.self) {
      try Fetcher(
        .test {
          $0.offline = true; $0.cache = SettingPath("/nowhere/x.warc.gz")
        })
    }
  }
}
