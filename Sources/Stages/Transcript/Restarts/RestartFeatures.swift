/// The features of one word, as buckets of the table.
///
/// What they say is mostly structure: whether the words around are said again, how soon, and what stands between the
/// two. Of the words themselves only function words and endings are seen, so that a small table goes far.
struct RestartFeatures {
  let segment: RestartSegment
  let page: PageWords
  let bytes: [UInt8]
  /// Of each word, as the table knows it.
  private let classes: [UInt64]
  /// A bit for each distance at which a word of the segment comes back.
  private let distances: Int

  init(segment: RestartSegment, page: PageWords, bytes: [UInt8]) {
    self.segment = segment
    self.page = page
    self.bytes = bytes
    classes = segment.words.indices.map { segment.wordClass($0, page, bytes) }
    var distances = 0
    for (index, word) in segment.words.enumerated() {
      for distance in 1...RestartSegment.longestRepeat where index + distance < segment.count {
        if word.hash == segment[index + distance].hash { distances |= 1 << distance }
      }
    }
    self.distances = distances
  }

  /// The class of a word; 1 beyond the ends.
  private func word(_ place: Int) -> UInt64 {
    classes.indices.contains(place) ? classes[place] : 1
  }

  /// Features in the making, each of the next kind.
  private struct List {
    var buckets: [Int]
    var kind: UInt64 = 0

    mutating func add(_ a: UInt64, _ b: UInt64 = 0, _ c: UInt64 = 0, _ d: UInt64 = 0) {
      kind += 1
      buckets.append(RestartFeatures.bucket(kind, a, b, c, d))
    }
  }

  /// Feature of a kind with its values, as a bucket.
  private static func bucket(_ kind: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) -> Int {
    var hash = kind &* 0x9E37_79B9_7F4A_7C15
    for part in [a, b, c, d] {
      hash = (hash ^ part) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
    }
    return Int(hash & UInt64(RestartTable.buckets - 1))
  }

  /// A stretch of words that begins as another one behind it.
  private struct Repeat {
    var start: Int
    /// Distance to the second copy.
    var distance: Int
    /// Words that agree, at most the distance.
    var length: Int
    var joint: RestartSegment.Joint
    var isCutOff: Bool
    var hasInnerJoint: Bool

    var isWhole: Bool { length == distance }
    func isBetter(than other: Repeat) -> Bool {
      if isWhole != other.isWhole { return isWhole }
      if length != other.length { return length > other.length }
      let own = !joint.isEmpty || isCutOff
      let others = !other.joint.isEmpty || other.isCutOff
      if own != others { return own }
      return distance < other.distance
    }
  }

  private func best(at index: Int) -> Repeat? {
    let count = segment.count
    var best: Repeat?
    for distance in 1...RestartSegment.longestRepeat where distances & (1 << distance) != 0 {
      for start in max(0, index - distance + 1)...index
      where start + distance < count && segment[start].hash == segment[start + distance].hash {
        var length = 1
        while length < distance, start + distance + length < count,
          segment[start + length].hash == segment[start + distance + length].hash
        {
          length += 1
        }
        let last = start + distance - 1
        var inner = false
        for word in start..<last where !segment[word].joint.isEmpty && segment[word].joint != .filler {
          inner = true
        }
        let found = Repeat(
          start: start, distance: distance, length: length, joint: segment[last].joint,
          isCutOff: segment[last].isCutOff, hasInnerJoint: inner)
        if best.map(found.isBetter) ?? true { best = found }
      }
    }
    return best
  }

  /// - Parameters:
  ///   - last: decision on the word before, 0 or 1; `before` on the one before that.
  func fill(_ index: Int, last: Int, before: Int, into features: inout [Int]) {
    features.removeAll(keepingCapacity: true)
    var list = List(buckets: [])
    swap(&list.buckets, &features)
    defer { swap(&list.buckets, &features) }
    let count = segment.count
    let own = word(index)
    let next = word(index + 1)
    let wordBefore = word(index - 1)
    let joint = UInt64(segment[index].joint.rawValue)
    let jointBefore = index > 0 ? UInt64(segment[index - 1].joint.rawValue) : 0xFF
    let previous = UInt64(last)
    let isCutOff = segment[index].isCutOff
    list.add(1)
    list.add(own)
    list.add(next)
    list.add(wordBefore)
    list.add(previous)
    list.add(previous, UInt64(before))
    list.add(joint)
    list.add(jointBefore)
    list.add(own, next)
    list.add(own, joint)
    list.add(previous, own)
    list.add(previous, joint)
    list.add(previous, jointBefore)
    list.add(UInt64(min(index, 3)))
    list.add(UInt64(min(index, 3)), joint)

    list.kind = 20
    if isCutOff {
      let starts = index + 1 < count && segment.isStart(index, of: index + 1, letters: nil, page, bytes)
      list.add(1)
      list.add(starts ? 1 : 0)
      list.add(joint)
    }
    list.kind = 30
    if let found = best(at: index) {
      let whole: UInt64 = found.isWhole ? 1 : 0
      let distance = UInt64(found.distance)
      let near = min(distance, 4)
      let between = UInt64(found.joint.rawValue)
      let cut: UInt64 = found.isCutOff ? 1 : 0
      let first = word(found.start)
      let isCovered: UInt64 = index - found.start < found.length ? 1 : 0
      var returns: UInt64 = 0
      let second = found.start + found.distance
      for place in second..<min(count, second + found.distance + 1)
      where segment[place].hash == segment[index].hash {
        returns = 1
      }
      list.add(whole, distance)
      list.add(whole, distance, between, found.hasInnerJoint ? 1 : 0)
      list.add(whole, near, cut)
      list.add(distance, UInt64(found.length))
      list.add(whole, near, previous)
      list.add(whole, isCovered, returns)
      list.add(whole, min(distance, 2), own)
      list.add(whole, first)
      list.add(whole, first, between)
      list.add(min(distance, 5), UInt64(min(found.length, 3)), between, cut)
      list.add(whole, previous, between, UInt64(min(index - found.start, 3)))
      if found.start == 0 { list.add(1) }
      list.kind = 44
      if found.isWhole, found.distance == 1 {
        list.add(own)
        list.add(own, between)
      }
    } else {
      list.kind = 50
      list.add(previous)
      list.add(joint, previous)
    }
    list.kind = 60
    for ahead in 0..<5 where index + ahead < count {
      let place = index + ahead
      let isBreak = !segment[place].joint.isDisjoint(with: .breaks) || segment[place].isCutOff
      guard isBreak else { continue }
      let steps = UInt64(ahead)
      list.add(steps)
      list.add(steps, previous)
      list.add(word(index + ahead + 1))
      list.add(steps, segment[place].isCutOff ? 1 : 0)
      list.add(steps, own)
      list.add(steps, index == 0 ? 1 : 0)
      break
    }
    list.kind = 70
    let length = page[segment[index].number].count
    if index + 1 < count, length > 2, segment[index].hash != segment[index + 1].hash,
      segment.isStart(index, of: index + 1, letters: 2, page, bytes)
    {
      list.add(joint)
    }
    list.kind = 75
    for step in 1..<4 where index + step < count && length > 3 {
      guard segment[index].hash != segment[index + step].hash,
        segment.isStart(index, of: index + step, letters: 4, page, bytes)
      else { continue }
      list.add(UInt64(step), UInt64(segment[index + step - 1].joint.rawValue))
      break
    }
  }
}
