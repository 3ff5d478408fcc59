/// The learned weights of ``SentenceFeatures``, in their order; see `RankWeights+Shipped.swift`.
enum RankWeights {}
