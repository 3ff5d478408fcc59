import Testing

@testable import SluiceFetch

@Suite struct RetryPolicyTests {
  @Test func waitsGrowAreTheSameEveryTimeAndEnd() {
    let policy = RetryPolicy(retries: 4, backoff: 1, longestWait: 5)
    let waits = (1...5).map { policy.wait(after: $0, of: "http://a/", now: 0) }
    #expect(waits == (1...5).map { policy.wait(after: $0, of: "http://a/", now: 0) })
    for (index, wait) in waits.prefix(4).enumerated() {
      let base = Double(1 << index)
      #expect(wait.map { (min(5, base * 0.5)...min(5, base * 1.5)).contains($0) } == true)
    }
    #expect(waits[4] == nil && policy.wait(after: 1, of: "http://b/", now: 0) != waits[0])
  }

  @Test func retryAfterIsReadInAllItsForms() {
    let now = 784_111_777  // Sun, 06 Nov 1994 08:49:37 GMT
    let cases: [(String, Double?)] = [
      ("0", 0), ("120", 120), (" 7 ", 7), ("Sun, 06 Nov 1994 08:49:47 GMT", 10),
      ("Sunday, 06-Nov-94 08:50:37 GMT", 60), ("Sun Nov  6 08:49:38 1994", 1),
      ("Sun, 06 Nov 1994 08:00:00 GMT", 0),
      ("-5", nil), ("1.5", nil), ("soon", nil), ("", nil), ("Sun, 06 Nov 1994", nil), ("25:61:00", nil),
    ]
    let wrong = cases.filter { RetryPolicy.seconds($0.0, now: now) != $0.1 }.map { $0.0 }
    #expect(wrong == [])
    let policy = RetryPolicy(retries: 1, backoff: 0.1, longestWait: 60)
    #expect(policy.wait(after: 1, of: "u", retryAfter: "61", now: now) == nil)
    #expect(policy.wait(after: 1, of: "u", retryAfter: "30", now: now) == 30)
  }

  @Test func addressesAreJudgedByTheRegistries() {
    func v4(_ text: String) -> UInt32 { text.split(separator: ".").reduce(0) { $0 << 8 | (UInt32($1) ?? 0) } }
    let isPublic = [
      "1.1.1.1", "8.8.8.8", "93.184.216.34", "172.15.0.1", "172.32.0.1", "100.128.0.1", "223.255.255.255",
    ]
    let isNot = [
      "0.1.2.3", "10.255.0.1", "100.64.0.1", "127.255.255.255", "169.254.0.1", "172.31.255.255", "192.0.2.1",
      "198.19.0.1", "239.1.1.1", "255.255.255.255",
    ]
    #expect(isPublic.filter { AddressPolicy.objection(v4: v4($0)) != nil } == [])
    #expect(isNot.filter { AddressPolicy.objection(v4: v4($0)) == nil } == [])
    func v6(_ head: [UInt8], _ tail: [UInt8] = []) -> [UInt8] {
      head + [UInt8](repeating: 0, count: 16 - head.count - tail.count) + tail
    }
    let mapped = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF]
    #expect(AddressPolicy.objection(v6: v6([0x26, 0x06, 0x28], [1])) == nil)
    #expect(AddressPolicy.objection(v6: mapped + [8, 8, 8, 8]) == nil)
    let refused = [
      v6([], [1]), v6([]), mapped + [10, 0, 0, 1], v6([0xFD]), v6([0xFE, 0x80]), v6([0xFE, 0xC0]),
      v6([0xFF, 2]),
      v6([0x20, 0x02, 192, 168, 0, 1]), v6([0x20, 0x01, 0, 0]), v6([0x20, 0x01, 0x0D, 0xB8]), v6([1]),
      v6([0, 0x64, 0xFF, 0x9B], [127, 0, 0, 1]), v6([], [127, 0, 0, 1]),
    ]
    #expect(refused.filter { AddressPolicy.objection(v6: $0) == nil } == [])
  }

  @Test func datesOfFeedsBecomeDays() {
    let cases: [(String, String?)] = [
      ("Thu, 16 May 2024 22:10:00 -0500", "2024-05-16"), ("3 Jan 99 10:00 GMT", "1999-01-03"),
      ("2024-02-03T04:05:06Z", "2024-02-03"), ("2024-02-03", "2024-02-03"), ("Sept 5, 2021", "2021-09-05"),
      ("2024-13-03", nil), ("yesterday", nil), ("", nil), ("May 2024", nil),
    ]
    #expect(cases.filter { CalendarTime.day(inFeed: $0.0) != $0.1 }.map { $0.0 } == [])
    #expect(CalendarTime.iso(784_111_777) == "1994-11-06T08:49:37Z")
    let lengths = ["1:02:03", "02:18", "138", "0", "x", "1:2:3:4", "-5", "3600"].map {
      Feed.duration($0) ?? "-"
    }
    #expect(lengths == ["PT1H2M3S", "PT2M18S", "PT2M18S", "-", "-", "-", "-", "PT1H"])
  }
}
