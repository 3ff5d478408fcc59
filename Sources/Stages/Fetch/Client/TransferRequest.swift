/// One request of one resource, without redirects.
struct TransferRequest: Sendable {
  var url: WebURL
  /// What is sent besides `Host` and `Accept-Encoding`.
  var fields: [HTTPField] = []
  /// All in milliseconds.
  var connectTimeout = 10_000
  var timeout = 60_000
  /// Slower than this many bytes per second for so many seconds is too slow; 0 for no limit.
  var lowSpeed = 0
  var lowSpeedSeconds = 0
  /// The largest body, in bytes, sent and decompressed.
  var sizeLimit = 64 << 20
  /// Whether addresses that are not public may be connected to.
  var allowsPrivate = false
  /// Certificates to trust instead of the system's.
  var certificates: String?
}

/// Why a request has no response.
struct TransferFailure: Error, Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// Another attempt may go better.
    case passing
    case lasting
    case refused
    case tooLarge
    case cancelled
  }

  var kind: Kind
  var message: String
}
