public import Sluice

/// The public, versioned description of the records that ``JSONLinesWriter`` writes.
public enum RecordSchema {
  /// The value of the member `sluice`. It changes when a program that reads records would have to.
  public static let version = 1

  /// JSON Schema, draft 2020-12.
  public static let json: JSONValue = (try? JSONParser.parse(source)) ?? .null

  private static let source = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:sluice:record:1",
      "title": "Sluice record",
      "description": "One document, on one line of JSON. A layer that the document does not have is left out.",
      "type": "object",
      "required": ["sluice", "id", "source", "metadata", "offsets", "text", "alignment", "run"],
      "additionalProperties": false,
      "properties": {
        "sluice": { "const": 1, "description": "Version of this schema." },
        "id": { "type": "string", "description": "Unique in its run." },
        "source": {
          "type": "object",
          "required": ["mediaType", "bytes", "sha256"],
          "additionalProperties": false,
          "properties": {
            "uri": { "type": "string", "description": "Where it came from; PATH#line=12 for a line of a file." },
            "mediaType": { "type": "string" },
            "charset": { "type": "string", "description": "What it was decoded from, by its WHATWG name." },
            "bytes": { "type": "integer", "minimum": 0 },
            "sha256": { "type": "string", "pattern": "^[0-9a-f]{64}$" }
          }
        },
        "metadata": {
          "type": "object",
          "description": "What is known of the document as a whole; archives and stages may add members.",
          "properties": {
            "title": { "type": "string" },
            "authors": { "type": "array", "items": { "type": "string" } },
            "date": { "type": "string", "description": "ISO 8601." },
            "site": { "type": "string" },
            "language": { "type": "string", "description": "BCP 47." },
            "description": { "type": "string" },
            "duration": { "type": "string", "description": "ISO 8601, such as PT2M18S." },
            "notices": { "type": "array", "items": { "type": "string" } }
          }
        },
        "evidence": {
          "type": "object",
          "description": "Where members of metadata were found.",
          "additionalProperties": { "type": "string" }
        },
        "offsets": {
          "enum": ["utf8", "utf16", "unicode"],
          "description": "What text ranges and edits.at count: bytes of UTF-8, units of UTF-16, or code points."
        },
        "text": { "type": "string" },
        "blocks": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["range", "kind"],
            "additionalProperties": false,
            "properties": {
              "range": { "$ref": "#/$defs/textRange" },
              "kind": {
                "enum": ["heading", "paragraph", "list-item", "quote", "code", "table", "caption", "other"]
              },
              "level": { "type": "integer", "minimum": 1, "description": "Of a heading, or a list item's depth." },
              "section": {
                "enum": ["transcript"],
                "description": "The section that it is part of: below a heading or in an element called a transcript."
              }
            }
          }
        },
        "links": {
          "type": "array",
          "description": "Which words lead where; only where the parser was asked for links.",
          "items": {
            "type": "object",
            "required": ["range", "target"],
            "additionalProperties": false,
            "properties": {
              "range": { "$ref": "#/$defs/textRange" },
              "target": { "type": "string", "description": "Absolute where the address of the page is known." },
              "rel": { "type": "string", "description": "Link types, as the page states them." }
            }
          }
        },
        "turns": {
          "type": "array",
          "description": "Who speaks where.",
          "items": {
            "type": "object",
            "required": ["range", "speaker", "role", "start", "end"],
            "additionalProperties": false,
            "properties": {
              "range": { "$ref": "#/$defs/textRange" },
              "speaker": { "type": ["string", "null"] },
              "role": { "type": ["string", "null"] },
              "start": { "type": ["number", "null"], "description": "Seconds from the start of the recording." },
              "end": { "type": ["number", "null"] }
            }
          }
        },
        "cues": {
          "type": "array",
          "description": "The cues of captions, for which the file may give an identifier and a voice.",
          "items": {
            "type": "object",
            "required": ["range", "start", "end"],
            "additionalProperties": false,
            "properties": {
              "range": { "$ref": "#/$defs/textRange" },
              "start": { "type": ["number", "null"], "description": "Seconds from the start of the recording." },
              "end": { "type": ["number", "null"] },
              "id": { "type": "string" },
              "speaker": { "type": "string" }
            }
          }
        },
        "events": {
          "type": "array",
          "description": "What happened while people spoke, where it was taken out of the text.",
          "items": {
            "type": "object",
            "required": ["range", "text", "source"],
            "additionalProperties": false,
            "properties": {
              "range": { "$ref": "#/$defs/textRange" },
              "text": { "type": "string", "description": "As the transcript says it, such as (Laughter.)." },
              "source": { "$ref": "#/$defs/sourceRange" }
            }
          }
        },
        "flags": {
          "type": "array",
          "description": "Words that may be wrong and were not changed.",
          "items": {
            "type": "object",
            "required": ["range", "rule", "text"],
            "additionalProperties": false,
            "properties": {
              "range": { "$ref": "#/$defs/textRange" },
              "rule": { "type": "string" },
              "text": { "type": "string" },
              "suggestion": { "type": "string" }
            }
          }
        },
        "edits": {
          "type": "array",
          "description": "Every change of the text since parsing, in order. Undone from the last to the first, each by putting 'before' in the place of 'after', they give the parsed text.",
          "items": {
            "type": "object",
            "required": ["rule", "class", "pass", "at", "source", "before", "after"],
            "additionalProperties": false,
            "properties": {
              "rule": { "type": "string", "description": "Id of the cleaning rule." },
              "class": { "type": "string", "description": "What the edit does to the words." },
              "pass": { "type": "integer", "minimum": 1, "description": "Edits of a pass were made together." },
              "at": { "type": "integer", "minimum": 0, "description": "Where 'after' begins in the text as it is after the pass." },
              "source": { "$ref": "#/$defs/sourceRange" },
              "before": { "type": "string" },
              "after": { "type": "string" }
            }
          }
        },
        "tokens": { "type": "array", "items": { "$ref": "#/$defs/textRange" } },
        "sentences": { "type": "array", "items": { "$ref": "#/$defs/textRange" } },
        "entities": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["range", "label", "text", "confidence"],
            "additionalProperties": false,
            "properties": {
              "range": { "$ref": "#/$defs/textRange" },
              "label": { "type": "string", "description": "A type of OntoNotes 5, or the user's own." },
              "text": { "type": "string" },
              "id": { "type": "integer", "minimum": 1, "description": "Of the entity in entityIndex." },
              "confidence": { "type": "number", "minimum": 0, "maximum": 1 },
              "value": { "type": "string", "description": "Of dates and times: ISO 8601 or TIMEX3; of amounts: a number and its unit." }
            }
          }
        },
        "entityIndex": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["id", "label", "name", "mentions"],
            "additionalProperties": false,
            "properties": {
              "id": { "type": "integer", "minimum": 1 },
              "label": { "type": "string" },
              "name": { "type": "string" },
              "mentions": { "type": "integer", "minimum": 0 },
              "speaker": { "type": "string", "description": "The speaker of turns that it is." },
              "key": { "type": "string", "description": "The id that a user's list has for it." }
            }
          }
        },
        "quotes": {
          "type": "array",
          "description": "Direct and reported speech.",
          "items": {
            "type": "object",
            "required": ["range", "kind", "text"],
            "additionalProperties": false,
            "properties": {
              "range": { "$ref": "#/$defs/textRange", "description": "What was said, without its marks." },
              "kind": { "enum": ["direct", "reported"] },
              "text": { "type": "string" },
              "speaker": { "$ref": "#/$defs/attribution", "description": "The words that name who speaks." },
              "cue": { "$ref": "#/$defs/attribution", "description": "The words that tell of speech." },
              "continues": { "const": true, "description": "It goes on with the quotation before." }
            }
          }
        },
        "summary": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["range", "source", "score", "text"],
            "additionalProperties": false,
            "properties": {
              "range": { "$ref": "#/$defs/textRange" },
              "source": { "type": "array", "items": { "$ref": "#/$defs/sourceRange" } },
              "score": { "type": ["number", "null"] },
              "reason": { "enum": ["title", "central", "lead", "names", "query"] },
              "speaker": { "type": "string", "description": "Who says it." },
              "text": { "type": "string" },
              "display": { "type": "string", "description": "The words as they read best on their own, where that is not 'text'." }
            }
          }
        },
        "abstract": {
          "type": "object",
          "description": "What the document's own editors say of it, unchanged.",
          "required": ["text", "origin"],
          "additionalProperties": false,
          "properties": {
            "text": { "type": "string" },
            "origin": { "const": "editor" },
            "evidence": { "type": "string", "description": "Where it was found." }
          }
        },
        "keyphrases": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["range", "text", "score", "mentions"],
            "additionalProperties": false,
            "properties": {
              "range": { "$ref": "#/$defs/textRange", "description": "Of the first mention in this spelling." },
              "text": { "type": "string" },
              "score": { "type": "number", "minimum": 0, "maximum": 1 },
              "mentions": { "type": "integer", "minimum": 1 }
            }
          }
        },
        "facts": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["kind", "range", "text", "sentence", "mentions"],
            "additionalProperties": false,
            "properties": {
              "kind": { "enum": ["date", "money", "percent", "place"] },
              "range": { "$ref": "#/$defs/textRange" },
              "text": { "type": "string" },
              "sentence": { "$ref": "#/$defs/textRange" },
              "mentions": { "type": "integer", "minimum": 1 }
            }
          }
        },
        "alignment": { "$ref": "#/$defs/alignment", "description": "From the text to the source." },
        "parsedAlignment": {
          "$ref": "#/$defs/alignment",
          "description": "From the text before all edits to the source; left out when there are no edits."
        },
        "warnings": { "type": "array", "items": { "type": "string" } },
        "run": {
          "type": "object",
          "required": ["version"],
          "additionalProperties": false,
          "properties": {
            "pipeline": { "type": "string", "description": "Hash of the pipeline." },
            "version": { "type": "string", "description": "Of Sluice." },
            "models": { "type": "object", "additionalProperties": { "type": "string" } }
          }
        },
        "digest": {
          "type": "string",
          "pattern": "^sha256:[0-9a-f]{64}$",
          "description": "SHA-256 of the record without this member, as JSON without white space and with as few and as short escapes as can be."
        }
      },
      "$defs": {
        "textRange": {
          "type": "array",
          "description": "Start and end in the text, in the unit that 'offsets' names.",
          "items": { "type": "integer", "minimum": 0 }, "minItems": 2, "maxItems": 2
        },
        "attribution": {
          "type": "object",
          "required": ["range", "text"],
          "additionalProperties": false,
          "properties": {
            "range": { "$ref": "#/$defs/textRange" },
            "text": { "type": "string" },
            "id": { "type": "integer", "minimum": 1, "description": "Of the entity in entityIndex." }
          }
        },
        "sourceRange": {
          "type": "array",
          "description": "Start and end in the source's bytes, before any decoding.",
          "items": { "type": "integer", "minimum": 0 }, "minItems": 2, "maxItems": 2
        },
        "alignment": {
          "type": "array",
          "description": "One array of lengths in UTF-8 bytes of text and bytes of source, whatever 'offsets' says, for each stretch of text, in order. [text, gap]: copied from the source. [text, gap, 0]: inserted. [text, gap, source]: stands for so many bytes of source as a whole. [text, gap, source, units]: the same in so many equal parts. The gap is what lies between the end of the last stretch's source and the start of this one's.",
          "items": { "type": "array", "items": { "type": "integer" }, "minItems": 2, "maxItems": 4 }
        }
      }
    }
    """#
}
