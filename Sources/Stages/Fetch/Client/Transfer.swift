import CLibCurl
import Glibc
import Synchronization

/// A request on its way: what curl's callbacks write to.
///
/// Unchecked, because the mutable parts belong to the one thread of its ``TransferLoop`` once it is handed over.
final class Transfer: @unchecked Sendable {
  let request: TransferRequest
  private var response = HTTPResponse(status: 0, reason: "", fields: [], body: [])
  /// Set when it is cancelled before it began.
  var isCancelled = false
  private var headerBytes = 0
  private var hasBody = false
  private var isTooLarge = false
  private var objection: String?
  private var fieldList: UnsafeMutablePointer<curl_slist>?
  private var errorText = [CChar](repeating: 0, count: Int(CURL_ERROR_SIZE))
  private let continuation = Mutex<CheckedContinuation<Result<HTTPResponse, TransferFailure>, Never>?>(nil)

  /// More header than this is no header, in bytes.
  private static let headerLimit = 256 << 10

  init(_ request: TransferRequest) {
    self.request = request
  }

  deinit { curl_slist_free_all(fieldList) }

  func onFinish(_ continuation: CheckedContinuation<Result<HTTPResponse, TransferFailure>, Never>) {
    self.continuation.withLock { $0 = continuation }
  }

  func finish(_ result: Result<HTTPResponse, TransferFailure>) {
    let waiting = continuation.withLock { state in
      defer { state = nil }
      return state
    }
    waiting?.resume(returning: result)
  }
}

// MARK: - Set-up

extension Transfer {
  /// Sets a fresh or reset handle up for the request.
  func prepare(_ handle: UnsafeMutableRawPointer) {
    let me = Unmanaged.passUnretained(self).toOpaque()
    sluice_curl_set_text(handle, CURLOPT_URL, request.url.text)
    sluice_curl_set_web_only(handle)
    sluice_curl_set_long(handle, CURLOPT_FOLLOWLOCATION, 0)
    sluice_curl_set_long(handle, CURLOPT_NOSIGNAL, 1)
    // A proxy of the environment would do the connecting, and with it decide what is reached.
    sluice_curl_set_text(handle, CURLOPT_PROXY, "")
    sluice_curl_set_text(handle, CURLOPT_ACCEPT_ENCODING, BodyDecoding.accepted)
    sluice_curl_set_long(handle, CURLOPT_HTTP_CONTENT_DECODING, 0)
    sluice_curl_set_long(handle, CURLOPT_SSL_VERIFYPEER, 1)
    sluice_curl_set_long(handle, CURLOPT_SSL_VERIFYHOST, 2)
    if let certificates = request.certificates {
      sluice_curl_set_text(handle, CURLOPT_CAINFO, certificates)
      sluice_curl_set_pointer(handle, CURLOPT_CAPATH, nil)
    }
    sluice_curl_set_long(handle, CURLOPT_CONNECTTIMEOUT_MS, request.connectTimeout)
    sluice_curl_set_long(handle, CURLOPT_TIMEOUT_MS, request.timeout)
    if request.lowSpeed > 0 {
      sluice_curl_set_long(handle, CURLOPT_LOW_SPEED_LIMIT, request.lowSpeed)
      sluice_curl_set_long(handle, CURLOPT_LOW_SPEED_TIME, request.lowSpeedSeconds)
    }
    sluice_curl_set_size(handle, CURLOPT_MAXFILESIZE_LARGE, curl_off_t(request.sizeLimit))
    setFields(handle)
    sluice_curl_set_pointer(handle, CURLOPT_PRIVATE, me)
    errorText.withUnsafeMutableBufferPointer {
      _ = sluice_curl_set_pointer(handle, CURLOPT_ERRORBUFFER, $0.baseAddress)
    }
    sluice_curl_set_pointer(handle, CURLOPT_WRITEDATA, me)
    sluice_curl_set_receiver(handle, CURLOPT_WRITEFUNCTION) { data, size, count, context in
      guard let data, let context else { return 0 }
      let bytes = UnsafeRawBufferPointer(start: data, count: size * count)
      return Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue().receive(body: bytes)
    }
    sluice_curl_set_pointer(handle, CURLOPT_HEADERDATA, me)
    sluice_curl_set_receiver(handle, CURLOPT_HEADERFUNCTION) { data, size, count, context in
      guard let data, let context else { return 0 }
      let bytes = UnsafeRawBufferPointer(start: data, count: size * count)
      return Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue().receive(header: bytes)
    }
    sluice_curl_set_pointer(handle, CURLOPT_OPENSOCKETDATA, me)
    sluice_curl_set_opensocket(handle) { context, _, address in
      guard let context, let address else { return CURL_SOCKET_BAD }
      return Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue().openSocket(address)
    }
  }

  private func setFields(_ handle: UnsafeMutableRawPointer) {
    for field in request.fields where field.isSafe {
      // Without a value, curl takes a field out unless it ends in a semicolon.
      let line = field.value.isEmpty ? "\(field.name);" : "\(field.name): \(field.value)"
      if let longer = curl_slist_append(fieldList, line) { fieldList = longer }
    }
    sluice_curl_set_list(handle, CURLOPT_HTTPHEADER, fieldList)
  }
}

// MARK: - Callbacks

extension Transfer {
  private func openSocket(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
    if !request.allowsPrivate {
      let found = withUnsafePointer(to: &address.pointee.addr) {
        AddressPolicy.objection(to: $0, length: Int(address.pointee.addrlen))
      }
      if let found {
        objection = found
        return CURL_SOCKET_BAD
      }
    }
    return socket(
      address.pointee.family, address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue),
      address.pointee.protocol)
  }

  private func receive(body bytes: UnsafeRawBufferPointer) -> Int {
    guard response.body.count + bytes.count <= request.sizeLimit else {
      isTooLarge = true
      return 0
    }
    if !hasBody {
      hasBody = true
      let announced = response["content-length"].flatMap(Int.init) ?? 0
      response.body.reserveCapacity(min(max(announced, bytes.count), 1 << 20))
    }
    response.body.append(contentsOf: bytes)
    return bytes.count
  }

  private func receive(header line: UnsafeRawBufferPointer) -> Int {
    headerBytes += line.count
    guard headerBytes <= Self.headerLimit else { return 0 }
    // What comes behind the body are trailers.
    guard !hasBody else { return line.count }
    if line.starts(with: "HTTP/".utf8) {
      // An interim response (100, 103) came before.
      response.fields = []
      let parts = line.split(separator: 0x20, maxSplits: 2, omittingEmptySubsequences: true)
      response.reason = parts.count > 2 ? String(decoding: parts[2], as: UTF8.self).trimmed : ""
      if !HTTPField("x", response.reason).isSafe { response.reason = "" }
    } else if let field = HTTPField(line: line) {
      // Two lengths leave open where the body ends (RFC 9112, section 6.3).
      if field.name.lowercased() == "content-length", let other = response["content-length"],
        other != field.value
      {
        return 0
      }
      response.fields.append(field)
    }
    return line.count
  }
}

// MARK: - Outcome

extension Transfer {
  func outcome(_ code: CURLcode, _ handle: UnsafeMutableRawPointer) -> Result<HTTPResponse, TransferFailure> {
    guard code == CURLE_OK else { return .failure(failure(code)) }
    var status = 0
    sluice_curl_get_long(handle, CURLINFO_RESPONSE_CODE, &status)
    response.status = status
    var address: UnsafeMutablePointer<CChar>?
    sluice_curl_get_text(handle, CURLINFO_PRIMARY_IP, &address)
    response.address = address.map { String(cString: $0) } ?? ""
    return decoded()
  }

  /// The response without its content encoding.
  private func decoded() -> Result<HTTPResponse, TransferFailure> {
    let encodings = response.fields.filter { $0.name.lowercased() == "content-encoding" }.map(\.value)
    guard !encodings.isEmpty else { return .success(response) }
    do throws(BodyDecoding.Fault) {
      response.body = try BodyDecoding.decode(
        response.body, encodings.joined(separator: ","), limit: request.sizeLimit)
      return .success(response)
    } catch {
      if error == .tooLarge { return .failure(tooLarge) }
      let isPassing = if case .cut = error { true } else { false }
      return .failure(
        TransferFailure(
          kind: isPassing ? .passing : .lasting, message: "\(request.url.text): \(error.message)"))
    }
  }

  private var tooLarge: TransferFailure {
    TransferFailure(
      kind: .tooLarge, message: "\(request.url.text) has more than \(request.sizeLimit) bytes")
  }

  private func failure(_ code: CURLcode) -> TransferFailure {
    if isTooLarge || code == CURLE_FILESIZE_EXCEEDED { return tooLarge }
    if let objection, code == CURLE_COULDNT_CONNECT {
      let message =
        "\(request.url.host) is not connected to: its address is \(objection); allow-private: true lets it be"
      return TransferFailure(kind: .refused, message: message)
    }
    let end = errorText.firstIndex(of: 0) ?? 0
    let detail = String(decoding: errorText[..<end].map(UInt8.init(bitPattern:)), as: UTF8.self)
    let text = detail.isEmpty ? String(cString: curl_easy_strerror(code)) : detail
    return TransferFailure(
      kind: isPassing(code) ? .passing : .lasting, message: "\(request.url.text): \(text.trimmed)")
  }

  private func isPassing(_ code: CURLcode) -> Bool {
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT, CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING,
      CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_HTTP2, CURLE_HTTP2_STREAM, CURLE_SSL_CONNECT_ERROR:
      true
    // A server that is too slow once it has begun will be so again.
    case CURLE_OPERATION_TIMEDOUT: headerBytes == 0
    default: false
    }
  }
}
