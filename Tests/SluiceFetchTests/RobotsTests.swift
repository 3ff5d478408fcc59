import Testing

@testable import SluiceFetch

@Suite struct RobotsTests {
  /// A robots.txt, and paths with `+` when `Sluice` may fetch them.
  private static let cases: [(name: String, file: String, paths: String)] = [
    ("empty", "", "+/ +/a"),
    ("all", "User-agent: *\nDisallow: /", "-/ -/a +/robots.txt"),
    ("an empty rule", "User-agent: *\nDisallow:", "+/ +/a"),
    (
      "the longest match", "User-agent: *\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif",
      "+/example/page/ -/example/page/disallowed.gif +/other"
    ),
    ("order does not count", "User-agent: *\nDisallow: /a\nAllow: /a/b", "-/a -/a/c +/a/b +/a/bc"),
    ("equal length allows", "User-agent: *\nDisallow: /a\nAllow: /a", "+/a"),
    (
      "a group of its own", "User-agent: sluice\nDisallow: /mine\n\nUser-agent: *\nDisallow: /",
      "+/ -/mine +/a"
    ),
    ("a name with a version", "User-agent: SLUICE/1.0\nDisallow: /mine", "-/mine +/a"),
    ("a longer name is another", "User-agent: sluicebox\nDisallow: /", "+/a"),
    (
      "several names", "User-agent: other\nUser-agent: Sluice\nDisallow: /x\nUser-agent: third\nDisallow: /y",
      "-/x +/y"
    ),
    (
      "groups of one name are one",
      "User-agent: Sluice\nDisallow: /x\nUser-agent: a\nDisallow: /\nUser-agent: sluice\nDisallow: /y",
      "-/x -/y +/z"
    ),
    ("rules before a group", "Disallow: /\nUser-agent: a\nDisallow: /b", "+/a"),
    (
      "wildcards", "User-agent: *\nDisallow: *.gif$\nDisallow: /*/private*x",
      "-/a.gif +/a.gif?b -/q/private/yx +/q/private +/private/x"
    ),
    ("an end", "User-agent: *\nDisallow: /a$\nDisallow: /b*$", "-/a +/ab +/a/ -/bc"),
    ("a dollar within", "User-agent: *\nDisallow: /a$b", "-/a$b +/a"),
    ("stars that overlap", "User-agent: *\nDisallow: /*aba*aba$", "+/aba +/ababa -/abaaba -/xabaxaba"),
    (
      "percent", "User-agent: *\nDisallow: /%7Ejoe/ü\nDisallow: /%2fx",
      "-/~joe/%C3%BC -/%7ejoe/%c3%bc -/%2Fx +//x"
    ),
    ("queries", "User-agent: *\nDisallow: /*?id=", "-/p?id=1 +/p?x=1"),
    (
      "comments and spaces",
      " # c\r\n  User-Agent :  *  # all\r\nDISALLOW : /a # x\r\nSitemap: http://x/\rDisallow: /b",
      "-/a -/b +/c"
    ),
    ("a byte order mark", "\u{FEFF}User-agent: *\nDisallow: /a", "-/a"),
    ("no colon", "User-agent *\nDisallow /", "+/a"),
    ("a page instead", "<!doctype html><html><title>Disallow: /</title>", "+/a"),
    ("a delay is part of a group", "User-agent: *\nCrawl-delay: 3\nDisallow: /a", "-/a +/b"),
  ]

  @Test func rulesAreReadAsTheStandardSays() {
    var wrong: [String] = []
    for (name, file, paths) in Self.cases {
      let rules = RobotsRules(Array(file.utf8), product: "Sluice")
      for path in paths.split(separator: " ")
      where rules.allows(String(path.dropFirst())) != path.hasPrefix("+") {
        wrong.append("\(name): \(path)")
      }
    }
    #expect(wrong == [])
    #expect(RobotsRules(Array("User-agent: *\nCrawl-delay: 2.5".utf8), product: "a").crawlDelay == 2.5)
  }

  @Test func aRobotsTextOfAnySizeIsReadToItsLimit() {
    let filler = String(repeating: "Disallow: /x*a*a*a*a*a*a*a*b\n", count: 40_000)
    let rules = RobotsRules(Array("User-agent: *\n\(filler)Disallow: /late".utf8), product: "Sluice")
    let count = rules.rules.count
    let isLateAllowed = rules.allows("/late")
    let isLongAllowed = rules.allows("/x" + String(repeating: "a", count: 200))
    #expect(count < 20_000 && isLateAllowed && isLongAllowed)
  }

  @Test func sitesAreAskedOnceAndObeyed() async throws {
    /// What robots.txt does, what comes of a page, and how often each is asked for three pages.
    let cases: [(name: String, robots: [LoopbackServer.Step], expected: String, asked: Int)] = [
      ("allows", .response("200 OK", [], "User-agent: *\nDisallow: /b"), "200", 1),
      ("denies", .response("200 OK", [], "User-agent: *\nDisallow: /a"), "refused", 1),
      ("not there", .response("404 Not Found", []), "200", 1),
      ("forbidden", .response("403 Forbidden", []), "200", 1),
      ("broken", .response("500 Internal Server Error", []), "refused", 1),
      ("not HTTP", [.close], "refused", 1),
      ("redirected", .redirect("/rules"), "refused", 1),
      ("in a circle", .redirect("/robots.txt"), "200", 6),
    ]
    var wrong: [String] = []
    for test in cases {
      let server = try LoopbackServer { request in
        switch request.target {
        case "/robots.txt": test.robots
        case "/rules": .response("200 OK", [], "User-agent: sluice\nDisallow: /")
        default: .response("200 OK", ["Content-Type: text/plain"], "ok")
        }
      }
      let fetcher = try Fetcher(.test { $0.robots = true })
      let results = await withTaskGroup(of: String.self) { group in
        for page in ["/a1", "/a2", "/a3"] { group.addTask { await outcome(of: server.url(page), fetcher) } }
        return await group.reduce(into: []) { $0.append($1) }
      }
      let asked = server.count("/robots.txt")
      if !results.allSatisfy({ $0.hasPrefix(test.expected) }) || asked != test.asked {
        wrong.append("\(test.name): \(results), asked \(asked) times")
      }
    }
    #expect(wrong == [])
  }
}
