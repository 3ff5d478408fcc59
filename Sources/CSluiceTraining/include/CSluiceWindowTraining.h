#ifndef C_SLUICE_WINDOW_TRAINING_H
#define C_SLUICE_WINDOW_TRAINING_H

#include <stddef.h>
#include <stdint.h>

/// A softmax over hashed features and over a layer of units that see the vectors of words in a window, in training:
/// with the sums of squared gradients that AdaGrad divides by. The scores of the first class are 0.
typedef struct sluice_window sluice_window;

typedef struct {
  /// Logarithm of the number of rows of hashed features.
  int bits;
  /// Classes but the first, words of the window, numbers of the input beside them, units.
  size_t classes, slots, extras, units;
  /// Numbers of a word's vector.
  size_t dimensions;
} sluice_window_shape;

/// `vectors`: rows of `dimensions` floats, which must outlive the result. Null without memory.
sluice_window *sluice_window_make(sluice_window_shape shape, const float *vectors);
void sluice_window_free(sluice_window *window);
/// Sizes of the steps, of hashed features and of the units.
void sluice_window_set_rates(sluice_window *window, float rate, float unit_rate);

/// One step towards a class: `rows` of the hashed features, for each slot the number of a vector or -1, and the extras.
/// Returns the class that had the highest score before it.
int sluice_window_learn(sluice_window *window, const uint32_t *rows, size_t row_count, const int32_t *slots,
                        const float *extras, int wanted);

/// `classes` weights a row.
const float *sluice_window_rows(const sluice_window *window);
/// `units` weights for each number of the input, slots first; then as many biases; then `classes` weights a unit.
const float *sluice_window_network(const sluice_window *window);
size_t sluice_window_network_count(const sluice_window *window);

#endif
