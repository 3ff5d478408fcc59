// Written by `sluice-train parse`, from the article extraction benchmark of Scrapinghub (MIT) and from WCXB
// by Murrough Foley (CC BY 4.0); see Models.md.

extension BlockWeights {
  /// The weights of the product.
  package static let shipped = BlockWeights(
    bias: 1013,
    columns: [
      // The text: words, characters, links, sentences, commas, end, capital, digits, capitals, boilerplate
      // opening, repeated, length of words, separators, long sentence.
      1163, -996, -854, 1, -149, 450, -153, -549, 350, -1271, 310, 182, -455, 407,
      // Its element: p li h1 h2 h3 h4 td dd dt blockquote pre figcaption div span summary button section
      // article.
      531, 1428, -459, 1836, 1733, 1066, 1475, -1251, -767, 189, 595, -1529, 655, 0, 962, -626, 489, -281,
      // Ancestors: nav header footer aside form article main section table list figure blockquote details dl
      // button p.
      -105, -518, -1833, -1820, -872, 532, 348, 49, 573, 287, -421, 1075, 607, 821, 538, 828,
      // Names: navigation, footer, sidebar, share, related, cookie, newsletter, comment, meta, filter,
      // content, transcript, product, header, caption, forum; hidden.
      -601, -2126, -1022, -592, -453, -2872, -855, -2015, -491, -848, 360, -254, -102, -499, -1222, 614,
      -1204,
      // Place: depth, index, text before, blocks, characters, long share, distance from h1, behind h1, has
      // h1, article, row of a table.
      1048, 342, -1761, 299, -320, -464, -224, 1775, -1783, -585, -875,
      // Containers 0, 1, 2, 4 up: links, share, blocks, long share, sentences.
      36, 1539, -149, 83, 50, 33, 542, 20, 389, -195, -304, 402, 27, -386, 242, 410, 599, -118, 268, -204,
      // Neighbours -2, -1, 1, 2: words, links, sentences, end, boilerplate, p, li, h1.
      27, -163, -26, 56, -308, 134, 174, -696, 48, -215, -1, 90, -664, -18, -171, -858, 47, -175, -27, 179,
      -596, 165, 124, -285, 12, -57, 2, 92, -329, 3, -3, -15,
      // Density of long blocks within 3, 8, 20.
      54, 458, 504,
    ])
}
