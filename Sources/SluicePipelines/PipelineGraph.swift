import Sluice

/// Draws pipelines.
public enum PipelineGraph {
  /// The stages of a pipeline and what flows between them, as a Mermaid flowchart: the text along the stages that
  /// make it, and layers from the stage that writes them to those that read them.
  public static func mermaid(_ loaded: LoadedPipeline) -> String {
    var lines = ["---", "title: \(title(loaded.name))", "---", "flowchart TD", "  input([input])"]
    var edges = Edges()
    /// Who wrote, or last corrected, a layer: several where stages are alternatives.
    var writers: [LayerID: [String]] = [:]
    var sourceWriters = ["input"]
    var textWriters: [String] = []
    for (index, step) in loaded.pipeline.steps.enumerated() {
      let node = "s\(index)"
      lines.append("  \(node)[\"\(label(of: step))\"]")
      let contract = step.contract
      let phase = step.name.phase
      switch phase {
      case .fetch:
        edges.add(from: sourceWriters, to: node, sourceWriters == ["input"] ? "uri" : "source")
        sourceWriters = [node]
      case .parse:
        edges.add(from: sourceWriters, to: node, "source")
        textWriters.append(node)
      default:
        edges.add(from: textWriters, to: node, "text")
        if phase == .clean { textWriters = [node] }
      }
      for layer in contract.requires + contract.uses + contract.revises + contract.extends {
        edges.add(from: writers[layer] ?? [], to: node, layer.name)
      }
      for layer in contract.provides { writers[layer, default: []].append(node) }
      for layer in contract.revises + contract.extends { writers[layer] = [node] }
    }
    lines.append("  record([record])")
    edges.add(from: textWriters, to: "record", "text")
    for (layer, nodes) in writers.sorted(by: { $0.key.name < $1.key.name }) {
      edges.add(from: nodes, to: "record", layer.name)
    }
    return (lines + edges.lines).joined(separator: "\n") + "\n"
  }

  private static func label(of step: Step) -> String {
    var label = step.name.description
    if let condition = step.condition { label += "<br/>when \(escaped(condition.text))" }
    if step.onError == .skip { label += "<br/>on error: skip" }
    return label
  }

  private static func title(_ name: String) -> String {
    JSONValue.string(name).jsonText
  }

  /// Mermaid takes entity codes where its own characters would stand.
  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "\"": result += "#quot;"
      case "#": result += "#35;"
      case "<": result += "#lt;"
      case ">": result += "#gt;"
      case "&": result += "#amp;"
      case _ where character.isNewline: result += " "
      default: result.append(character)
      }
    }
  }

  /// Arrows by their ends, with all that flows along each.
  private struct Edges {
    private var order: [[String]] = []
    private var labels: [[String]: [String]] = [:]

    mutating func add(from writers: [String], to reader: String, _ label: String) {
      for writer in writers {
        let ends = [writer, reader]
        if labels[ends] == nil { order.append(ends) }
        if labels[ends]?.contains(label) != true { labels[ends, default: []].append(label) }
      }
    }

    var lines: [String] {
      order.map { "  \($0[0]) -->|\((labels[$0] ?? []).joined(separator: ", "))| \($0[1])" }
    }
  }
}
