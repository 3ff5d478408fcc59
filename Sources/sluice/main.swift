import SluiceCommand

await SluiceProgram.main(plugins: [])
