public import Sluice

extension SluiceError.Code {
  /// A resource that could not be fetched: no connection, a bad certificate, an answer that is no success.
  public static let fetch = SluiceError.Code("fetch")
  /// A resource that is not fetched by rule: robots.txt, a private address, a scheme other than http and https.
  public static let refused = SluiceError.Code("refused")
}
