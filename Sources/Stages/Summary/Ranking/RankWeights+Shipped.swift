// Written by `sluice-train summarize`, from SciTLDR (Apache-2.0) and QMSum (MIT); see Models.md.

extension RankWeights {
  /// The weights of the product.
  static let shipped: [Float] = [
    -1.5099705,  // index
    0.10789151,  // 1 / (1 + index)
    -0.14049262,  // relative position
    0.5183045,  // first three
    -1.1271996,  // distance to the end
    -0.3355036,  // length
    0.013462106,  // log length
    0.025754543,  // deviation of length
    0.051081687,  // log content
    0.16174723,  // short
    0.33524215,  // density
    0.65534204,  // rank of overlap
    0.999884,  // overlap / mean
    -0.13961041,  // rank of centroid
    4.8285213,  // centroid
    -0.9474361,  // similarity to the lead
    0.21769975,  // rank of topic
    0.09889153,  // mean topic
    0.33821577,  // rank of probability
    -0.36173168,  // rank of signature
    0.30680364,  // signature
    0.1347295,  // names
    0.5332674,  // rank of name salience
    -0.2752233,  // figures
    -0.3631765,  // quote
    -0.45116585,  // points back
    4.739458,  // first person
    -5.908122,  // second person
    -2.8748453,  // fillers
    0.39496192,  // question
    -0.391171,  // courtesy
    0.26716307,  // cues
    -0.56326324,  // neighbours
  ]
}
