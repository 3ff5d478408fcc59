import SluiceHash

/// A request and its response, as two records of a WARC file (ISO 28500:2017, WARC 1.1).
///
/// The body is kept as it came out of libcurl, without transfer and content encoding; the fields that spoke of
/// them keep their values under `X-Archive-Orig-` names, as is the custom of web archives.
struct Exchange: Sendable {
  let request: TransferRequest
  let response: HTTPResponse
  /// When the response came, ISO 8601 in UTC.
  let date: String

  private static let encodingFields: Set<String> = [
    "content-encoding", "transfer-encoding", "content-length",
  ]
  static let originalPrefix = "X-Archive-Orig-"

  /// `sha256:` and 64 hexadecimal digits, of the body.
  let payloadDigest: String

  init(request: TransferRequest, response: HTTPResponse, date: String) {
    self.request = request
    self.response = response
    self.date = date
    payloadDigest = "sha256:\(SHA256.hash(response.body))"
  }

  /// The response and the request, each a gzip member of its own.
  func members() throws -> (response: [UInt8], request: [UInt8]) {
    let responseID = recordID("response")
    let common = [("WARC-Target-URI", request.url.text), ("WARC-Date", date)]
    let address = response.address.isEmpty ? [] : [("WARC-IP-Address", response.address)]
    let response = WARCRecord(
      fields: [("WARC-Type", "response"), ("WARC-Record-ID", responseID)] + common + address
        + [
          ("WARC-Payload-Digest", payloadDigest), ("Content-Type", "application/http;msgtype=response"),
        ],
      block: responseBlock)
    let request = WARCRecord(
      fields: [("WARC-Type", "request"), ("WARC-Record-ID", recordID("request"))] + common + address
        + [("WARC-Concurrent-To", responseID), ("Content-Type", "application/http;msgtype=request")],
      block: requestBlock)
    return (try GzipMember.compress(response.bytes), try GzipMember.compress(request.bytes))
  }

  /// The same exchange has the same id whoever writes it: a UUID of version 8 (RFC 9562) from its hash.
  private func recordID(_ kind: String) -> String {
    WARCRecord.id(of: "\(kind)\n\(request.url.text)\n\(date)\n\(payloadDigest)")
  }

  private var responseBlock: [UInt8] {
    var head = "HTTP/1.1 \(response.status) \(response.reason)\r\n"
    for field in response.fields {
      let isOriginal = Self.encodingFields.contains(field.name.lowercased())
      head += "\(isOriginal ? Self.originalPrefix : "")\(field.name): \(field.value)\r\n"
    }
    return Array("\(head)Content-Length: \(response.body.count)\r\n\r\n".utf8) + response.body
  }

  private var requestBlock: [UInt8] {
    var head = "GET \(request.url.target) HTTP/1.1\r\nHost: \(request.url.hostField)\r\n"
    for field in request.fields where field.isSafe { head += "\(field.name): \(field.value)\r\n" }
    return Array("\(head)\r\n".utf8)
  }
}
