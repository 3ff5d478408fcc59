#ifndef C_SLUICE_SEQUENCE_TRAINING_H
#define C_SLUICE_SEQUENCE_TRAINING_H

#include "CSluiceSequence.h"

/// A network over words in training, with the moments that Adam (Kingma and Ba 2015) steps by.
typedef struct sluice_sequence_trainer sluice_sequence_trainer;

/// `words`: of the longest row. Null without memory.
sluice_sequence_trainer *sluice_sequence_trainer_make(sluice_sequence_shape shape, size_t words, uint64_t seed);
void sluice_sequence_trainer_free(sluice_sequence_trainer *trainer);

/// The scores of the words, with a share of the layers' results left out; what the layers held stays for the next call.
/// - inputs: as ``sluice_sequence_run`` has them.
void sluice_sequence_trainer_run(sluice_sequence_trainer *trainer, const float *inputs, size_t words, float dropout,
                                 float *scores);
/// Adds the gradients of the weights, from those of the scores of the last run.
/// - input_gradients: of the words, `shape.inputs` each, without rows before and behind.
void sluice_sequence_trainer_learn(sluice_sequence_trainer *trainer, const float *score_gradients, size_t words,
                                   float *input_gradients);
/// One step against the gradients since the last one, divided by the number of words.
void sluice_sequence_trainer_step(sluice_sequence_trainer *trainer, float rate);

const float *sluice_sequence_trainer_weights(const sluice_sequence_trainer *trainer);

#endif
