/// A document that was at work when the worker process ended.
struct Suspect: Hashable, Sendable {
  enum Cause: Hashable, Sendable {
    case signal(Int32)
    case hang
  }

  /// After so many it is not tried again.
  static let maximumTries = 2

  /// Of the input in the run.
  var number: Int
  /// How often it has ended the process; none when others were at work beside it and it may have been any of them.
  var tries: Int
  var cause: Cause
  /// The step that it was in; one more than there are while its record was made.
  var step: Int

  var isQuarantined: Bool { tries >= Self.maximumTries }
}

/// A document at work.
struct Activity: Hashable, Sendable {
  var number: Int
  var step: Int
  /// Of the monotonic clock, in nanoseconds.
  var start: Int
}

extension WorkBoard {
  /// The documents at work, or that were when the process ended.
  var activities: [Activity] {
    (0..<Self.maximumSlots).compactMap { index in
      let slot = Self.slotPlace(index)
      let number = load(slot)
      let activity = Activity(number: number, step: load(slot + 2), start: load(slot + 1))
      return number >= 0 && load(slot) == number ? activity : nil
    }
  }

  func clearSlots() {
    for index in 0..<Self.maximumSlots { store(-1, Self.slotPlace(index)) }
  }

  var suspects: [Suspect] {
    get {
      (0..<self[.suspects]).map { index in
        let place = Self.suspectPlace(index)
        let signal = load(place + 2)
        return Suspect(
          number: load(place), tries: load(place + 1), cause: signal < 0 ? .hang : .signal(Int32(signal)),
          step: load(place + 3))
      }
    }
    set {
      let suspects = newValue.suffix(Self.maximumSuspects)
      for (index, suspect) in suspects.enumerated() {
        let place = Self.suspectPlace(index)
        store(suspect.number, place)
        store(suspect.tries, place + 1)
        if case .signal(let signal) = suspect.cause {
          store(Int(signal), place + 2)
        } else {
          store(-1, place + 2)
        }
        store(suspect.step, place + 3)
      }
      self[.suspects] = suspects.count
    }
  }
}
