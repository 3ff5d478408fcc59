/// Words in a row that a speaker took back, and how much of the text goes with them.
struct RestartRun {
  let segment: RestartSegment
  let words: PageWords
  let bytes: [UInt8]
  /// Places in the segment.
  let first: Int
  let last: Int

  private var count: Int { last - first + 1 }

  var isCutOff: Bool { segment[last].isCutOff }

  /// The same words follow.
  var isRepeated: Bool {
    guard last + count < segment.count else { return false }
    for offset in 0..<count
    where segment[first + offset].hash != segment[last + 1 + offset].hash
      || segment[first + offset].isCutOff
    {
      return false
    }
    return true
  }

  private func word(_ place: Int) -> Range<Int> { words[segment[place].number] }

  private func isCapital(_ place: Int) -> Bool {
    let range = word(place)
    let first = bytes[range.lowerBound]
    // `É`, as all capitals of Latin-1
    let isWide = first == 0xC3 && range.count > 1 && (0x80...0x9E).contains(bytes[range.lowerBound + 1])
    guard first.isUpper || isWide else { return false }
    return range.count > 1 || bytes[range.lowerBound] != UInt8(ascii: "I")
  }

  /// `I’m`
  private func isPronoun(_ place: Int) -> Bool {
    let range = word(place)
    return bytes[range.lowerBound] == UInt8(ascii: "I") && !bytes[range.lowerBound + 1].isLower
      && !bytes[range.lowerBound + 1].isUpper
  }

  /// Whether a hesitation among the words would take a capital along that no copy keeps: `a dog . . Um , it's`.
  private var hasCapitalAside: Bool {
    let words = segment[first].number..<segment[last + 1].number
    guard words.count > count else { return false }
    return words.dropFirst().contains { number in
      let word = self.words[number]
      return bytes[word.lowerBound].isUpper && (word.count > 1 || bytes[word.lowerBound] != UInt8(ascii: "I"))
    }
  }

  /// What to delete; `nil` when the words must stay.
  var range: Range<Int>? {
    guard last + 1 < segment.count, !hasCapitalAside, !isRhetorical else { return nil }
    for place in first...last where segment[place].isKept { return nil }
    let isRepeated = isRepeated
    // `The The` is a name.
    if isRepeated, count == 1, segment[first].joint.isSubset(of: .comma), isCapital(first),
      isCapital(last + 1),
      segment[first].joint.isEmpty || !isFunctionWord(first)
    {
      return nil
    }
    if !isRepeated {
      for place in first...last where isCapital(place) {
        guard place == first,
          startsSentence(place) && (isFunctionWord(place) || isFragment) || isPronoun(place)
        else { return nil }
      }
      if leavesKept || isStatement || !isBrokenOff || isAdverbial { return nil }
    }
    // A capital at the start of a sentence is kept with the first copy.
    if isRepeated, isCapital(first), !isCapital(last + 1) {
      let isAlone = first == last || !(first + 1...last).contains(where: isCapital)
      return isAlone ? secondCopy : nil
    }
    let start = word(first).lowerBound
    let next = segment[last + 1].number
    guard isFree(from: segment[last].number, to: next), isBare(segment[first].number, segment[last].number)
    else { return nil }
    return start..<words[next].lowerBound
  }

  /// A few letters of a word, as in `Th- that's right`.
  private var isFragment: Bool { first == last && isCutOff && word(first).count < 4 }

  private func isFunctionWord(_ place: Int) -> Bool {
    RestartWords.isFunctionWord(segment[place].hash)
  }

  /// The run breaks off before a word that must stay, and nothing shows that the speaker did: of `I did not — I did
  /// not say so`, the words before `not` are no start of their own.
  private var leavesKept: Bool {
    segment[last + 1].isKept && segment[last].joint.isEmpty && !isCutOff
  }

  /// Something other than a clause, taken up again behind a dash of writing: `our democracy—our sacred democracy`.
  private var isRhetorical: Bool {
    segment[last].joint.contains(.tight) && !isCutOff && !isFunctionWord(last)
      && !RestartWords.opensClause(segment[first].hash)
  }

  /// Something shows that the words end here: a break, or the first of them again.
  private var isBrokenOff: Bool {
    isCutOff || !segment[last].joint.isEmpty || segment[first].hash == segment[last + 1].hash
  }

  /// `In short, in order to`, `For example, for a customer`
  private var isAdverbial: Bool {
    segment[last].joint == .comma && !isCutOff && RestartWords.isPreposition(segment[first].hash)
      && !RestartWords.isDangling(segment[last].hash)
  }

  /// From the start of a sentence, with two words of content that do not come back: it says something by itself, as
  /// in `A moment to hope — a new beginning`.
  private var isStatement: Bool {
    guard !isCutOff, startsSentence(first) else { return false }
    let next = segment.words[last + 1..<min(segment.count, last + 3 + count)]
    return (first...last).count { place in
      !isFunctionWord(place) && !next.contains { $0.hash == segment[place].hash }
    } > 1
  }

  /// The words in front of the second copy, with what stands between, when nothing else does.
  private var secondCopy: Range<Int>? {
    let end = segment[last + count].number
    guard isFree(from: segment[last].number, to: segment[last + 1].number),
      isBare(segment[last + 1].number, end)
    else { return nil }
    return word(last).upperBound..<words[end].upperBound
  }

  private func startsSentence(_ place: Int) -> Bool {
    let number = segment[place].number
    return number == 0 || words.gaps[number - 1].contains(.end)
  }

  /// Whether nothing but spaces, commas, dashes and hesitations stands between two words.
  private func isFree(from word: Int, to next: Int) -> Bool {
    for between in word..<next
    where !words.gaps[between].isDisjoint(with: [.other, .end]) || isOpenLine(between) {
      return false
    }
    return true
  }

  /// Whether nothing but marks of talk stands within the words.
  private func isBare(_ first: Int, _ last: Int) -> Bool {
    for between in first..<max(first, last)
    where !words.gaps[between].isDisjoint(with: [.other, .end]) || isOpenLine(between) {
      return false
    }
    return true
  }

  /// A line break that is more than the wrapping of a paragraph: a number follows, as in `-5 degrees` above
  /// `-6 degrees`, or a capital at a place where nothing was cut off.
  private func isOpenLine(_ word: Int) -> Bool {
    guard words.gaps[word].contains(.lineBreak), word + 1 < words.count else { return false }
    let next = Int(words.starts[word + 1])
    return bytes[next].isDigit
      || bytes[next].isUpper && words.gaps[word].isDisjoint(with: [.comma, .dash, .cutoff])
  }
}
