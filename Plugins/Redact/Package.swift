// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Redact",
  products: [.library(name: "Redact", targets: ["Redact"])],
  dependencies: [.package(name: "Sluice", path: "../..")],
  targets: [
    .target(name: "Redact", dependencies: [.product(name: "Sluice", package: "Sluice")]),
    .testTarget(
      name: "RedactTests",
      dependencies: ["Redact", .product(name: "SluiceTesting", package: "Sluice")]),
  ]
)
