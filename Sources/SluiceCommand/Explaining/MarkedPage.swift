import Sluice
import SluiceOutputs

/// Shows a text with its edits marked, on a terminal or as a page of HTML.
struct MarkedPage {
  let marked: MarkedText
  let title: String

  /// Deletions struck out, insertions underlined, as the terminal can; without colours in brackets.
  func terminal(_ style: Style) -> String {
    marked.stretches.map { stretch in
      switch stretch.fate {
      case .kept: stretch.text
      case .deleted: style.struck(stretch.text)
      case .inserted: style.added(stretch.text)
      }
    }.joined()
  }

  /// A page that needs no other file; the rule of each edit shows when it is pointed at.
  var html: String {
    var body = ""
    for stretch in marked.stretches {
      let text = Markup.escaped(stretch.text)
      let rule = Markup.escaped("\(stretch.rule ?? "") (\(stretch.kind?.name ?? ""))")
      switch stretch.fate {
      case .kept: body += text
      case .deleted: body += "<del class=\"\(stretch.kind?.name ?? "")\" title=\"\(rule)\">\(text)</del>"
      case .inserted: body += "<ins class=\"\(stretch.kind?.name ?? "")\" title=\"\(rule)\">\(text)</ins>"
      }
    }
    return """
      <!DOCTYPE html>
      <html>
      <head>
      <meta charset="utf-8">
      <title>\(Markup.escaped(title))</title>
      <style>
      body { font: 16px/1.5 serif; max-width: 44em; margin: 2em auto; white-space: pre-wrap; }
      del { background: #fdd; } ins { background: #dfd; text-decoration: none; }
      del.layout, ins.layout, del.charset, ins.charset { background: #eee; }
      del.label, del.stage-direction, del.notice, del.timestamp { background: #def; }
      </style>
      </head>
      <body>\(body)</body>
      </html>
      """
  }
}
