public import Sluice

/// The labels that ``TagEntities`` can give: the 18 types of OntoNotes 5 (Weischedel et al., 2013).
public enum EntityLabel: String, SettingValue, CaseIterable {
  case person = "PERSON"
  case organization = "ORG"
  case geopolitical = "GPE"
  case location = "LOC"
  case facility = "FAC"
  case group = "NORP"
  case event = "EVENT"
  case law = "LAW"
  case language = "LANGUAGE"
  case product = "PRODUCT"
  case workOfArt = "WORK_OF_ART"
  case date = "DATE"
  case time = "TIME"
  case money = "MONEY"
  case percent = "PERCENT"
  case quantity = "QUANTITY"
  case ordinal = "ORDINAL"
  case cardinal = "CARDINAL"

  /// Dates, times and amounts: they are not things with a name, and have no identity in a document.
  var isNumeric: Bool {
    switch self {
    case .date, .time, .money, .percent, .quantity, .ordinal, .cardinal: true
    default: false
    }
  }

  /// The label as the layer has it.
  var layerLabel: Entities.Label { Self.layerLabels[Int(index)] }

  /// Position among all labels.
  var index: UInt8 {
    switch self {
    case .person: 0
    case .organization: 1
    case .geopolitical: 2
    case .location: 3
    case .facility: 4
    case .group: 5
    case .event: 6
    case .law: 7
    case .language: 8
    case .product: 9
    case .workOfArt: 10
    case .date: 11
    case .time: 12
    case .money: 13
    case .percent: 14
    case .quantity: 15
    case .ordinal: 16
    case .cardinal: 17
    }
  }

  private static let layerLabels = allCases.map { Entities.Label($0.rawValue) }
}
