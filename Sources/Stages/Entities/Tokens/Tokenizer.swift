import Sluice

/// Cuts a sentence into tokens and looks each word up.
///
/// Words keep inner apostrophes (`O'Neill`) and the full stops of acronyms, initials and known abbreviations;
/// clitics (`'s`), hyphens and all other marks are tokens of their own.
struct Tokenizer {
  let lexicon: Lexicon

  /// Adds the tokens of a range of the text.
  func tokenize(_ bytes: [UInt8], _ range: TextRange, into tokens: inout [Token]) {
    bytes.withUnsafeBufferPointer { buffer in
      let text = UnsafeBufferPointer(rebasing: buffer[0..<Int(range.end)])
      var scan = TokenScan(text: text, lexicon: lexicon, index: Int(range.start), start: Int(range.start))
      while scan.next(&tokens) {}
    }
  }
}

private struct TokenScan {
  let text: UnsafeBufferPointer<UInt8>
  let lexicon: Lexicon
  var index: Int
  let start: Int
  var opening = true
  var afterBreak = false

  mutating func next(_ tokens: inout [Token]) -> Bool {
    let before = index
    skipSpace()
    guard index < text.count else { return false }
    var shape: Token.Shape = index == before && before != start ? .attached : []
    if afterBreak { shape.insert(.afterBreak) }
    afterBreak = false
    let first = index
    let byte = text[index]
    if byte &- 0x30 < 10 {
      number()
      if opening { shape.insert(.opening) }
      let key = WordHash.key(of: text[first..<index])
      tokens.append(token(first, .number, shape, key: key))
    } else if ByteClass.isLetter(text, index) {
      word(first, shape, &tokens)
    } else if byte == UInt8(ascii: "@") || byte == UInt8(ascii: "#"), index + 1 < text.count,
      ByteClass.isLetter(text, index + 1)
    {
      while index < text.count, !ByteClass.isSpace(text, index) { index += 1 }
      tokens.append(token(first, .opaque, shape, key: 0))
      opening = true
    } else {
      mark(first, shape, &tokens)
    }
    return true
  }

  private mutating func skipSpace() {
    while index < text.count {
      let width = ByteClass.spaceWidth(text, index)
      if width == 0 { return }
      if text[index] == 0x0A { afterBreak = true }
      index += width
    }
  }

  private func token(
    _ first: Int, _ kind: Token.Kind, _ shape: Token.Shape, key: UInt64, mark: UInt8 = 0
  ) -> Token {
    Token(
      start: Int32(first), end: Int32(index), key: key, kind: kind, shape: shape, mark: mark,
      classes: kind == .word ? lexicon.classes(of: key) : [],
      initialLetter: text[first] < 0x80 ? text[first] | 0x20 : 0)
  }

  private mutating func number() {
    while index < text.count {
      let byte = text[index]
      if byte &- 0x30 < 10 {
        index += 1
      } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":"),
        index + 1 < text.count, text[index + 1] &- 0x30 < 10
      {
        index += 1
      } else {
        return
      }
    }
  }

  private mutating func mark(_ first: Int, _ shape: Token.Shape, _ tokens: inout [Token]) {
    // ’s and its like.
    if let width = ByteClass.apostropheWidth(text, index), shape.contains(.attached),
      let letters = ByteClass.cliticLength(text, index + width)
    {
      index += width + letters
      tokens.append(token(first, .clitic, shape, key: WordHash.clitic(text[first + width..<index])))
      return
    }
    index += ByteClass.width(text, index)
    let quotes = ByteClass.isQuote(text, first) && !shape.contains(.attached)
    opening = opening || quotes || ByteClass.opensClause(text, first)
    tokens.append(
      token(
        first, .mark, shape, key: WordHash.key(of: text[first..<index]),
        mark: ByteClass.mark(text, first..<index)))
  }
}

// MARK: - Words

extension TokenScan {
  private mutating func word(_ first: Int, _ given: Token.Shape, _ tokens: inout [Token]) {
    var shape = given
    var fold = CaseFold()
    var hash = WordHash.seed
    var letters = 0
    var capitals = 0
    var smallBefore = false
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        if byte &- 0x41 < 26 {
          if letters == 0 { shape.insert(.capital) } else if smallBefore { shape.insert(.innerCapital) }
          capitals += 1
          letters += 1
        } else if byte &- 0x61 < 26 {
          letters += 1
          smallBefore = true
        } else if byte &- 0x30 < 10 {
          shape.insert(.hasDigit)
        } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "&") {
          if !joins(byte, width: 1) { break }
        } else if byte == UInt8(ascii: "_") {
        } else {
          break
        }
        hash = WordHash.add(fold.lower(byte), to: hash)
        index += 1
      } else if let width = ByteClass.apostropheWidth(text, index) {
        if !joins(UInt8(ascii: "'"), width: width) { break }
        hash = WordHash.add(UInt8(ascii: "'"), to: hash)
        index += width
      } else if ByteClass.isLetter(text, index) {
        let width = ByteClass.width(text, index)
        if ByteClass.isCapital(text, index) {
          if letters == 0 { shape.insert(.capital) }
          capitals += 1
        } else {
          smallBefore = true
        }
        letters += 1
        for at in index..<index + width { hash = WordHash.add(fold.lower(text[at]), to: hash) }
        index += width
      } else {
        break
      }
    }
    if index < text.count, text[index] == UInt8(ascii: ".") {
      dots(first, letters, capitals, &shape, &hash)
    } else if index < text.count, text[index] == UInt8(ascii: ":") || text[index] == UInt8(ascii: "@") {
      if isAddress(first) {
        while index < text.count, !ByteClass.isSpace(text, index) { index += 1 }
        tokens.append(token(first, .opaque, shape, key: 0))
        opening = false
        return
      }
    }
    if letters == 1 { shape.insert(.initial) }
    if letters > 1, capitals == letters { shape.insert(.allCapitals) }
    if opening { shape.insert(.opening) }
    opening = false
    tokens.append(token(first, .word, shape, key: hash))
  }

  /// Whether an apostrophe or ampersand at the index stays inside the word.
  private func joins(_ byte: UInt8, width: Int) -> Bool {
    let next = index + width
    guard next < text.count, ByteClass.isLetter(text, next) else { return false }
    return byte == UInt8(ascii: "&") || ByteClass.cliticLength(text, next) == nil
  }

  private func isAddress(_ first: Int) -> Bool {
    if text[index] == UInt8(ascii: "@") {
      return index + 1 < text.count && ByteClass.isLetter(text, index + 1)
    }
    return index + 2 < text.count && text[index + 1] == UInt8(ascii: "/")
      && text[index + 2] == UInt8(ascii: "/")
  }

  /// `Ph.D.`: two letters, then letters and full stops by turns.
  private func startsDegree(_ first: Int) -> Bool {
    index - first == 2 && index + 2 < text.count && text[index + 1] &- 0x41 < 26
      && text[index + 2] == UInt8(ascii: ".")
  }

  /// Takes full stops that belong to the word: `U.S.`, `J.`, `Mr.`, and the rest of `www.name.org`.
  private mutating func dots(
    _ first: Int, _ letters: Int, _ capitals: Int, _ shape: inout Token.Shape, _ hash: inout UInt64
  ) {
    let stop = UInt8(ascii: ".")
    if letters == 1 || startsDegree(first), index - first <= 2 {
      var parts = 1
      var at = index
      var fold = CaseFold()
      var longer = WordHash.add(stop, to: hash)
      // Letters and full stops by turns.
      while at + 2 < text.count, text[at + 1] < 0x80, ByteClass.isLetter(text, at + 1), text[at + 2] == stop {
        longer = WordHash.add(stop, to: WordHash.add(fold.lower(text[at + 1]), to: longer))
        parts += 1
        at += 2
      }
      let isI = text[first] == UInt8(ascii: "I")
      if parts > 1 || (letters == 1 && shape.contains(.capital) && at + 1 < text.count && !isI) {
        index = at + 1
        hash = longer
        shape.insert(.dotted)
        if parts > 1, shape.contains(.capital) { shape.insert(.allCapitals) }
      }
      return
    }
    let isLast = index + 1 >= text.count
    if lexicon.classes(of: hash).contains(.abbreviation) {
      if isLast, !shape.contains(.capital) { return }
      hash = WordHash.add(stop, to: hash)
      index += 1
      shape.insert(.dotted)
    }
  }
}
