import CSluiceResources

/// Files of `Pipelines/` that are part of the program, so that it works wherever it is copied to.
enum Resources {
  /// The built-in pipelines by name.
  static var pipelines: [(name: String, text: String)] {
    [
      ("talks", text(sluice_talks())), ("article", text(sluice_article())), ("plain", text(sluice_plain())),
      ("web", text(sluice_web())),
    ]
  }

  /// The bundled page of a talk, as `sluice demo` reads it.
  static var demoPage: [UInt8] { bytes(sluice_demo_page()) }

  private static func text(_ resource: SluiceResource) -> String {
    String(decoding: bytes(resource), as: UTF8.self)
  }

  private static func bytes(_ resource: SluiceResource) -> [UInt8] {
    Array(UnsafeBufferPointer(start: resource.bytes, count: resource.count))
  }
}
