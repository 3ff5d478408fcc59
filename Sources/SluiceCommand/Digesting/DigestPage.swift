/// A digest over a run, written for people.
struct DigestPage {
  enum Form: String, CaseIterable {
    case markdown, html
  }

  let digest: RunDigest
  /// Groups that are shown.
  let groups: Int

  func text(_ form: Form) -> String {
    switch form {
    case .markdown: markdown
    case .html: html
    }
  }

  private var title: String {
    "\(Format.plural(digest.documents, "document")) by \(digest.grouping.rawValue)"
  }

  private func heading(of group: RunDigest.Group) -> String {
    "\(group.name) (\(Format.plural(group.documents, "document")))"
  }

  /// Who says it, where the heading does not tell.
  private func speaker(of point: DigestPoint) -> String? {
    digest.grouping == .speaker ? nil : point.speaker
  }

  private func place(of point: DigestPoint) -> String {
    [point.origin.title, digest.grouping == .date ? nil : point.origin.date].compactMap(\.self)
      .joined(separator: ", ")
  }

  private static func isLink(_ uri: String) -> Bool { uri.hasPrefix("https://") || uri.hasPrefix("http://") }

  // MARK: - Markdown

  private var markdown: String {
    var page = "# \(Self.escapedMarkdown(title))\n"
    for group in digest.result(most: groups) {
      page += "\n## \(Self.escapedMarkdown(heading(of: group)))\n\n"
      for point in group.points {
        let speaker = speaker(of: point).map { "**\(Self.escapedMarkdown($0)):** " } ?? ""
        let place = Self.escapedMarkdown(place(of: point))
        let link = point.origin.uri.flatMap {
          Self.isLink($0) ? "[\(place)](<\(Self.percentEscaped($0))>)" : nil
        }
        page += "- \(speaker)\(Self.escapedMarkdown(point.text)) — \(link ?? "*\(place)*")\n"
      }
    }
    return page
  }

  private static func escapedMarkdown(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      if "\\`*_[]<>#|".unicodeScalars.contains(scalar) { escaped.unicodeScalars.append("\\") }
      escaped.unicodeScalars.append(scalar.properties.isWhitespace ? " " : scalar)
    }
    return escaped
  }

  private static func percentEscaped(_ uri: String) -> String {
    uri.replacing("<", with: "%3C").replacing(">", with: "%3E").replacing("\n", with: "")
  }

  // MARK: - HTML

  private var html: String {
    var page = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(Markup.escaped(title))</title>
      <style>
      body { font: 1rem/1.55 Georgia, serif; max-width: 42rem; margin: 3rem auto; padding: 0 1rem; color: #222 }
      h1, h2 { font-family: system-ui, sans-serif; line-height: 1.2 }
      h1 { font-size: 1.6rem } h2 { font-size: 1.15rem; margin-top: 2.2rem; border-top: 1px solid #ddd; padding-top: .8rem }
      h2 small { font-weight: normal; color: #777 }
      ul { list-style: none; padding: 0 } li { margin: .9rem 0 }
      cite { display: block; font: normal .85rem system-ui, sans-serif; color: #666 } a { color: #0a5a8a }
      </style>
      </head>
      <body>
      <h1>\(Markup.escaped(title))</h1>

      """
    for group in digest.result(most: groups) {
      let count = Format.plural(group.documents, "document")
      page += "<section>\n<h2>\(Markup.escaped(group.name)) <small>\(count)</small></h2>\n<ul>\n"
      for point in group.points {
        let speaker = speaker(of: point).map { "<b>\(Markup.escaped($0)):</b> " } ?? ""
        var place = Markup.escaped(place(of: point))
        if let uri = point.origin.uri, Self.isLink(uri) {
          place = "<a href=\"\(Markup.escaped(uri))\">\(place)</a>"
        }
        page += "<li>\(speaker)\(Markup.escaped(point.text)) <cite>\(place)</cite></li>\n"
      }
      page += "</ul>\n</section>\n"
    }
    return page + "</body>\n</html>\n"
  }
}
