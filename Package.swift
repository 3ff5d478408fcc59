// swift-tools-version: 6.2
import PackageDescription

let stages = ["Fetch", "HTML", "Text", "Captions", "Transcript", "Sentences", "Entities", "Summary"]
let stageModules: [Target.Dependency] = stages.map { .target(name: "Sluice\($0)") }
let commandModules: [Target.Dependency] = [
  "Sluice", "SluiceHash", "SluicePipelines", "SluiceArchives", "SluiceOutputs", "SluiceBatch",
  "CSluiceResources",
  .product(name: "ArgumentParser", package: "swift-argument-parser"),
]

let package = Package(
  name: "Sluice",
  products: [
    .library(name: "Sluice", targets: ["Sluice"]),
    .library(name: "SluicePipelines", targets: ["SluicePipelines"]),
    .library(name: "SluiceStages", targets: stages.map { "Sluice\($0)" }),
    .library(name: "SluiceInputOutput", targets: ["SluiceArchives", "SluiceOutputs"]),
    .library(name: "SluiceNL", targets: ["SluiceNL"]),
    .library(name: "SluiceTesting", targets: ["SluiceTesting"]),
    .library(name: "SluiceCommand", targets: ["SluiceCommand"]),
    .executable(name: "sluice", targets: ["sluice"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    .target(name: "Sluice"),
    .target(name: "SluiceHash", dependencies: ["CLibCrypto"]),
    .target(name: "SluicePipelines", dependencies: ["Sluice", "SluiceHash", "Yams"]),
    .target(
      name: "SluiceArchives",
      dependencies: ["Sluice", "SluiceHash", "CLibArchive", "CLibBrotli", "CLibDeflate", "CLibZ", "CLibZstd"]),
    .target(name: "SluiceOutputs", dependencies: ["Sluice", "SluiceHash"]),
    .target(
      name: "SluiceBatch",
      dependencies: ["Sluice", "SluiceHash", "SluiceArchives", "SluiceOutputs", "CLibZstd"]),
    .target(name: "SluiceLanguage", dependencies: ["CSluiceModels"]),
    .target(name: "SluiceTesting", dependencies: ["Sluice"]),

    .target(
      name: "SluiceFetch",
      dependencies: ["Sluice", "SluiceHash", "CLibBrotli", "CLibCurl", "CLibXML2", "CLibZ", "CLibZstd"],
      path: "Sources/Stages/Fetch"),
    .target(
      name: "SluiceHTML", dependencies: ["Sluice", "CLibXML2", "CSluiceModels", "SluiceLanguage"],
      path: "Sources/Stages/HTML"),
    .target(name: "SluiceText", dependencies: ["Sluice", "SluiceLanguage"], path: "Sources/Stages/Text"),
    .target(name: "SluiceCaptions", dependencies: ["Sluice"], path: "Sources/Stages/Captions"),
    .target(
      name: "SluiceTranscript", dependencies: ["Sluice", "CSluiceModels"], path: "Sources/Stages/Transcript"),
    .target(
      name: "SluiceSentences", dependencies: ["Sluice", "CSluiceModels"], path: "Sources/Stages/Sentences"),
    .target(
      name: "SluiceEntities", dependencies: ["Sluice", "CSluiceModels"], path: "Sources/Stages/Entities"),
    .target(name: "SluiceSummary", dependencies: ["Sluice"], path: "Sources/Stages/Summary"),

    .target(name: "CSluiceResources", cSettings: [.headerSearchPath("../../Pipelines")]),
    .target(
      name: "SluiceNL", dependencies: ["Sluice", "SluiceSentences", "SluiceEntities", "SluiceLanguage"]),
    .target(name: "CSluiceTraining", dependencies: ["CSluiceModels"]),
    .target(name: "CSluiceModels", exclude: ["Data"], cSettings: [.headerSearchPath("Data")]),
    .target(name: "SluiceCommand", dependencies: commandModules + stageModules),
    .executableTarget(name: "sluice", dependencies: ["SluiceCommand"]),
    .executableTarget(
      name: "sluice-train",
      dependencies: [
        "Sluice", "SluiceHTML", "SluiceSentences", "SluiceEntities", "SluiceTranscript", "SluiceSummary",
        "SluiceLanguage", "CSluiceTraining",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .systemLibrary(
      name: "CLibXML2", path: "Sources/System/CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CLibCrypto", path: "Sources/System/CLibCrypto", pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"])]),
    .systemLibrary(
      name: "CLibArchive", path: "Sources/System/CLibArchive", pkgConfig: "libarchive",
      providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(
      name: "CLibBrotli", path: "Sources/System/CLibBrotli", pkgConfig: "libbrotlidec",
      providers: [.apt(["libbrotli-dev"])]),
    .systemLibrary(
      name: "CLibCurl", path: "Sources/System/CLibCurl", pkgConfig: "libcurl",
      providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(
      name: "CLibDeflate", path: "Sources/System/CLibDeflate", pkgConfig: "libdeflate",
      providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(
      name: "CLibZ", path: "Sources/System/CLibZ", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CLibZstd", path: "Sources/System/CLibZstd", pkgConfig: "libzstd",
      providers: [.apt(["libzstd-dev"])]),

    .testTarget(name: "SluiceTests", dependencies: ["Sluice", "SluiceTesting"]),
    .testTarget(
      name: "SluicePipelinesTests", dependencies: ["SluicePipelines", "SluiceTesting"], exclude: ["Fixtures"]),
    .testTarget(
      name: "SluiceInputOutputTests", dependencies: ["SluiceArchives", "SluiceOutputs", "SluiceTesting"]),
    .executableTarget(
      name: "sluice-faulty", dependencies: ["Sluice", "SluiceCommand"], path: "Tests/FaultyProgram"),
    .testTarget(
      name: "SluiceBatchTests",
      dependencies: [
        "SluiceBatch", "SluiceArchives", "SluiceHash", "SluiceTesting", "CLibZstd", "sluice-faulty",
      ]),
    .testTarget(name: "SluiceFetchTests", dependencies: ["SluiceFetch", "SluiceArchives", "SluiceTesting"]),
    .testTarget(
      name: "SluiceCaptionsTests",
      dependencies: ["SluiceCaptions", "SluiceOutputs", "SluiceTranscript", "SluiceTesting"],
      exclude: ["Fixtures"]),
    .testTarget(name: "SluiceHTMLTests", dependencies: ["SluiceHTML", "SluiceTesting"]),
    .testTarget(
      name: "SluiceStagesTests",
      dependencies: [
        "SluiceTesting", "SluiceText", "SluiceTranscript", "SluiceEntities", "SluiceSummary", "CSluiceModels",
      ],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "SluiceSentencesTests", dependencies: ["SluiceSentences", "SluiceTesting"], exclude: ["Fixtures"]),
    .testTarget(name: "SluiceCommandTests", dependencies: ["Sluice", "sluice"]),
    .testTarget(name: "SluiceNLTests", dependencies: ["SluiceNL"]),
  ]
)

let swiftSettings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]
for target in package.targets where target.type != .system && !target.name.hasPrefix("C") {
  target.swiftSettings = (target.swiftSettings ?? []) + swiftSettings
}
