import SluiceCommand

// The program with a stage that fails on demand, to prove that a document never hurts another.
await SluiceProgram.main(plugins: [FaultyPlugin.self])
