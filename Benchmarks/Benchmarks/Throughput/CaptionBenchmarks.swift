import Benchmark
import Sluice
import SluiceCaptions

/// `parse.captions` by itself, over the caption files of each extension.
func captionBenchmarks() {
  for (name, documents) in (try? Corpus.captions()) ?? [] {
    Benchmark("1 parse.captions of .\(name)") { benchmark in
      var stage = ParseCaptions()
      let bytes = documents.reduce(0) { $0 + $1.source.count }
      var words = 0
      for var document in documents {
        document.enter(.parse)
        try await stage.process(&document)
        words += document.wordCount
      }
      benchmark.startMeasurement()
      try await measure(benchmark, documents, bytes: bytes, tokens: words) {
        for var document in documents {
          document.enter(.parse)
          try await stage.process(&document)
          blackHole(document)
        }
      }
    }
  }
}
