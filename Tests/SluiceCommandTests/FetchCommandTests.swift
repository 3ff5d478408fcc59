import Foundation
import Testing

@Suite struct FetchCommandTests {
  private static let web = "Pipelines/recorded"

  @Test func aRunIsReplayedFromItsCacheAndProven() throws {
    let folder = try TemporaryFolder()
    let output = folder.file("web.jsonl").path
    let cache = ["--cache", "\(Self.web)/pages.warc.gz"]
    let run = try Program.run(
      ["run", "web", "\(Self.web)/talk.urls", "--offline", "-q", "-o", output] + cache)
    #expect(run.status == 0, "\(run.errors)")
    let byURL = try Program.run(
      ["https://talks.example/panel", "--offline", "-q", "--format", "jsonl"] + cache)
    #expect(byURL.output == (try Data(contentsOf: URL(fileURLWithPath: output))), "\(byURL.errors)")
    let proof = try Program.run(["verify", output] + cache)
    #expect(proof.status == 0 && proof.text.contains("100 %"), "\(proof.errors)")
    let unproven = try Program.run("verify", output)
    #expect(unproven.status == 3)
  }

  @Test func whatCannotBeFetchedSaysWhatToDo() throws {
    let missing = try Program.run(
      "run", "web", "https://talks.example/other", "--offline", "--cache", "\(Self.web)/pages.warc.gz", "-q")
    #expect(missing.status == 1 && missing.errors.contains("not in the cache"))
    let noStage = try Program.run("run", "talks", "https://talks.example/panel")
    #expect(noStage.status == 2 && noStage.errors.contains("run the pipeline 'web'"))
    let line = Data(#"{"id":"a","uri":"https://talks.example/panel"}"#.utf8)
    let noBytes = try Program.run(["run", "talks", "-", "-q"], input: line)
    #expect(noBytes.status == 1 && noBytes.errors.contains("put fetch.http before the parse stages"))
    let noCache = try Program.run("run", "web", "--offline", "https://talks.example/panel")
    #expect(noCache.status == 2 && noCache.errors.contains("'offline' needs a 'cache'"))
  }
}
