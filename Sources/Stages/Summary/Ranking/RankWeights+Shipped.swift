// Written by `sluice-train summarize`, from SciTLDR (Apache-2.0) and QMSum (MIT); see Models.md.

extension RankWeights {
  /// The weights of the product.
  static let shipped: [Float] = [
    -1.517482,  // index
    0.11251623,  // 1 / (1 + index)
    -0.13304761,  // relative position
    0.5231734,  // first three
    -1.1325344,  // distance to the end
    -0.33252698,  // length
    0.021497097,  // log length
    0.025745323,  // deviation of length
    0.04940715,  // log content
    0.15986393,  // short
    0.32903042,  // density
    0.6567805,  // rank of overlap
    0.99931395,  // overlap / mean
    -0.14095777,  // rank of centroid
    4.8190184,  // centroid
    -0.96301675,  // similarity to the lead
    0.21845019,  // rank of topic
    0.09447327,  // mean topic
    0.34155333,  // rank of probability
    -0.3597011,  // rank of signature
    0.30738726,  // signature
    0.13869596,  // names
    0.53109217,  // rank of name salience
    -0.27480143,  // figures
    -0.36637592,  // quote
    -0.4218584,  // points back
    4.7581463,  // first person
    -5.8907504,  // second person
    -2.8849359,  // fillers
    0.39597377,  // question
    -0.39422607,  // courtesy
    0.27017444,  // cues
    -0.56274104,  // neighbours
  ]
}
