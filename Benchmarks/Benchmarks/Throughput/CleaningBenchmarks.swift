import Benchmark
import Sluice
import SluiceText
import SluiceTranscript

/// `clean.transcript` by itself at each level, over texts.
func cleaningBenchmarks() {
  for level in CleaningLevel.allCases {
    Benchmark("2 clean.transcript of texts, \(level.rawValue)") { benchmark in
      var documents = try Corpus.texts()
      var parse = ParseText()
      for index in documents.indices {
        documents[index].enter(.parse)
        try await parse.process(&documents[index])
        documents[index].enter(.clean)
      }
      let words = documents.reduce(0) { $0 + $1.wordCount }
      let bytes = documents.reduce(0) { $0 + $1.text.count }
      var settings = CleanTranscript.Settings()
      settings.level = level
      var stage = try CleanTranscript(settings)
      let prepared = documents
      benchmark.startMeasurement()
      try await measure(benchmark, prepared, bytes: bytes, tokens: words) {
        for var document in prepared {
          try await stage.process(&document)
          blackHole(document)
        }
      }
    }
  }
}
