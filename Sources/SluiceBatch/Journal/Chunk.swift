/// The results of some documents that follow one another: what one commit makes durable.
struct Chunk {
  var records: [UInt8] = []
  var deadLetters: [UInt8] = []
  var duplicates: [UInt8] = []
  var fingerprints: [UInt8] = []
  var counts = RunCounts()
}
