#ifndef C_SLUICE_TRAINING_H
#define C_SLUICE_TRAINING_H

#include "CSluiceTagger.h"
#include "CSluiceSequenceTraining.h"

/// A tagger in training: floats, with the sums of squared gradients that AdaGrad divides by.
typedef struct sluice_learner sluice_learner;

typedef struct {
  /// Step of the weights and moves, and of the network.
  float rate, network_rate;
  /// Share of features left out of each token.
  float dropout;
  /// Share of the network's units left out.
  float network_dropout;
} sluice_learner_settings;

/// `bits`: logarithm of the number of rows. `vectors`: count rows of SLUICE_DIMENSIONS floats, copied. Null without memory.
sluice_learner *sluice_learner_make(int bits, const float *vectors, size_t count, sluice_learner_settings settings);
void sluice_learner_free(sluice_learner *learner);

/// One step on one sentence; `allowed` holds two words of bits for a token. Returns the loss.
double sluice_learner_learn(sluice_learner *learner, const uint32_t *rows, const uint32_t *row_ends, const int32_t *vectors,
                            const uint64_t *allowed, size_t count, float weight);

/// The weights of a row, SLUICE_TAG_ROOM floats.
const float *sluice_learner_row(const sluice_learner *learner, size_t row);
const sluice_tag_moves *sluice_learner_moves(const sluice_learner *learner);
const sluice_tag_network *sluice_learner_network(const sluice_learner *learner);

#endif
