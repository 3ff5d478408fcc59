#ifndef C_SLUICE_SEQUENCE_H
#define C_SLUICE_SEQUENCE_H

#include <stddef.h>
#include <stdint.h>

/// A network over a row of words: quasi-recurrent layers (Bradbury et al. 2017) that run over the words from both
/// sides, and scores of each word. The first layer sees a word and its neighbours, the next a word and the one behind it.
///
/// Weights, in this order: for each layer a row of `6 * units` for each number of its input, and as many biases; then for
/// the numbers of all layers a row of `scores`, and as many biases. The `6 * units` are, from the left and from the
/// right: candidates, shares kept of the sum before, shares let out.
typedef struct {
  /// Numbers of a word, units of a layer and direction, scores of a word: multiples of 8, at most
  /// `SLUICE_SEQUENCE_MOST`.
  size_t inputs, units, scores;
  /// At most `SLUICE_SEQUENCE_LAYERS`.
  size_t layers;
} sluice_sequence_shape;

enum { SLUICE_SEQUENCE_MOST = 128, SLUICE_SEQUENCE_LAYERS = 4 };

/// Numbers that a layer sees of a word.
static inline size_t sluice_sequence_seen(sluice_sequence_shape shape, size_t layer) {
  return layer ? 4 * shape.units : 3 * shape.inputs;
}

/// Floats of the weights before those of a layer; with `layer` as the number of layers, before those of the scores.
size_t sluice_sequence_offset(sluice_sequence_shape shape, size_t layer);
/// Floats of all weights.
size_t sluice_sequence_count(sluice_sequence_shape shape);

/// What the layers held of each word: of each layer its input, its gates (6 units), sums and results (2 units each).
typedef struct {
  float *seen[SLUICE_SEQUENCE_LAYERS], *gates[SLUICE_SEQUENCE_LAYERS], *sums[SLUICE_SEQUENCE_LAYERS];
  float *results[SLUICE_SEQUENCE_LAYERS];
  /// The results of all layers, word by word.
  float *all;
  void *memory;
} sluice_sequence_room;

/// Room for as many words; 0 without memory.
int sluice_sequence_room_make(sluice_sequence_room *room, sluice_sequence_shape shape, size_t words);
void sluice_sequence_room_free(sluice_sequence_room *room);

/// - inputs: of the words, with a row of zeros before the first and behind the last.
/// - masks: of each layer 2 units a word that its results are multiplied by; null for none.
/// - scores: `shape.scores` a word.
void sluice_sequence_run(sluice_sequence_shape shape, const float *weights, const float *inputs, size_t words,
                         const float *masks, sluice_sequence_room *room, float *scores);

/// `to` (rows x columns) += `left` (rows x inner) times `right` (inner x columns); columns are a multiple of 8, inner is
/// at most 768. Sums run in one order, whatever the processor.
void sluice_sequence_multiply(float *to, const float *left, const float *right, size_t rows, size_t inner,
                              size_t columns);

#endif
