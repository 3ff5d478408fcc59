import SluiceLanguage

/// Fits the vectors of a ``LanguageTable`` by stochastic gradient descent on cuttings of texts, one thread and a fixed
/// seed: the same bytes on every run.
struct LanguageTrainer {
  var slotBits = 14
  var rounds = 6
  /// Cuttings of a language in a round.
  var cuttings = 5000
  var rate: Float = 0.4
  /// Lengths of cuttings in bytes.
  static let lengths = [16, 24, 40, 60, 100, 200, 400]

  private struct Random {
    var state: UInt64 = 0x5EED_0F_1A_46
    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return bound > 0 ? Int((state >> 33) % UInt64(bound)) : 0
    }
  }

  /// The scripts that more than a twentieth of a language's letters are of.
  static func scripts(_ texts: LanguageTexts, slotBits: Int) -> UInt32 {
    var features = LanguageFeatures(slotBits: slotBits)
    for text in texts.training.prefix(4000) { text.withUnsafeBufferPointer { features.read($0) } }
    let all = features.letters.reduce(0, +)
    var mask: UInt32 = 0
    for (index, count) in features.letters.enumerated() where count * 5 > all { mask |= 1 << UInt32(index) }
    // Japanese is known by its kana.
    if mask & (1 << UInt32(Script.kana.rawValue)) != 0 { mask = 1 << UInt32(Script.kana.rawValue) }
    return mask
  }

  func fit(_ languages: [LanguageTexts]) -> LanguageTable {
    var random = Random()
    var vectors = (0..<1 << slotBits).map { _ in
      var vector = SIMD16<Float>()
      for lane in 0..<16 { vector[lane] = (Float(random.next(2001)) / 1000 - 1) * 0.05 }
      return vector
    }
    var weights = [SIMD16<Float>](repeating: SIMD16(), count: languages.count)
    var biases = [Float](repeating: 0, count: languages.count)
    let scripts = languages.map { Self.scripts($0, slotBits: slotBits) }
    let streams = languages.map { $0.training.joinedWithBlanks }
    var features = LanguageFeatures(slotBits: slotBits)
    let steps = rounds * cuttings * languages.count
    var step = 0
    for _ in 0..<rounds * cuttings {
      for language in languages.indices {
        step += 1
        let rate = rate * (1 - Float(step) / Float(steps + 1))
        let stream = streams[language]
        let length = Self.lengths[random.next(Self.lengths.count)]
        let start = random.next(max(1, stream.count - length))
        features.reset()
        stream.withUnsafeBufferPointer {
          features.read(UnsafeBufferPointer(rebasing: $0[start..<min($0.count, start + length)]))
        }
        guard !features.slots.isEmpty,
          let script = LanguageDetector.script(features.letters, fewest: 1), scripts[language] & script != 0
        else { continue }
        learn(features.slots, language, script, scripts, rate, &vectors, &weights, &biases)
      }
    }
    return quantized(languages, scripts, vectors, weights, biases)
  }

  private func learn(
    _ slots: [UInt32], _ language: Int, _ script: UInt32, _ scripts: [UInt32], _ rate: Float,
    _ vectors: inout [SIMD16<Float>], _ weights: inout [SIMD16<Float>], _ biases: inout [Float]
  ) {
    var mean = SIMD16<Float>()
    for slot in slots { mean += vectors[Int(slot)] }
    mean *= 1 / Float(slots.count)
    let rivals = scripts.indices.filter { scripts[$0] & script != 0 }
    guard rivals.count > 1 else { return }
    let scores = rivals.map { biases[$0] + (weights[$0] * mean).sum() }
    let best = scores.max() ?? 0
    let powers = scores.map { exponential(Double($0 - best)) }
    let total = powers.reduce(0, +)
    var gradient = SIMD16<Float>()
    for (index, rival) in rivals.enumerated() {
      let error = Float(powers[index] / total) - (rival == language ? 1 : 0)
      gradient += weights[rival] * error
      weights[rival] -= mean * (error * rate)
      biases[rival] -= error * rate * 0.02
    }
    let change = gradient * (rate / Float(slots.count))
    for slot in slots { vectors[Int(slot)] -= change }
  }

  private func quantized(
    _ languages: [LanguageTexts], _ scripts: [UInt32], _ vectors: [SIMD16<Float>], _ weights: [SIMD16<Float>],
    _ biases: [Float]
  ) -> LanguageTable {
    // The largest hundredth of a percent is cut off rather than let all others lose their steps.
    var sizes = vectors.flatMap { vector in (0..<16).map { abs(vector[$0]) } }
    sizes.sort()
    let scale = max(1e-6, sizes[sizes.count - 1 - sizes.count / 10_000] / 127)
    let slots = vectors.map { vector in
      var result = SIMD16<Int8>()
      for lane in 0..<16 { result[lane] = Int8(max(-127, min(127, (vector[lane] / scale).rounded()))) }
      return result
    }
    return LanguageTable(
      slotBits: slotBits,
      languages: languages.indices.map {
        .init(tag: languages[$0].tag, scripts: scripts[$0], bias: biases[$0], weights: weights[$0])
      }, scale: scale, slots: slots)
  }
}

extension [[UInt8]] {
  fileprivate var joinedWithBlanks: [UInt8] { Array<UInt8>(joined(separator: [0x20])) }
}
