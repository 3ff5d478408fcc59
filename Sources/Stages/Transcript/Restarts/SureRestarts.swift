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
      for word in end where !segment[word].isKept { isTaken[word] = true }
      isAny = true
    }
    return isAny
  }

  /// `it's a — it's a`, `I think, I think that`: the words of the first copy.
  private func repeated(from index: Int) -> Range<Int>? {
    for length in 1...RestartSegment.longestRepeat {
      let next = index + length
      guard next + length <= segment.count else { return nil }
      guard segment[index].hash == segment[next].hash,
        (1..<length).allSatisfy({ segment[index + $0].hash == segment[next + $0].hash })
      else { continue }
      let copy = index..<next
      return isBrokenOff(copy) ? copy : nil
    }
    return nil
  }

  /// Whether words, which follow once more, are the beginning of something: they end on a function word and flow, and
  /// something comes behind the second copy.
  private func isBrokenOff(_ copy: Range<Int>) -> Bool {
    let second = copy.upperBound..<copy.upperBound + copy.count
    guard second.upperBound < segment.count, !copy.contains(where: { segment[$0].isKept }),
      RestartWords.isFunctionWord(segment[copy.upperBound - 1].hash),
      !RestartWords.isDoubledOnPurpose(segment[copy.upperBound - 1].hash),
      flows(copy.dropLast()), flows(second.dropLast()), !isCapitalised(second.lowerBound)
    else { return false }
    let joint = segment[copy.upperBound - 1].joint.subtracting(.filler)
    if joint == .comma {
      let isOpen = RestartWords.isLight(segment[copy.upperBound - 1].hash) || flows(second.suffix(1))
      return copy.count > 1 && isOpen
    }
    return joint.isEmpty ? copy.count > 1 : joint.isSubset(of: [.comma, .dash, .ellipsis])
  }

  /// `he — he's`
  private func pronoun(at index: Int) -> Range<Int>? {
    let next = index + 1
    guard page.traits[segment[next].number].contains(.joined), RestartWords.isSubject(segment[index].hash)
    else { return nil }
    let own = page[segment[index].number]
    let other = page[segment[next].number]
    guard other.count > own.count + 1,
      segment.isStart(index, of: next, letters: nil, page, bytes),
      bytes[other.lowerBound + own.count] == UInt8(ascii: "'")
        || bytes.isCurlyApostrophe(at: other.lowerBound + own.count),
      !isCapitalised(next)
    else { return nil }
    return segment[index].joint.isSubset(of: [.comma, .dash, .ellipsis, .filler]) ? index..<next : nil
  }

  /// `on the we on our`: words behind one that cannot stand there, back to where the second of the pair was said.
  private func clash(at index: Int) -> Range<Int>? {
    let next = index + 1
    guard isEdited, segment[index].joint.isEmpty,
      RestartWords.clash(segment[index].hash, segment[next].hash)
    else { return nil }
    for start in stride(from: index - 1, through: max(0, index - 3), by: -1) {
      guard segment[start].joint.isEmpty, RestartWords.isLight(segment[start].hash) else { return nil }
      if segment[start].hash == segment[next].hash { return start..<next }
    }
    return nil
  }

  /// Longest start that is given up.
  private static let longestStart = 8

  /// `They show the — some are lent`, `you n- I mean`: a clause that breaks off where none can end, before another.
  private func abandoned(at index: Int) -> Range<Int>? {
    guard isEdited, RestartWords.opensClause(segment[index + 1].hash),
      segment[index].isCutOff ? isFragmentOfClause(index) : isDangling(index)
    else { return nil }
    let next = index + 1
    var start = index
    while start > 0, index - start < Self.longestStart {
      let before = start - 1
      if segment[before].joint.subtracting(.filler) != []
        || RestartWords.isConjunction(segment[before].hash)
      {
        return start..<next
      }
      start = before
    }
    return start == 0 ? start..<next : nil
  }

  /// A word that was cut off behind one that asks for more.
  private func isFragmentOfClause(_ index: Int) -> Bool {
    index > 0 && !segment.isSuspended(index, page, bytes) && segment[index - 1].joint.isEmpty
      && (RestartWords.isDangling(segment[index - 1].hash)
        || RestartWords.opensClause(segment[index - 1].hash))
  }

  /// A word that asks for more, before the last break of the sentence: between two may stand an aside.
  private func isDangling(_ index: Int) -> Bool {
    !segment[index].joint.isDisjoint(with: .breaks) && !segment[index].joint.contains(.tight)
      && RestartWords.isDangling(segment[index].hash)
      && segment.words[(index + 1)...].allSatisfy { $0.joint.isDisjoint(with: .breaks) }
  }

  /// Whether nothing but hesitations stands behind words.
  private func flows(_ words: Range<Int>) -> Bool {
    words.allSatisfy { segment[$0].joint.isSubset(of: .filler) && !segment[$0].isCutOff }
  }

  /// In capitals, and not the pronoun I.
  private func isCapitalised(_ place: Int) -> Bool {
    let range = page[segment[place].number]
    let first = bytes[range.lowerBound]
    guard first.isUpper else { return false }
    guard first == UInt8(ascii: "I") else { return true }
    return range.count > 1 && (bytes[range.lowerBound + 1].isLower || bytes[range.lowerBound + 1].isUpper)
  }
}
