#include "CSluiceWindowTraining.h"

#include "CSluiceWindow.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#pragma STDC FP_CONTRACT OFF

/* A second copy for processors with wider vectors; its sums have the same order, and so the same results. */
#if defined(__x86_64__) && defined(__linux__)
#define CLONES __attribute__((target_clones("avx2", "default")))
#else
#define CLONES
#endif

enum { MOST_CLASSES = 8, MOST_UNITS = 256, BATCH = 32 };

struct sluice_window {
  sluice_window_shape shape;
  const float *vectors;
  float rate, unit_rate;
  uint64_t random;
  float *rows, *row_squares;
  /* Weights of the input, biases, weights of the output; with squares and gradients of the same layout. */
  float *network, *squares, *gradients;
  size_t inputs, count, pending;
};

static float uniform(sluice_window *w) {
  w->random = w->random * 6364136223846793005ULL + 1442695040888963407ULL;
  return (float)(w->random >> 40) / 16777216.0f;
}

sluice_window *sluice_window_make(sluice_window_shape shape, const float *vectors) {
  if (shape.classes + 1 > MOST_CLASSES || shape.units > MOST_UNITS) return NULL;
  sluice_window *w = calloc(1, sizeof *w);
  if (!w) return NULL;
  w->shape = shape;
  w->vectors = vectors;
  w->random = 12345;
  w->inputs = shape.slots * shape.dimensions + shape.extras;
  w->count = (w->inputs + 1 + shape.classes) * shape.units;
  size_t rows = ((size_t)1 << shape.bits) * shape.classes;
  w->rows = calloc(rows, sizeof(float));
  w->row_squares = calloc(rows, sizeof(float));
  w->network = calloc(w->count, sizeof(float));
  w->squares = calloc(w->count, sizeof(float));
  w->gradients = calloc(w->count, sizeof(float));
  if (!w->rows || !w->row_squares || !w->network || !w->squares || !w->gradients) {
    sluice_window_free(w);
    return NULL;
  }
  for (size_t i = 0; i < w->inputs * shape.units; i++) w->network[i] = (uniform(w) - 0.5f) * 0.12f;
  for (size_t i = (w->inputs + 1) * shape.units; i < w->count; i++) w->network[i] = (uniform(w) - 0.5f) * 0.1f;
  return w;
}

void sluice_window_free(sluice_window *w) {
  if (!w) return;
  free(w->rows);
  free(w->row_squares);
  free(w->network);
  free(w->squares);
  free(w->gradients);
  free(w);
}

void sluice_window_set_rates(sluice_window *w, float rate, float unit_rate) {
  w->rate = rate;
  w->unit_rate = unit_rate;
}

static void step(sluice_window *w) {
  float *restrict value = w->network, *restrict squares = w->squares, *restrict gradient = w->gradients;
  for (size_t i = 0; i < w->count; i++) {
    squares[i] += gradient[i] * gradient[i];
    value[i] -= w->unit_rate * gradient[i] / (sqrtf(squares[i]) + 0.1f);
    gradient[i] = 0;
  }
  w->pending = 0;
}

CLONES int sluice_window_learn(sluice_window *w, const uint32_t *rows, size_t row_count, const int32_t *slots,
                               const float *extras, int wanted) {
  const size_t classes = w->shape.classes, units = w->shape.units, dimensions = w->shape.dimensions;
  const float *bias = w->network + w->inputs * units, *output = bias + units;
  float scores[MOST_CLASSES] = {0}, unit[MOST_UNITS], back[MOST_UNITS];
  for (size_t i = 0; i < row_count; i++)
    for (size_t c = 0; c < classes; c++) scores[c + 1] += w->rows[rows[i] * classes + c];
  memcpy(unit, bias, units * sizeof(float));
  for (size_t s = 0; s < w->shape.slots; s++)
    if (slots[s] >= 0)
      sluice_window_add(unit, units, w->network + s * dimensions * units, w->vectors + (size_t)slots[s] * dimensions,
                        dimensions);
  sluice_window_add(unit, units, w->network + w->shape.slots * dimensions * units, extras, w->shape.extras);
  for (size_t k = 0; k < units; k++) {
    if (unit[k] <= 0) unit[k] = 0;
    else
      for (size_t c = 0; c < classes; c++) scores[c + 1] += unit[k] * output[k * classes + c];
  }
  size_t best = 0;
  for (size_t c = 1; c <= classes; c++)
    if (scores[c] > scores[best]) best = c;
  float total = 0, highest = scores[best], gradient[MOST_CLASSES], largest = 0;
  for (size_t c = 0; c <= classes; c++) total += gradient[c] = expf(scores[c] - highest);
  for (size_t c = 0; c <= classes; c++) {
    gradient[c] = gradient[c] / total - ((int)c == wanted ? 1 : 0);
    if (fabsf(gradient[c]) > largest) largest = fabsf(gradient[c]);
  }
  for (size_t c = 0; c < classes; c++) {
    float g = gradient[c + 1];
    if (fabsf(g) < 0.002f) continue;
    for (size_t i = 0; i < row_count; i++) {
      size_t place = rows[i] * classes + c;
      w->row_squares[place] += g * g;
      w->rows[place] -= w->rate * g / (sqrtf(w->row_squares[place]) + 0.1f);
    }
  }
  /* The units learn slowly, so words that are right teach them nothing. */
  if (largest < 0.02f) return (int)best;
  float *input_gradient = w->gradients, *bias_gradient = input_gradient + w->inputs * units;
  float *output_gradient = bias_gradient + units;
  for (size_t k = 0; k < units; k++) {
    back[k] = 0;
    if (unit[k] <= 0) continue;
    for (size_t c = 0; c < classes; c++) {
      back[k] += gradient[c + 1] * output[k * classes + c];
      output_gradient[k * classes + c] += gradient[c + 1] * unit[k];
    }
    bias_gradient[k] += back[k];
  }
  for (size_t s = 0; s < w->shape.slots; s++) {
    if (slots[s] < 0) continue;
    const float *vector = w->vectors + (size_t)slots[s] * dimensions;
    for (size_t d = 0; d < dimensions; d++) {
      float *restrict to = input_gradient + (s * dimensions + d) * units;
      for (size_t k = 0; k < units; k++) to[k] += vector[d] * back[k];
    }
  }
  for (size_t e = 0; e < w->shape.extras; e++) {
    if (extras[e] == 0) continue;
    float *restrict to = input_gradient + (w->shape.slots * dimensions + e) * units;
    for (size_t k = 0; k < units; k++) to[k] += extras[e] * back[k];
  }
  if (++w->pending == BATCH) step(w);
  return (int)best;
}

const float *sluice_window_rows(const sluice_window *w) { return w->rows; }
const float *sluice_window_network(const sluice_window *w) { return w->network; }
size_t sluice_window_network_count(const sluice_window *w) { return w->count; }
