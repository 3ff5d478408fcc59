import ArgumentParser
import Glibc
import Sluice
import SluiceOutputs
import SluicePipelines

struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Run the talks pipeline on the bundled page of a talk, and prove a sentence of it.")

  func run() async throws {
    let style = Style(descriptor: STDOUT_FILENO)
    let loaded = try Installation.pipeline("talks")
    let source = Source(Resources.demoPage, mediaType: "text/html")
    var document = Document(id: "smart-take.html", uri: "Pipelines/fixtures/smart-take.html", source: source)
    var pipeline = loaded.pipeline
    try await pipeline.process(&document)
    let view = try TextWriter(width: Machine.terminalColumns, isColoured: style.isOn).encode(document)
    Swift.print(String(decoding: view, as: UTF8.self))
    Swift.print(provenance(of: document, style))
    let total = Double(pipeline.nanoseconds.reduce(0, +)) / 1e9
    Swift.print("\n\(Format.bytes(source.count)) of HTML in \(Format.seconds(total)).")
  }

  /// The first sentence of the summary beside the bytes of the page that it comes from.
  private func provenance(of document: Document, _ style: Style) -> String {
    guard let range = document[.summary]?.ranges.first else { return "" }
    let sources = document.alignment.sources(of: range)
    let places = sources.map { "\($0.start)–\($0.end)" }.joined(separator: ", ")
    let hull = document.alignment.source(of: range)
    let original = String(decoding: document.source.bytes[hull.bounds], as: UTF8.self)
    return """
      \(style.bold("Where the first sentence of the digest stands in the page"))
        text    \(document.text[range])
        source  bytes \(places):
                \(original)
      """
  }
}
