import Sluice
import SluiceHTML

/// A folder of pages with their true texts or with snippets of them.
struct PageSet {
  /// The sets whose licence allows to train tables that are shipped under Apache-2.0, and how much a page of
  /// each counts: the article extraction benchmark of Scrapinghub (MIT), whose pages are few, the snippets of
  /// trafilatura's evaluation (Apache-2.0), and WCXB (CC BY 4.0).
  static let weights: [String: Float] = ["scrapinghub": 3, "trafilatura": 1, "wcxb": 1]

  let name: String
  /// In the order of the file; copies of another page are left out.
  private(set) var pages: [LabelledPage] = []
  private(set) var unread = 0

  var weight: Float { Self.weights[name] ?? 0 }

  static func name(of folder: String) -> String {
    folder.split(separator: "/").last.map(String.init) ?? ""
  }

  init(_ folder: String) throws {
    name = Self.name(of: folder)
    for line in try FileBytes.read("\(folder)/truth.jsonl").split(separator: 0x0A) {
      let truth = try JSONParser.parse(Array(line))
      guard truth["dup_of"]?.scalarText == nil, let id = truth["id"]?.string else { continue }
      let text = truth["text"]?.string ?? ""
      let with = truth["with"]?.array?.compactMap(\.string) ?? []
      let without = truth["without"]?.array?.compactMap(\.string) ?? []
      guard !text.isEmpty || !with.isEmpty && truth["text"] == nil else { continue }
      let source = try FileBytes.read("\(folder)/pages/\(id).html")
      do {
        let page = try TrainingPage(source)
        if !page.texts.isEmpty {
          pages.append(
            text.isEmpty
              ? LabelledPage(id: id, page: page, with: with, without: without)
              : LabelledPage(id: id, url: truth["url"]?.string ?? id, page: page, truth: text))
          continue
        }
      } catch _ as SluiceError {}
      unread += 1
    }
  }
}
