/// What a speaker took back beyond doubt, so that no weights are asked: words said twice that break off at a function
/// word, a pronoun that comes again with its verb, and at level edited words that no grammar joins with a return to an
/// earlier one.
struct SureRestarts {
  let segment: RestartSegment
  let page: PageWords
  let bytes: [UInt8]
  let isEdited: Bool

  /// Marks the words that go.
  ///
  /// - Returns: whether there are any.
  func mark(_ isTaken: inout [Bool]) -> Bool {
    var isAny = false
    for index in 0..<segment.count - 1 {
      guard let end = repeated(from: index) ?? pronoun(at: index) ?? clash(at: index) ?? abandoned(at: index)
      else { continue }
      for word in end where !segment.isKept[word] { isTaken[word] = true }
      isAny = true
    }
    return isAny
  }

  /// `it's a — it's a`, `I think, I think that`: the words of the first copy.
  private func repeated(from index: Int) -> Range<Int>? {
    for length in 1...RestartSegment.longestRepeat {
      let next = index + length
      guard next + length <= segment.count else { return nil }
      guard (0..<length).allSatisfy({ segment.hashes[index + $0] == segment.hashes[next + $0] }) else {
        continue
      }
      let copy = index..<next
      return isBrokenOff(copy) ? copy : nil
    }
    return nil
  }

  /// Whether words, which follow once more, are the beginning of something: they end on a function word and flow, and
  /// something comes behind the second copy.
  private func isBrokenOff(_ copy: Range<Int>) -> Bool {
    let second = copy.upperBound..<copy.upperBound + copy.count
    guard second.upperBound < segment.count, !copy.contains(where: { segment.isKept[$0] }),
      RestartWords.isFunctionWord(segment.hashes[copy.upperBound - 1]),
      !RestartWords.isDoubledOnPurpose(segment.hashes[copy.upperBound - 1]),
      flows(copy.dropLast()), flows(second.dropLast()), !isCapitalised(second.lowerBound)
    else { return false }
    let joint = segment.joints[copy.upperBound - 1].subtracting(.filler)
    if joint == .comma {
      let isOpen = RestartWords.isLight(segment.hashes[copy.upperBound - 1]) || flows(second.suffix(1))
      return copy.count > 1 && isOpen
    }
    return joint.isEmpty ? copy.count > 1 : joint.isSubset(of: [.comma, .dash, .ellipsis])
  }

  /// `he — he's`
  private func pronoun(at index: Int) -> Range<Int>? {
    let next = index + 1
    let own = page[segment.words[index]]
    let other = page[segment.words[next]]
    guard RestartWords.isSubject(segment.hashes[index]), other.count > own.count + 1,
      page.traits[segment.words[next]].contains(.joined),
      segment.isStart(index, of: next, letters: nil, page, bytes),
      bytes[other.lowerBound + own.count] == UInt8(ascii: "'")
        || bytes.isCurlyApostrophe(at: other.lowerBound + own.count),
      !isCapitalised(next)
    else { return nil }
    return segment.joints[index].isSubset(of: [.comma, .dash, .ellipsis, .filler]) ? index..<next : nil
  }

  /// `on the we on our`: words behind one that cannot stand there, back to where the second of the pair was said.
  private func clash(at index: Int) -> Range<Int>? {
    let next = index + 1
    guard isEdited, segment.joints[index].isEmpty,
      RestartWords.clash(segment.hashes[index], segment.hashes[next])
    else { return nil }
    for start in stride(from: index - 1, through: max(0, index - 3), by: -1) {
      guard segment.joints[start].isEmpty, RestartWords.isLight(segment.hashes[start]) else { return nil }
      if segment.hashes[start] == segment.hashes[next] { return start..<next }
    }
    return nil
  }

  /// Longest start that is given up.
  private static let longestStart = 8

  /// `They show the — some are lent`, `you n- I mean`: a clause that breaks off where none can end, before another.
  private func abandoned(at index: Int) -> Range<Int>? {
    guard isEdited, RestartWords.opensClause(segment.hashes[index + 1]),
      segment.isCutOff[index] ? isFragmentOfClause(index) : isDangling(index)
    else { return nil }
    let next = index + 1
    var start = index
    while start > 0, index - start < Self.longestStart {
      let before = start - 1
      if segment.joints[before].subtracting(.filler) != []
        || RestartWords.isConjunction(segment.hashes[before])
      {
        return start..<next
      }
      start = before
    }
    return start == 0 ? start..<next : nil
  }

  /// A word that was cut off behind one that asks for more.
  private func isFragmentOfClause(_ index: Int) -> Bool {
    index > 0 && !segment.isSuspended(index, page, bytes) && segment.joints[index - 1].isEmpty
      && (RestartWords.isDangling(segment.hashes[index - 1])
        || RestartWords.opensClause(segment.hashes[index - 1]))
  }

  /// A word that asks for more, before the last break of the sentence: between two may stand an aside.
  private func isDangling(_ index: Int) -> Bool {
    !segment.joints[index].isDisjoint(with: .breaks) && !segment.joints[index].contains(.tight)
      && RestartWords.isDangling(segment.hashes[index])
      && segment.joints[(index + 1)...].allSatisfy { $0.isDisjoint(with: .breaks) }
  }

  /// Whether nothing but hesitations stands behind words.
  private func flows(_ words: Range<Int>) -> Bool {
    words.allSatisfy { segment.joints[$0].isSubset(of: .filler) && !segment.isCutOff[$0] }
  }

  /// In capitals, and not the pronoun I.
  private func isCapitalised(_ place: Int) -> Bool {
    let range = page[segment.words[place]]
    let first = bytes[range.lowerBound]
    guard first.isUpper else { return false }
    guard first == UInt8(ascii: "I") else { return true }
    return range.count > 1 && (bytes[range.lowerBound + 1].isLower || bytes[range.lowerBound + 1].isUpper)
  }
}
