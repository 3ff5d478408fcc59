import Sluice

/// Takes the labels of a document out of its text; the layer of turns keeps what they say.
struct LabelRule: CleaningRule {
  let kind = EditClass.label
  let labels: [Label]

  func edits(in page: CleaningPage) -> [Edit] {
    let stretches = labels.map { label in
      Deletions.Stretch(range: label.range, rule: Self.rule(label.form), kind: kind)
    }
    return Deletions(bytes: page.bytes).edits(stretches)
  }

  private static func rule(_ form: Label.Form) -> String {
    switch form {
    case .capitals: "spk.upper-colon"
    case .title: "spk.title-colon"
    case .record: "spk.crec"
    case .questionAnswer: "spk.q-a"
    case .bracket: "spk.bracket"
    case .chevron: "spk.chevron"
    case .timed: "spk.name-ts"
    case .pattern: "spk.pattern"
    }
  }
}
