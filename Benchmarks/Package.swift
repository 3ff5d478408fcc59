// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "SluiceBenchmarks",
  dependencies: [
    .package(name: "Sluice", path: ".."),
    // Without traits: jemalloc's counts are not needed, and it need not be installed.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.0", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "Throughput",
      dependencies: [
        .product(name: "Benchmark", package: "benchmark"),
        .product(name: "Sluice", package: "Sluice"),
        .product(name: "SluiceInputOutput", package: "Sluice"),
        .product(name: "SluiceStages", package: "Sluice"),
      ],
      path: "Benchmarks/Throughput",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
  ]
)
