import Sluice

/// A reader of this module, which an ``InputList`` tells how inputs are named and which are wanted.
protocol ArchiveReader: ResumableReader {
  /// What stands for the file in ids.
  var label: String { get set }
  var filter: InputFilter { get set }
}
