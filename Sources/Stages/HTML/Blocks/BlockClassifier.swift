/// Decides which blocks of a page are its main text.
///
/// This file is the whole of the decision: rows of ``BlockFeatures`` in, one flag a block out. It is a weighted
/// sum of all evidence (logistic regression), set against a threshold that is stricter on pages of one article,
/// where next to everything else is boilerplate. The weights were fitted to pages of the article extraction
/// benchmark of Scrapinghub (MIT) and of WCXB (CC BY 4.0), and rounded to two digits.
enum BlockClassifier {
  /// Changes whenever an answer may.
  static let model = "blocks-linear-1"

  /// In log odds.
  private static let articleThreshold: Float = 0.5
  private static let threshold: Float = -0.3
  /// How much less is asked of a block that two clearly wanted ones enclose.
  private static let enclosedBonus: Float = 1.5

  static func keep(_ features: BlockFeatures) -> [Bool] {
    let scores = scores(features)
    let threshold = features.isArticle ? articleThreshold : threshold
    var keep = scores.map { $0 > threshold }
    for index in scores.indices where !keep[index] {
      // Speaker labels, short replies and subheadings stand between the paragraphs that they belong to.
      let isEnclosed =
        index > 0 && scores[index - 1] > threshold
        && index + 1 < scores.count && scores[index + 1] > threshold
      let hasLinks = features[index, 2] > 0.5
      if isEnclosed, !hasLinks, scores[index] + enclosedBonus > threshold { keep[index] = true }
    }
    return keep
  }

  /// Log odds of each block.
  static func scores(_ features: BlockFeatures) -> [Float] {
    weights.withUnsafeBufferPointer { weights in
      features.values.withUnsafeBufferPointer { values in
        (0..<features.count).map { block in
          var sum = bias
          let row = block * BlockFeatures.width
          for column in 0..<BlockFeatures.width { sum += weights[column] * values[row + column] }
          return sum
        }
      }
    }
  }

  private static let bias: Float = 1

  private static let weights: [Float] = [
    // The text: words, characters, links, sentences, commas, end, capital, digits, capitals, boilerplate
    // opening, repeated, length of words, separators, long sentence.
    1.2, -1, -0.85, 0.0003, -0.15, 0.45, -0.15, -0.55, 0.35, -1.3, 0.31, 0.18, -0.45, 0.41,
    // Its element: p li h1 h2 h3 h4 td dd dt blockquote pre figcaption div span summary button section article.
    0.53, 1.4, -0.46, 1.8, 1.7, 1.1, 1.5, -1.2, -0.76, 0.19, 0.6, -1.5, 0.66, 0, 0.96, -0.62, 0.49, -0.28,
    // Ancestors: nav header footer aside form article main section table list figure blockquote details dl
    // button p.
    -0.1, -0.52, -1.8, -1.8, -0.87, 0.53, 0.35, 0.049, 0.57, 0.29, -0.42, 1.1, 0.61, 0.82, 0.54, 0.83,
    // Names: navigation, footer, sidebar, share, related, cookie, newsletter, comment, meta, filter, content,
    // transcript, product, header, caption, forum; hidden.
    -0.6, -2.1, -1, -0.59, -0.45, -2.9, -0.86, -2, -0.49, -0.85, 0.36, -0.25, -0.1, -0.5, -1.2, 0.61, -1.2,
    // Place: depth, index, text before, blocks, characters, long share, distance from h1, behind h1, has h1,
    // article, row of a table.
    1, 0.34, -1.8, 0.3, -0.32, -0.47, -0.22, 1.8, -1.8, -0.59, -0.88,
    // Containers 0, 1, 2, 4 up: links, share, blocks, long share, sentences.
    0.036, 1.5, -0.15, 0.081, 0.051, 0.033, 0.54, 0.02, 0.39, -0.2, -0.3, 0.4, 0.027, -0.39, 0.24, 0.41,
    0.6, -0.12, 0.27, -0.2,
    // Neighbours -2, -1, 1, 2: words, links, sentences, end, boilerplate, p, li, h1.
    0.027, -0.16, -0.025, 0.054, -0.31, 0.13, 0.17, -0.7, 0.047, -0.21, -0.0011, 0.09, -0.66, -0.018, -0.17,
    -0.86, 0.047, -0.17, -0.027, 0.18, -0.6, 0.16, 0.12, -0.29, 0.012, -0.058, 0.0025, 0.092, -0.33, 0.004,
    -0.002, -0.016,
    // Density of long blocks within 3, 8, 20.
    0.056, 0.46, 0.5,
  ]
}
