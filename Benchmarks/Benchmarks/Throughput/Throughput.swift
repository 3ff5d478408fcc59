import Benchmark
import Glibc
import Sluice
import SluiceEntities
import SluiceHTML
import SluiceOutputs
import SluiceSentences
import SluiceSummary
import SluiceTranscript

/// What one CPU second does. The megabytes are those of what a stage reads: the page for parsing, else the text.
private enum Metric {
  static let documents = BenchmarkMetric.custom(
    "Documents / CPU s", polarity: .prefersLarger, useScalingFactor: false)
  static let kilobytes = BenchmarkMetric.custom(
    "kB / CPU s", polarity: .prefersLarger, useScalingFactor: false)
  static let tokens = BenchmarkMetric.custom(
    "Tokens / CPU s", polarity: .prefersLarger, useScalingFactor: false)
}

private func cpuSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// One round over the corpus, and what to count of it.
func measure(
  _ benchmark: Benchmark, _ documents: [Document], bytes: Int, tokens: Int, _ round: () async throws -> Void
) async throws {
  let start = cpuSeconds()
  try await round()
  let seconds = max(cpuSeconds() - start, 1e-9)
  benchmark.measurement(Metric.documents, Int(Double(documents.count) / seconds))
  benchmark.measurement(Metric.kilobytes, Int(Double(bytes) / 1000 / seconds))
  benchmark.measurement(Metric.tokens, Int(Double(tokens) / seconds))
}

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [Metric.documents, Metric.kilobytes, Metric.tokens], warmupIterations: 2,
    maxDuration: .seconds(5), maxIterations: 40)

  let stages: [any Stage] = [
    ParseHTML(), CleanTranscript(), SplitSentences(), TagEntities(), SummarizeExtract(),
  ]

  for (index, stage) in stages.enumerated() {
    Benchmark("\(index + 1) \(type(of: stage).name)") { benchmark in
      let prepared = try await documents(before: index, of: stages)
      let words = try await documents(before: 1, of: stages).reduce(0) { $0 + $1.wordCount }
      let bytes = prepared.reduce(0) { $0 + (index == 0 ? $1.source.count : $1.text.count) }
      var worker = stage
      benchmark.startMeasurement()
      try await measure(benchmark, prepared, bytes: bytes, tokens: words) {
        for document in prepared {
          var document = document
          document.enter(type(of: worker).name.phase)
          try await worker.process(&document)
          blackHole(document)
        }
      }
    }
  }

  captionBenchmarks()
  cleaningBenchmarks()

  Benchmark("6 end to end, to JSON lines") { benchmark in
    let corpus = try Corpus()
    let words = try await documents(before: 1, of: stages).reduce(0) { $0 + $1.wordCount }
    var pipeline = try Pipeline(steps: stages.map { Step($0) })
    let writer = JSONLinesWriter(WriterOptions())
    benchmark.startMeasurement()
    try await measure(
      benchmark, corpus.documents, bytes: corpus.documents.reduce(0) { $0 + $1.source.count }, tokens: words
    ) {
      for document in corpus.documents {
        var document = document
        try await pipeline.process(&document)
        blackHole(try writer.encode(document))
      }
    }
  }
}

/// The corpus as a stage finds it: taken through the stages before it.
private func documents(before count: Int, of stages: [any Stage]) async throws -> [Document] {
  var documents = try Corpus().documents
  for var stage in stages.prefix(count) {
    for index in documents.indices {
      documents[index].enter(type(of: stage).name.phase)
      try await stage.process(&documents[index])
    }
  }
  return documents
}
