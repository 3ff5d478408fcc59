public import Sluice

/// The settings of ``FetchHTTP``.
public struct FetchSettings: StageSettings {
  @Setting("Who asks: product, version, and where to complain; robots.txt is read for the product.")
  public var userAgent: String = "Sluice/\(Release.version)"

  @Setting("Header fields to send besides, such as Accept-Language.")
  public var headers: [String: String] = [:]

  @Setting("Obey robots.txt (RFC 9309).")
  public var robots: Bool = true

  @Setting("Wait between requests as long as Crawl-delay in robots.txt asks, up to a minute.")
  public var crawlDelay: Bool = true

  @Setting("Requests to one host per second; 0 for no limit.", in: 0...10_000)
  public var rate: Double = 2

  @Setting("Requests to one host at the same time.", in: 1...64)
  public var hostConnections: Int = 2

  @Setting("Connections that are open at the same time.", in: 1...1000)
  public var connections: Int = 64

  @Setting("Redirects that are followed.", in: 0...50)
  public var redirects: Int = 10

  @Setting("Follow redirects from https to http.")
  public var allowDowngrade: Bool = false

  @Setting(
    "Attempts after one that failed in passing: no connection, 408, 425, 429, 500, 502, 503, 504.", in: 0...10
  )
  public var retries: Int = 3

  @Setting("Wait before the second attempt; it doubles with each, and Retry-After goes first.")
  public var backoff: Duration = .milliseconds(500)

  @Setting("The longest wait before an attempt; who asks for more is given up.")
  public var longestWait: Duration = .seconds(60)

  @Setting("Most time for a connection.")
  public var connectTimeout: Duration = .seconds(10)

  @Setting("Most time for one request with its answer.")
  public var timeout: Duration = .seconds(60)

  @Setting("Give up when fewer bytes come per second for 20 seconds; 0 for no limit.", in: 0...1_000_000)
  public var lowSpeed: Int = 100

  @Setting("Largest body in bytes, compressed or not.", in: 1...Input.maximumSize)
  public var maxSize: Int = Input.maximumSize

  @Setting("Connect to private, loopback and link-local addresses too.")
  public var allowPrivate: Bool = false

  @Setting("Hosts that may have such addresses, by the names in URLs, while all others may not.")
  public var privateHosts: [String] = []

  @Setting("File of certificates (PEM) to trust instead of those of the system.")
  public var certificates: SettingFile?

  @Setting(
    "WARC file (.warc.gz) that keeps what was fetched, and spares asking again for what did not change.")
  public var cache: SettingPath?

  @Setting("Take everything from the cache and nothing from the network.")
  public var offline: Bool = false

  public init() {}
}
