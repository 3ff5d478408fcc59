/// Numbers for the names of labels: those with the same name, and of one form where that is asked for, share one.
struct NameNumbers {
  /// Of each label.
  private(set) var numbers: [Int] = []
  /// The place of the first label of each number.
  private(set) var firsts: [Int] = []
  /// Numbers of names in ASCII by their hash; a hash that is taken by another name goes on to the next.
  private var ofHash: [UInt64: Int] = [:]
  /// Numbers of the other names, which are the same when Unicode says that they are.
  private var ofText: [Text: Int] = [:]

  private struct Text: Hashable {
    let form: Label.Form?
    let name: String
  }

  init(_ labels: [Label], _ bytes: [UInt8], byForm: Bool) {
    numbers.reserveCapacity(labels.count)
    for (place, label) in labels.enumerated() {
      let form = byForm ? label.form : nil
      let isWide = bytes[label.name].contains { $0 >= 0x80 }
      let own =
        isWide
        ? number(Text(form: form, name: String(decoding: bytes[label.name], as: UTF8.self)))
        : number(label.name, form, labels, bytes)
      if own == firsts.count { firsts.append(place) }
      numbers.append(own)
    }
  }

  private mutating func number(_ text: Text) -> Int {
    if let number = ofText[text] { return number }
    ofText[text] = firsts.count
    return firsts.count
  }

  private mutating func number(
    _ name: Range<Int>, _ form: Label.Form?, _ labels: [Label], _ bytes: [UInt8]
  ) -> Int {
    var hash = wordHash(bytes, name)
    while let number = ofHash[hash] {
      let first = labels[firsts[number]]
      if form == nil || first.form == form, first.name.count == name.count,
        bytes[first.name].elementsEqual(bytes[name])
      {
        return number
      }
      hash &+= 1
    }
    ofHash[hash] = firsts.count
    return firsts.count
  }
}
