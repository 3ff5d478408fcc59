import Foundation
import Sluice
import Testing

/// Documents that crash, hang or fail, and those beside them.
@Suite struct IsolationTests {
  @Test(arguments: [1, 2, 3]) func aCrashCostsOneDocument(jobs: Int) throws {
    let folder = try Folder()
    try folder.write(Samples.pipeline("flag: flag, trace: trace.txt"), to: "p.yaml")
    var texts = [
      0: "FAULT segfault", 7: "FAULT fail", 8: "FAULT trap", 60: "FAULT once", 61: "FAULT exit",
      99: "FAULT kill",
    ]
    try folder.write(Samples.lines(100, texts: texts), to: "a.jsonl")
    let run = ["run", "p.yaml", "--jobs", "\(jobs)", "--chunk", "16", "-o"]
    let supervised = try Program.run(run + ["out/", "a.jsonl"], in: folder)
    #expect(supervised.status == 1, "\(supervised.errors)")
    let dead = try folder.lines("out/dead.jsonl").map { try JSONParser.parse($0) }
    #expect(dead.map { $0["id"]?.string } == ["d0", "d7", "d8", "d61", "d99"])
    #expect(dead.map { $0["code"]?.string } == ["crash", "stage", "crash", "crash", "crash"])
    #expect(dead.allSatisfy { $0["stage"]?.string == "clean.fault" })
    #expect(dead[0]["message"]?.string?.contains("SIGSEGV") == true)
    #expect(dead[3]["message"]?.string?.contains("exit") == true)
    #expect(dead[4]["message"]?.string?.contains("SIGKILL") == true)
    #expect(dead.map { $0["input"]?["number"]?.integer } == [0, 7, 8, 61, 99])

    // All else is as if these had just failed.
    for number in [0, 8, 61, 99] { texts[number] = "FAULT fail" }
    texts[60] = "FAULT once"
    try folder.write(Samples.lines(100, texts: texts), to: "a.jsonl")
    let calm = try Program.run(run + ["calm/", "a.jsonl", "--no-supervisor"], in: folder)
    #expect(calm.status == 1)
    let part = "part-00000.jsonl.zst"
    #expect(try folder.data("out/\(part)") == folder.data("calm/\(part)"))
    #expect(supervised.output == calm.output)
  }

  @Test func aHangCostsOneDocument() throws {
    let folder = try Folder()
    try folder.write(Samples.pipeline(), to: "p.yaml")
    try folder.write(Samples.lines(50, texts: [20: "FAULT hang"]), to: "a.jsonl")
    let result = try Program.run(
      "run", "p.yaml", "a.jsonl", "-o", "out/", "--jobs", "2", "--deadline", "2s", in: folder)
    #expect(result.status == 1 && result.output.hasPrefix("{\"in\":50,\"out\":49,"), "\(result.errors)")
    let dead = try JSONParser.parse([UInt8](folder.data("out/dead.jsonl").dropLast()))
    #expect(dead["id"]?.string == "d20" && dead["code"]?.string == "hang")
    #expect(dead["stage"]?.string == "clean.fault")
  }

  @Test func retryTakesUpWhatHasFailed() throws {
    let folder = try Folder()
    try folder.write(Samples.pipeline("flag: flag"), to: "p.yaml")
    var faults = Dictionary(uniqueKeysWithValues: (0..<20).map { ($0 * 13, "FAULT later Words.") })
    faults[100] = "FAULT segfault"
    try folder.write(Samples.lines(300, texts: faults), to: "in/a.jsonl")
    try folder.write("FAULT later Words.", to: "in/b.txt")
    let run = try Program.run("run", "p.yaml", "in", "-o", "out/", in: folder)
    #expect(run.status == 1 && run.output.hasPrefix("{\"in\":301,\"out\":279,\"filtered\":0,\"dead\":22"))
    let before = try folder.results("out")

    let useless = try Program.run("retry", "out", in: folder)
    #expect(useless.status == 1 && useless.output.contains("\"dead\":22"), "\(useless.errors)")
    #expect(try folder.data("out/part-00000.jsonl.zst") == before["part-00000.jsonl.zst"])
    try folder.write("", to: "flag")
    let retry = try Program.run("retry", "out", in: folder)
    #expect(retry.status == 1 && retry.output.hasPrefix("{\"in\":301,\"out\":300,\"filtered\":0,\"dead\":1"))
    let manifest = try Samples.manifest(folder, "out")
    #expect(manifest["retries"]?.array?.count == 2 && manifest["parts"]?.array?.count == 2)
    let ids = try Samples.ids(folder, "out")
    #expect(ids.count == 300 && Set(ids).count == 300 && Array(ids.suffix(2)) == ["d247", "b.txt"])
    let dead = try folder.lines("out/dead.jsonl")
    #expect(dead.count == 1 && dead[0].contains("\"id\":\"d100\"") && dead[0].contains("\"crash\""))

    // With the fault mended, nothing is left; what has changed since is noticed.
    try folder.write("sluice: 1\nname: good\nstages: [parse.text, split.sentences]\n", to: "good.yaml")
    #expect(try Program.run("retry", "out", "--pipeline", "good.yaml", in: folder).status == 0)
    #expect(try Program.run("retry", "out", in: folder).errors.contains("no dead letters"))
    try folder.write("tampered\n", to: "out/dead.jsonl")
    #expect(try Program.run("retry", "out", in: folder).status == 2)
    #expect(try Program.run("retry", "in", in: folder).status == 2)
  }

  @Test func shardsTogetherAreTheWhole() throws {
    let folder = try Folder()
    try folder.write(Samples.pipeline(), to: "p.yaml")
    try folder.write(Samples.lines(500, texts: [100: "FAULT fail", 400: "FAULT fail"]), to: "in/a.jsonl")
    for number in 0..<30 { try folder.write("The text of file \(number).", to: "in/b/\(number).txt") }
    #expect(try Program.run("run", "p.yaml", "in", "-o", "whole/", in: folder).status == 1)
    for count in [1, 3, 8] {
      let names = (0..<count).map { "s\(count)-\($0)/" }
      for (index, name) in names.enumerated() {
        let shard = try Program.run(
          "run", "p.yaml", "in", "-o", name, "--shard", "\(index)/\(count)", "--no-supervisor", in: folder)
        #expect(shard.status < 2, "\(shard.errors)")
      }
      let merge = try Program.run(["merge"] + names.reversed() + ["-o", "all\(count)"], in: folder)
      #expect(
        merge.status == 0 && merge.output.hasPrefix("{\"in\":530,\"out\":528,\"filtered\":0,\"dead\":2,"))
      #expect(try Samples.records(folder, "all\(count)") == Samples.records(folder, "whole"))
      #expect(try folder.text("all\(count)/dead.jsonl") == folder.text("whole/dead.jsonl"))
      #expect(try folder.text("all\(count)/inputs.jsonl") == folder.text("whole/inputs.jsonl"))
    }
    let wrong: [([String], String)] = [
      (["s3-0", "s3-1"], "one of 3 shards"), (["s3-0", "s3-1", "s3-1"], "the same shard"),
      (["s3-0", "s3-1", "whole"], "no shard"), (["s3-0", "s3-1", "in"], "no finished run"),
    ]
    for (names, message) in wrong {
      let result = try Program.run(["merge"] + names + ["-o", "wrong"], in: folder)
      #expect(result.status == 2 && result.errors.contains(message), "\(names): \(result.errors)")
    }
    let part = URL(fileURLWithPath: folder.path("s3-1/part-00000.jsonl.zst"))
    var bytes = try Data(contentsOf: part)
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: part)
    let spoiled = try Program.run("merge", "s3-0", "s3-1", "s3-2", "-o", "spoiled", in: folder)
    #expect(spoiled.status == 2 && spoiled.errors.contains("is not what the manifest says"))
    #expect(try Program.run("merge", "s3-0", "-o", "s3-0", in: folder).status == 2)
  }

  @Test func progressAndMetricsTellTheSame() throws {
    let folder = try Folder()
    try folder.write(Samples.pipeline("pause: 20000"), to: "p.yaml")
    try folder.write(Samples.lines(120, texts: [5: "FAULT fail"]), to: "a.jsonl")
    let result = try Program.run(
      "run", "p.yaml", "a.jsonl", "-o", "out/", "--progress", "json", "--metrics", "m.prom", "--jobs", "1",
      in: folder)
    #expect(result.status == 1)
    let lines = try result.errors.split(separator: "\n").filter { $0.hasPrefix("{") }.map {
      try JSONParser.parse(String($0))
    }
    #expect(lines.count >= 2, "\(result.errors)")
    #expect(lines.last?["read"]?.integer == 120 && lines.last?["finished"]?.bool == true)
    #expect(lines[0]["eta"]?.number ?? 0 > 0 && lines[0]["stages"]?["clean.fault"]?.number ?? 0 > 0.5)
    let metrics = try folder.text("m.prom")
    #expect(metrics.contains("sluice_documents_total{run=\"out\",outcome=\"dead\"} 1\n"))
    #expect(metrics.contains("sluice_run_finished{run=\"out\"} 1\n"))
  }
}
