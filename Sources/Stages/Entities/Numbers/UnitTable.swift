/// Names of units in the singular, abbreviations written out.
enum UnitTable {
  private static let names: [String: String] = [
    "km": "kilometer", "kilometre": "kilometer", "metre": "meter", "m": "meter", "cm": "centimeter",
    "mm": "millimeter", "kg": "kilogram", "feet": "foot", "ft": "foot", "inches": "inch", "lb": "pound",
    "lbs": "pound", "mph": "mile per hour", "litre": "liter", "tonne": "ton", "oz": "ounce",
  ]

  static func singular(_ unit: String) -> String {
    var words = unit.split(separator: " ").map(String.init)
    guard let last = words.popLast() else { return unit }
    let stem = last.count > 3 && last.hasSuffix("s") && names[last] == nil ? String(last.dropLast()) : last
    return (words + [names[stem] ?? stem]).joined(separator: " ")
  }
}
