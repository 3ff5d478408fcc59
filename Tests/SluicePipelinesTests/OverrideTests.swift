import Sluice
import SluicePipelines
import Testing

struct OverrideTests {
  @Test(arguments: [
    ("stages.summarize.extract.sentences=5", #""sentences":5"#),
    ("stages.summarize.extract.weights.position=0.9", #""weights":{"position":0.9,"centrality":0.7}"#),
    ("stages.tag.entities.labels=[ORG, DATE]", #""labels":["ORG","DATE"]"#),
    ("stages.tag.entities.window={size: 2}", #""window":{"size":2,"step":2"#),
    ("stages.tag.entities.titles.ORG=a=b", #""titles":{"ORG":"a=b"}"#),
    ("stages.summarize.extract.words=", #""words":null"#),
    ("stages.split.sentences.newlines=${NEWLINE}", #""newlines":"hard""#),
    ("name=other", #""name":"other""#),
    ("description=What it is for.", #""description":"What it is for.""#),
  ])
  func `an override changes the one thing that it names`(override: String, part: String) throws {
    let plain = try Samples.load("good/short.yaml").normalForm.jsonText
    let changed = try Samples.load("good/short.yaml", [override]).normalForm.jsonText
    #expect(changed.contains(part), "\(changed)")
    #expect(!plain.contains(part) || part.contains("null"))
  }

  @Test func `the last override of a setting holds`() throws {
    let path = "stages.summarize.extract.sentences"
    let loaded = try Samples.load("good/short.yaml", ["\(path)=5", "\(path)=6"])
    #expect(loaded.normalForm.jsonText.contains(#""sentences":6"#))
  }

  @Test(arguments: [
    ("stages.summarize.extract.sentences=many", "expected a whole number, not 'many'"),
    ("stages.summarize.extract.sentences=500", "'sentences' must be from 1 to 100, not 500"),
    (
      "stages.summarize.extract.sentances=5",
      "unknown key 'sentances' in summarize.extract; did you mean 'sentences'?"
    ),
    (
      "stages.tag.entities.window.sise=5",
      "unknown key 'sise' in tag.entities.window; did you mean 'size'?"
    ),
    (
      "stages.summarize.extrct.sentences=5",
      "the pipeline has no stage 'summarize.extrct'; did you mean 'summarize.extract'?"
    ),
    (
      "stages.summarize=5",
      "expected stages.PHASE.VARIANT.SETTING; such as stages.summarize.extract.sentences=5"
    ),
    ("sentences", "expected PATH=VALUE; such as stages.summarize.extract.sentences=5"),
    ("=5", "expected PATH=VALUE; such as stages.summarize.extract.sentences=5"),
    (
      "tests=[]",
      "'tests' cannot be overridden; paths are name, description and stages.PHASE.VARIANT.SETTING"
    ),
    ("nmae=x", "'nmae' cannot be overridden; did you mean 'name'?"),
    (
      "name=${UNSET}",
      "the variable 'UNSET' is not set; set it in the environment, or give it a default: ${UNSET:-…}"
    ),
    (
      "stages.tag.entities.labels=[ORG",
      "the list that opens here is not closed; add a ']' or the missing ','"
    ),
    ("stages.tag.corrections.file=no.yaml", "the pipeline has no stage 'tag.corrections'; its stages are"),
  ])
  func `a wrong override is named`(override: String, message: String) throws {
    let complaints = try Samples.complaints(in: "good") { try Samples.load("good/short.yaml", [override]) }
    #expect(
      complaints?.hasPrefix("error: in --set \(override): \(message)") == true, "\(complaints ?? "it loads")")
    #expect(complaints?.split(separator: "\n").count == 1)
  }

  @Test func `mistakes in overrides and in the file come together`() throws {
    let complaints = try Samples.complaints(in: "broken") {
      try Samples.load("broken/06-not-a-number.yaml", ["stages.split.sentences.newlines=hrad", "x=1"])
    }
    #expect(complaints?.split(separator: "\n").count == 3, "\(complaints ?? "")")
    // An override can repair what the file has wrong.
    #expect(throws: Never.self) {
      try Samples.load("broken/06-not-a-number.yaml", ["stages.summarize.extract.sentences=5"])
    }
  }
}
