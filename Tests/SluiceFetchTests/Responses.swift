import Sluice

@testable import SluiceFetch

extension [LoopbackServer.Step] {
  /// A whole response.
  static func response(
    _ status: String = "200 OK", _ fields: [String] = ["Content-Type: text/html"], _ body: String = ""
  ) -> Self {
    response(status, fields, bytes: Array<UInt8>(body.utf8))
  }

  static func response(_ status: String, _ fields: [String], bytes: [UInt8]) -> Self {
    let head = ["HTTP/1.1 \(status)"] + fields + ["Content-Length: \(bytes.count)", "", ""]
    return [.text(head.joined(separator: "\r\n")), .send(bytes)]
  }

  static func redirect(_ target: String, _ status: String = "302 Found") -> Self {
    response(status, ["Location: \(target)"])
  }

  /// A header alone; what follows is up to the test.
  static func head(_ fields: [String]) -> Self {
    [.text((["HTTP/1.1 200 OK"] + fields + ["", ""]).joined(separator: "\r\n"))]
  }
}

extension FetchSettings {
  /// As tests want it: loopback, no robots.txt, no waiting, one attempt.
  static func test(_ change: (inout FetchSettings) -> Void = { _ in }) -> FetchSettings {
    var settings = FetchSettings()
    settings.allowPrivate = true
    settings.robots = false
    settings.rate = 0
    settings.retries = 0
    settings.backoff = .milliseconds(10)
    settings.hostConnections = 8
    change(&settings)
    return settings
  }
}

/// A result in one line, for tables: `200 text/html 12` or `refused: …`.
func outcome(of url: String, _ fetcher: Fetcher) async -> String {
  do {
    let page = try await fetcher.page(at: url)
    let type = page.source(hint: "application/octet-stream")
    return "\(page.status) \(type.mediaType) \(page.body.count)"
  } catch {
    return error.code
  }
}

extension Error {
  /// `refused: …`.
  fileprivate var code: String {
    (self as? SluiceError).map { "\($0.code): \($0.message)" } ?? "other: \(self)"
  }
}
