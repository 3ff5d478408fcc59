import CLibXML2
import Glibc

/// An element that begins: its names, and its attributes by local name.
struct XMLElement: Sendable {
  let name: String
  /// Where the name belongs: the URI of its namespace, or its prefix when that was never declared.
  let namespace: String
  let attributes: [String: String]
}

/// Takes the events of ``XMLEvents``.
protocol XMLConsumer: AnyObject {
  func begin(_ element: XMLElement)
  /// - Parameter text: all text directly within the element, up to ``SourceLimits/text`` bytes.
  func end(_ element: XMLElement, text: String)
  /// `true` once no more is wanted.
  var isFull: Bool { get }
}

/// Reads XML with libxml2's SAX interface and hands elements on.
///
/// Nothing outside of the bytes is loaded, and no declared entity is expanded: declarations are not even kept.
/// Markup that is not well-formed is read as far as it makes sense.
final class XMLEvents {
  private var open: [(element: XMLElement, text: [UInt8])] = []
  private unowned let consumer: any XMLConsumer
  private var context: xmlParserCtxtPtr?

  private static let initialized: Void = xmlInitParser()
  private static let maximumDepth = 100

  private init(_ consumer: any XMLConsumer) {
    self.consumer = consumer
  }

  /// - Returns: `false` when there was no element at all.
  static func read(_ bytes: [UInt8], _ consumer: any XMLConsumer) -> Bool {
    let events = XMLEvents(consumer)
    return events.run(bytes)
  }

  private var elements = 0

  private func run(_ bytes: [UInt8]) -> Bool {
    _ = Self.initialized
    let bytes = XMLReferences.numeric(bytes.drop { $0 <= 0x20 })
    guard !bytes.isEmpty else { return false }
    bytes.withUnsafeBytes { buffer in
      let text = buffer.bindMemory(to: CChar.self)
      guard let context = xmlCreateMemoryParserCtxt(text.baseAddress, Int32(clamping: text.count)) else {
        return
      }
      defer { xmlFreeParserCtxt(context) }
      self.context = context
      let options = XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue
      xmlCtxtUseOptions(context, Int32(options))
      context.pointee.sax.pointee = Self.handler
      context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
      xmlParseDocument(context)
      if let document = context.pointee.myDoc { xmlFreeDoc(document) }
      context.pointee.myDoc = nil
      self.context = nil
    }
    // What the end of the bytes left open.
    while !open.isEmpty { end() }
    return elements > 0
  }

  private static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startElementNs = { context, name, prefix, uri, _, _, count, _, attributes in
      guard let context, let name else { return }
      let events = Unmanaged<XMLEvents>.fromOpaque(context).takeUnretainedValue()
      let namespace = uri ?? prefix
      events.begin(
        XMLElement(
          name: XMLEvents.text(name), namespace: namespace.map { XMLEvents.text($0) } ?? "",
          attributes: XMLEvents.attributes(attributes, Int(count))))
    }
    handler.endElementNs = { context, _, _, _ in
      guard let context else { return }
      Unmanaged<XMLEvents>.fromOpaque(context).takeUnretainedValue().end()
    }
    let characters: charactersSAXFunc = { context, bytes, count in
      guard let context, let bytes, count > 0 else { return }
      let text = UnsafeBufferPointer(start: bytes, count: Int(count))
      Unmanaged<XMLEvents>.fromOpaque(context).takeUnretainedValue().take(text)
    }
    handler.characters = characters
    handler.ignorableWhitespace = characters
    handler.cdataBlock = characters
    handler.serror = { _, _ in }
    return handler
  }

  private static func text(_ bytes: UnsafePointer<xmlChar>) -> String {
    String(
      decoding: UnsafeBufferPointer(start: bytes, count: min(strlen(bytes), SourceLimits.text)), as: UTF8.self
    )
  }

  /// Attributes come as local name, prefix, URI, and the borders of the value.
  private static func attributes(
    _ array: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int
  ) -> [String: String] {
    var result: [String: String] = [:]
    guard let array else { return result }
    for index in 0..<min(count, 64) {
      guard let name = array[index * 5], let start = array[index * 5 + 3], let end = array[index * 5 + 4]
      else { continue }
      let value = UnsafeBufferPointer(start: start, count: min(max(0, end - start), SourceLimits.text))
      // libxml2 leaves an ampersand of a value as a reference.
      result[text(name)] = String(decoding: value, as: UTF8.self).replacing("&#38;", with: "&")
    }
    return result
  }

  private func begin(_ element: XMLElement) {
    elements += 1
    open.append((element, []))
    consumer.begin(element)
    if open.count > Self.maximumDepth || consumer.isFull { stop() }
  }

  private func end() {
    guard let (element, text) = open.popLast() else { return }
    consumer.end(element, text: String(decoding: text, as: UTF8.self).trimmed)
    if consumer.isFull { stop() }
  }

  private func take(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let last = open.indices.last else { return }
    let room = SourceLimits.text - open[last].text.count
    if room > 0 { open[last].text.append(contentsOf: bytes.prefix(room)) }
  }

  private func stop() {
    if let context { xmlStopParser(context) }
  }
}
