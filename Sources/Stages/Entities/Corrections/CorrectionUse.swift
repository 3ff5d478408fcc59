import Sluice

extension EntryUse {
  convenience init(_ corrections: [Correction]) {
    self.init(corrections.map(\.description))
  }

  /// What to tell of corrections when a run is over: each that was of use, with in how many documents, and each that
  /// was not.
  var remarks: [String] {
    used.map { "used in \($0.count) \($0.count == 1 ? "document" : "documents"): \($0.entry)" }
      + unused.map { "never used: \($0)" }
  }
}
