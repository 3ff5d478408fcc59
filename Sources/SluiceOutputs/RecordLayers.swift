import Sluice

extension RecordEncoder {
  func writeBlocks(into json: inout JSONWriter) throws {
    guard let blocks = document[.blocks] else { return }
    json.key("blocks")
    try json.array { json in
      for row in blocks.ranges.indices {
        try json.object { json in
          json.key("range")
          try write(blocks.ranges[row], of: .blocks, into: &json)
          json.member("kind", blocks.kinds[row].rawValue)
          if blocks.levels[row] > 0 { json.member("level", blocks.levels[row]) }
          if let section = blocks.sections[row] { json.member("section", section.rawValue) }
        }
      }
    }
  }

  func writeLinks(into json: inout JSONWriter) throws {
    guard let links = document[.links] else { return }
    json.key("links")
    try json.array { json in
      for row in links.ranges.indices {
        try json.object { json in
          json.key("range")
          try write(links.ranges[row], of: .links, into: &json)
          json.member("target", links.targets[row])
          if let relation = links.relations[row] { json.member("rel", relation) }
        }
      }
    }
  }

  func writeTurns(into json: inout JSONWriter) throws {
    guard let turns = document[.turns] else { return }
    json.key("turns")
    try json.array { json in
      for row in turns.ranges.indices {
        try json.object { json in
          json.key("range")
          try write(turns.ranges[row], of: .turns, into: &json)
          write("speaker", turns.speaker(at: row), into: &json)
          write("role", turns.roles[row], into: &json)
          write("start", turns.starts[row], into: &json)
          write("end", turns.ends[row], into: &json)
        }
      }
    }
  }

  func writeCues(into json: inout JSONWriter) throws {
    guard let cues = document[.cues] else { return }
    json.key("cues")
    try json.array { json in
      for row in cues.ranges.indices {
        try json.object { json in
          json.key("range")
          try write(cues.ranges[row], of: .cues, into: &json)
          write("start", cues.starts[row], into: &json)
          write("end", cues.ends[row], into: &json)
          if let identifier = cues.identifiers[row] { json.member("id", identifier) }
          if let speaker = cues.speaker(at: row) { json.member("speaker", speaker) }
        }
      }
    }
  }

  func writeEvents(into json: inout JSONWriter) throws {
    guard let events = document[.events], events.count > 0 else { return }
    json.key("events")
    try json.array { json in
      for row in events.ranges.indices {
        try json.object { json in
          json.key("range")
          try write(events.ranges[row], of: .events, into: &json)
          json.member("text", events.texts[row])
          json.key("source")
          write(events.sources[row], into: &json)
        }
      }
    }
  }

  func writeFlags(into json: inout JSONWriter) throws {
    guard let flags = document[.flags], flags.count > 0 else { return }
    json.key("flags")
    try json.array { json in
      for row in flags.ranges.indices {
        try json.object { json in
          json.key("range")
          try write(flags.ranges[row], of: .flags, into: &json)
          json.member("rule", flags.rules[row])
          json.key("text")
          json.string(utf8: document.text.bytes[flags.ranges[row].bounds])
          if let suggestion = flags.suggestions[row] { json.member("suggestion", suggestion) }
        }
      }
    }
  }

  /// A layer that is nothing but ranges, under its own name.
  func writeRanges(of layer: LayerID, into json: inout JSONWriter) throws {
    guard let ranges = document.ranges(of: layer) else { return }
    json.key(layer.name)
    try json.array { json in
      for range in ranges { try write(range, of: layer, into: &json) }
    }
  }

  func writeEntities(into json: inout JSONWriter) throws {
    guard let entities = document[.entities] else { return }
    json.key("entities")
    try json.array { json in
      for row in entities.ranges.indices {
        try json.object { json in
          json.key("range")
          try write(entities.ranges[row], of: .entities, into: &json)
          json.member("label", entities.labels[row].name)
          json.key("text")
          json.string(utf8: document.text.bytes[entities.ranges[row].bounds])
          if entities.ids[row] != 0 { json.member("id", entities.ids[row]) }
          json.key("confidence")
          json.number(Double(entities.confidences[row]))
          if let value = entities.values[row] { json.member("value", value) }
        }
      }
    }
    guard !entities.index.isEmpty else { return }
    json.key("entityIndex")
    json.array { json in
      for thing in entities.index {
        json.object { json in
          json.member("id", thing.id)
          json.member("label", thing.label.name)
          json.member("name", thing.name)
          json.member("mentions", thing.mentions)
          if let speaker = thing.speaker { json.member("speaker", speaker) }
          if let key = thing.key { json.member("key", key) }
        }
      }
    }
  }

  func writeSummary(into json: inout JSONWriter) throws {
    guard let summary = document[.summary] else { return }
    json.key("summary")
    try json.array { json in
      for (row, range) in summary.ranges.enumerated() {
        try json.object { json in
          json.key("range")
          try write(range, of: .summary, into: &json)
          json.key("source")
          json.array { json in
            for source in document.alignment.sources(of: range) { write(source, into: &json) }
          }
          json.key("score")
          json.number(Double(summary.scores[row]))
          json.member("reason", summary.reasons[row].rawValue)
          if let speaker = summary.speakers[row] { json.member("speaker", speaker) }
          json.key("text")
          json.string(utf8: document.text.bytes[range.bounds])
          if let display = summary.displays[row] { json.member("display", display) }
        }
      }
    }
    guard let abstract = summary.abstract else { return }
    json.key("abstract")
    json.object { json in
      json.member("text", abstract.text)
      json.member("origin", "editor")
      if let evidence = abstract.evidence { json.member("evidence", evidence) }
    }
  }

  func writeKeyphrases(into json: inout JSONWriter) throws {
    guard let keyphrases = document[.keyphrases] else { return }
    json.key("keyphrases")
    try json.array { json in
      for row in keyphrases.ranges.indices {
        try json.object { json in
          json.key("range")
          try write(keyphrases.ranges[row], of: .keyphrases, into: &json)
          json.member("text", keyphrases.texts[row])
          json.key("score")
          json.number(Double(keyphrases.scores[row]))
          json.member("mentions", keyphrases.mentions[row])
        }
      }
    }
  }

  func writeFacts(into json: inout JSONWriter) throws {
    guard let facts = document[.facts] else { return }
    json.key("facts")
    try json.array { json in
      for (row, range) in facts.ranges.enumerated() {
        try json.object { json in
          json.member("kind", facts.kinds[row].rawValue)
          json.key("range")
          try write(range, of: .facts, into: &json)
          json.key("text")
          json.string(utf8: document.text.bytes[range.bounds])
          json.key("sentence")
          try write(facts.sentences[row], of: .facts, into: &json)
          json.member("mentions", facts.mentions[row])
        }
      }
    }
  }

  private func write(_ key: String, _ value: String?, into json: inout JSONWriter) {
    json.key(key)
    if let value { json.string(value) } else { json.null() }
  }

  private func write(_ key: String, _ seconds: Double?, into json: inout JSONWriter) {
    json.key(key)
    if let seconds { json.number(seconds, digits: 3) } else { json.null() }
  }
}
