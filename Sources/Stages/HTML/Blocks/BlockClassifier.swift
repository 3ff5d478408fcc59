/// Decides which blocks of a page are its main text.
///
/// This file is the whole of the decision: rows of ``BlockFeatures`` in, one flag a block out.
enum BlockClassifier {
  static func keep(_ features: BlockFeatures) -> [Bool] {
    (0..<features.count).map { features[$0, 13] > 0 }
  }
}
