import Foundation
import Sluice
import Testing

/// Runs that are killed, and what is left of them.
@Suite struct ResumeTests {
  @Test(arguments: [1, 2]) func bytesAfterManyKillsAreThoseOfAnUndisturbedRun(jobs: Int) throws {
    let folder = try Folder()
    try folder.write(Samples.pipeline("pause: 300, trace: trace.txt"), to: "p.yaml")
    try folder.write(
      Samples.lines(700, texts: [30: "FAULT fail", 31: "Again. Again.", 450: "Again. Again."]),
      to: "in/a.jsonl")
    try folder.write(Samples.lines(300, prefix: "e", texts: [299: "FAULT fail"]), to: "in/b.jsonl")
    let arguments = ["run", "p.yaml", "in", "--jobs", "\(jobs)", "--chunk", "20", "--dedupe", "near", "-o"]
    let calm = try Program.run(arguments + ["calm/"], in: folder)
    #expect(calm.status == 1, "\(calm.errors)")
    let expected = try folder.results("calm")
    #expect(try Samples.ids(folder, "calm").count == 997)
    #expect(try folder.lines("calm/dead.jsonl").count == 2)
    #expect(calm.output.hasPrefix("{\"in\":1000,\"out\":997,\"filtered\":1,\"dead\":2,\"crc\":\""))
    let calmTrace = try folder.lines("trace.txt").count

    var torture = Torture(folder, arguments + ["torn/"])
    try torture.run(output: "torn", seconds: 8)
    #expect(torture.kills >= 5 && torture.rounds >= 1, "\(torture)")
    #expect(torture.failures.isEmpty, "\(torture.failures)")
    for results in torture.results { #expect(results == expected, "\(results.keys.sorted())") }
    let again = try folder.lines("trace.txt").count - calmTrace * (1 + torture.rounds)
    #expect(again <= torture.kills * 20 + 20 * jobs, "\(again) documents were worked on again: \(torture)")
  }

  @Test func aRunGoesOnOnlyAsWhatItWas() throws {
    let folder = try Folder()
    try folder.write(Samples.pipeline(), to: "p.yaml")
    try folder.write(Samples.lines(300, texts: [150: "FAULT fail"]), to: "in/a.jsonl")
    let run = ["run", "p.yaml", "in", "--chunk", "10", "-o", "out/"]
    let stopped = try Program.run(run + ["--max-errors", "0"], in: folder)
    #expect(stopped.status == 4 && stopped.errors.contains("--max-errors 0"), "\(stopped.errors)")
    #expect(stopped.output.isEmpty)
    #expect(try !folder.names("out").contains("manifest.json"))

    let changes: [(String, () throws -> Void, [String], String)] = [
      ("option", {}, run + ["--offsets", "utf16"], "the option offsets was \"utf8\" and is \"utf16\""),
      ("shard", {}, run + ["--shard", "0/2"], "the option shard was null and is \"0/2\""),
      (
        "pipeline", { try folder.write(Samples.pipeline("pause: 1"), to: "p.yaml") }, run,
        "a stage was {"
      ),
      (
        "other input",
        {
          try folder.write(Samples.pipeline(), to: "p.yaml")
          try folder.write("{\"text\": \"A.\"}\n", to: "in/b.jsonl")
        }, run, "the input in/b.jsonl is new"
      ),
      (
        "changed input",
        {
          try FileManager.default.removeItem(atPath: folder.path("in/b.jsonl"))
          try folder.write(Samples.lines(301, texts: [150: "FAULT fail"]), to: "in/a.jsonl")
        }, run, "the input in/a.jsonl has changed"
      ),
    ]
    for (name, change, arguments, message) in changes {
      try change()
      let result = try Program.run(arguments, in: folder)
      #expect(result.status == 2 && result.errors.contains(message), "\(name): \(result.errors)")
    }
    let anew = try Program.run(run + ["--restart"], in: folder)
    #expect(anew.status == 1 && anew.output.hasPrefix("{\"in\":301,\"out\":300,"), "\(anew.errors)")
    let over = try Program.run(run, in: folder)
    #expect(over.status == 1 && over.output == anew.output && over.errors.contains("nothing to do"))
    #expect(try Program.run(run + ["--offsets", "utf16"], in: folder).status == 2)
    let missing = try Program.run("run", "p.yaml", "nowhere", "-o", "other/", in: folder)
    #expect(missing.status == 2 && missing.errors.contains("nowhere"))
    let stdin = try Program.run("run", "p.yaml", "-", "-o", "other/", in: folder)
    #expect(stdin.status == 2 && stdin.errors.contains("standard input"))
  }

  @Test func aLargerBudgetLetsTheRunGoOn() throws {
    let folder = try Folder()
    try folder.write(Samples.pipeline(), to: "p.yaml")
    let faults = Dictionary(
      uniqueKeysWithValues: stride(from: 5, to: 1000, by: 100).map { ($0, "FAULT fail") })
    try folder.write(Samples.lines(1000, texts: faults), to: "a.jsonl")
    let run = ["run", "p.yaml", "a.jsonl", "--chunk", "10", "--jobs", "2", "-o"]
    #expect(try Program.run(run + ["calm/"], in: folder).status == 1)
    for (budget, status) in [("1/200", 4), ("2", 4), ("5", 4), ("11/1000", 1)] {
      let result = try Program.run(run + ["out/", "--max-errors", budget], in: folder)
      #expect(result.status == Int32(status), "\(budget): \(result.errors)")
    }
    #expect(try folder.results("out") == folder.results("calm"))
  }

  @Test func fullDisksAndClosedFoldersLoseNothing() throws {
    let folder = try Folder()
    try folder.write(Samples.pipeline(), to: "p.yaml")
    try folder.write(Samples.lines(2000), to: "a.jsonl")
    let run = ["run", "p.yaml", "a.jsonl", "--chunk", "10", "-o"]
    #expect(try Program.run(run + ["calm/"], in: folder).status == 0)
    for blocks in [1, 16, 40] {
      // The limit holds for memory that is shared with a supervisor as well.
      let full = try Program.run(
        run + ["out/", "--no-supervisor"], in: folder, under: "ulimit -f \(blocks);")
      #expect(full.status == 2 && full.errors.contains("cannot write"), "\(blocks): \(full.errors)")
      #expect(try !folder.names("out").contains("manifest.json"))
    }
    #expect(try Program.run(run + ["out/"], in: folder).status == 0)
    #expect(try folder.results("out") == folder.results("calm"))

    try folder.write("", to: "file")
    #expect(try Program.run(run + ["file/"], in: folder).status == 2)
    #expect(try Program.run(run + ["/proc/nowhere/"], in: folder).status == 2)
    try folder.write("x", to: "strange/part-00000.jsonl.zst")
    let strange = try Program.run(run + ["strange/"], in: folder)
    #expect(strange.status == 2 && strange.errors.contains("--restart"), "\(strange.errors)")
  }

  @Test func twoRunsDoNotShareAFolder() throws {
    let folder = try Folder()
    try folder.write(Samples.pipeline("pause: 40000"), to: "p.yaml")
    try folder.write(Samples.lines(1000), to: "a.jsonl")
    let run = ["run", "p.yaml", "a.jsonl", "--chunk", "10", "-o", "out/"]
    let first = try Program.start(run, in: folder, FileHandle.nullDevice, FileHandle.nullDevice)
    while first.isRunning, !FileManager.default.fileExists(atPath: folder.path("out/.run/journal")) {
      usleep(10_000)
    }
    let second = try Program.run(run, in: folder)
    #expect(second.status == 2 && second.errors.contains("another run is at work"), "\(second.errors)")
    first.terminate()
    first.waitUntilExit()
    #expect(first.terminationStatus == 130)
    // The lock is gone with the process, and a kill of the supervisor alone takes the worker along.
    let third = try Program.start(run, in: folder, FileHandle.nullDevice, FileHandle.nullDevice)
    usleep(600_000)
    kill(third.processIdentifier, SIGKILL)
    third.waitUntilExit()
    try folder.write(Samples.pipeline(), to: "p.yaml")
    #expect(try Program.run(run + ["--restart"], in: folder).status == 0)
  }
}
