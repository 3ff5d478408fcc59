/// Text as it stands in HTML and XML.
enum Markup {
  /// With references for the characters that markup is made of, in text and in attributes with double quotes.
  static func escaped(_ text: String) -> String {
    var result = ""
    // By scalars: an accent behind a mark would make one character with it, and hide it.
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
