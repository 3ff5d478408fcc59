import Sluice
import Testing

struct JSONWriterTests {
  /// The number as the standard library writes it, once it is rounded.
  private func expected(_ value: Double, digits: Int) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let rounded = (value * scale).rounded() / scale
    return rounded == rounded.rounded() ? String(Int64(rounded)) : rounded.description
  }

  @Test("Numbers have the shortest form of their decimals")
  func writesNumbers() throws {
    var values = [
      0, 1, -1, 0.5, 0.1, 0.001, 0.0009, 0.00001, 2.9999999, 59.9996, 999_999.999_999, 1_000_000.5, 86_400.04,
    ]
    var seed: UInt64 = 1
    for _ in 0..<3000 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      values.append(Double(seed >> 44) / Double(1 + (seed >> 20) & 0xFFFF))
    }
    for digits in [0, 3, 4, 6, 9] {
      for value in values {
        var json = JSONWriter()
        json.number(value, digits: digits)
        let text = String(decoding: json.bytes, as: UTF8.self)
        #expect(text == expected(value, digits: digits), "\(value) with \(digits)")
      }
    }
  }

  @Test("Strings of every length escape what JSON must and nothing else")
  func writesStrings() throws {
    for length in 0..<40 {
      for (byte, escaped) in [
        (0x22, #"\""#), (0x5C, #"\\"#), (0x0A, #"\n"#), (0x1F, #"\u001f"#), (0x7F, "\u{7F}"), (0x20, " "),
      ] {
        for place in 0...length {
          let before = String(repeating: "é", count: place)
          let behind = String(repeating: "x", count: length - place)
          var json = JSONWriter()
          json.string(before + String(UnicodeScalar(UInt8(byte))) + behind)
          #expect(String(decoding: json.bytes, as: UTF8.self) == "\"" + before + escaped + behind + "\"")
        }
      }
    }
  }

  @Test("What is flushed in pieces is the same text")
  func flushes() throws {
    var whole: [UInt8] = []
    var json = JSONWriter()
    json.object { json in
      json.key("list")
      json.array { json in
        for number in 0..<5 {
          json.integer(number)
          json.flush { whole += $0 }
        }
      }
      json.raw(utf8: Array(#""more":true"#.utf8))
    }
    json.flush { whole += $0 }
    #expect(String(decoding: whole, as: UTF8.self) == #"{"list":[0,1,2,3,4],"more":true}"#)
  }
}
