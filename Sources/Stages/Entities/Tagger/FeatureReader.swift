/// Turns tokens into the hashed features of the tagger.
///
/// The features are those of Ratinov and Roth (CoNLL 2009), Turian et al. (ACL 2010) and Collobert et al. (JMLR 2011):
/// word, shape, affixes, neighbours, pairs, clusters of words, gazetteers, and what the document shows of a word.
struct FeatureReader {
  let tokens: UnsafeBufferPointer<TaggerToken>
  let memory: WordMemory
  /// How the sentence is written.
  let style: UInt64

  /// The most features of one token.
  static let most = 160

  /// How a sentence is written: no capitals, capitals on most words, all capitals, or as usual.
  static func style(_ tokens: UnsafeBufferPointer<TaggerToken>) -> UInt64 {
    var alphabetic = 0, capitals = 0, shouted = 0
    for token in tokens where token.form.isAlphabetic {
      alphabetic += 1
      if token.form.isCapital { capitals += 1 }
      if token.form.isUpper { shouted += 1 }
    }
    if alphabetic > 1, shouted * 4 >= alphabetic * 3 { return 3 }
    if alphabetic > 3, capitals * 4 >= alphabetic * 3 { return 2 }
    return alphabetic > 0 && capitals == 0 ? 1 : 0
  }

  /// Writes the rows of one token that are not of a word alone, and returns how many they are.
  func read(at index: Int, into rows: UnsafeMutablePointer<UInt32>) -> Int {
    var out = Output(rows: rows)
    edges(index, &out)
    pairs(index, &out)
    marks(index, &out)
    document(index, &out)
    return out.count
  }

  /// Hashes features into rows.
  struct Output {
    let rows: UnsafeMutablePointer<UInt32>
    var count = 0

    @inline(__always)
    mutating func add(_ template: UInt64, _ value: UInt64) {
      var hash = (value ^ template &* 0xC2B2_AE3D_27D4_EB4F) &* 0x9E37_79B9_7F4A_7C15
      hash = (hash ^ (hash >> 32)) &* 0xFF51_AFD7_ED55_8CCD
      rows[count] = UInt32(truncatingIfNeeded: hash >> UInt64(64 - TaggerTable.rowBits))
      count += 1
    }

    @inline(__always)
    mutating func add(_ template: UInt64, _ first: UInt64, _ second: UInt64) {
      add(template, WordHash.join(first, second))
    }
  }

  @inline(__always)
  private func edges(_ index: Int, _ out: inout Output) {
    if index == 0 { out.add(140, 0) }
    if index + 1 == tokens.count { out.add(180, 0) }
  }

  @inline(__always)
  private func pairs(_ index: Int, _ out: inout Output) {
    let token = tokens[index]
    let shape = token.form.shortShape
    if index > 0 {
      out.add(300, tokens[index - 1].key, token.key)
      out.add(301, tokens[index - 1].form.shortShape, shape)
    } else {
      out.add(306, 0)
    }
    guard index + 1 < tokens.count else { return }
    let next = tokens[index + 1]
    out.add(302, token.key, next.key)
    out.add(303, shape, next.form.shortShape)
    guard index > 0 else { return }
    out.add(304, tokens[index - 1].key, next.key)
    out.add(305, WordHash.join(tokens[index - 1].form.shortShape, shape), next.form.shortShape)
  }

  @inline(__always)
  private func marks(_ index: Int, _ out: inout Output) {
    for other in max(0, index - 1)...min(tokens.count - 1, index + 1) {
      let side = UInt64(bitPattern: Int64(other - index + 1))
      let marks = tokens[other].marks
      for place in 0..<marks.count {
        out.add(320 + side, marks[place])
        if other == index { out.add(325, marks[place], tokens[index].form.shortShape) }
        if tokens[index].isOfSmallText { out.add(335 + side, marks[place]) }
      }
    }
  }

  @inline(__always)
  private func document(_ index: Int, _ out: inout Output) {
    let token = tokens[index]
    out.add(330, style)
    guard token.form.isCapital else { return }
    let known = memory[token.key]
    if known.isWrittenSmall { out.add(331, 0) }
    if index == 0 { out.add(332, known.capitals) }
    var neighbours = memory.neighbours(of: token.key)
    while neighbours != 0 {
      out.add(333, neighbours & 0xF_FFFF)
      neighbours >>= 20
    }
  }
}
