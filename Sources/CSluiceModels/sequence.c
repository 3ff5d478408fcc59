#include "CSluiceSequence.h"
#include "CSluiceClones.h"

#include <stdlib.h>
#include <string.h>

#pragma STDC FP_CONTRACT OFF

enum { WIDTH = 8, ROWS = 4, MOST_INNER = 768 };

typedef float lanes __attribute__((vector_size(32), aligned(4), may_alias));

#define LOAD(from) (*(const lanes *)(from))
#define STORE(to, value) (*(lanes *)(to) = (value))

SLUICE_CLONES
void sluice_sequence_multiply(float *to, const float *left, const float *right, size_t rows, size_t inner,
                              size_t columns) {
  /* Columns by twos of vectors, copied so that they stay in the first cache for all rows. */
  float panel[MOST_INNER * 2 * WIDTH];
  if (inner > MOST_INNER) return;
  size_t column = 0;
  for (; column + 2 * WIDTH <= columns; column += 2 * WIDTH) {
    for (size_t k = 0; k < inner; k++) memcpy(panel + k * 2 * WIDTH, right + k * columns + column, 2 * WIDTH * 4);
    size_t row = 0;
    for (; row + ROWS <= rows; row += ROWS) {
      const float *a = left + row * inner, *b = a + inner, *c = b + inner, *d = c + inner;
      float *out = to + row * columns + column;
      lanes a0 = LOAD(out), a1 = LOAD(out + WIDTH), b0 = LOAD(out + columns), b1 = LOAD(out + columns + WIDTH);
      lanes c0 = LOAD(out + 2 * columns), c1 = LOAD(out + 2 * columns + WIDTH);
      lanes d0 = LOAD(out + 3 * columns), d1 = LOAD(out + 3 * columns + WIDTH);
      const float *from = panel;
      for (size_t k = 0; k < inner; k++, from += 2 * WIDTH) {
        lanes x = LOAD(from), y = LOAD(from + WIDTH);
        a0 += a[k] * x, a1 += a[k] * y;
        b0 += b[k] * x, b1 += b[k] * y;
        c0 += c[k] * x, c1 += c[k] * y;
        d0 += d[k] * x, d1 += d[k] * y;
      }
      STORE(out, a0), STORE(out + WIDTH, a1), STORE(out + columns, b0), STORE(out + columns + WIDTH, b1);
      STORE(out + 2 * columns, c0), STORE(out + 2 * columns + WIDTH, c1);
      STORE(out + 3 * columns, d0), STORE(out + 3 * columns + WIDTH, d1);
    }
    for (; row < rows; row++) {
      const float *a = left + row * inner, *from = panel;
      float *out = to + row * columns + column;
      lanes x = LOAD(out), y = LOAD(out + WIDTH);
      for (size_t k = 0; k < inner; k++, from += 2 * WIDTH) x += a[k] * LOAD(from), y += a[k] * LOAD(from + WIDTH);
      STORE(out, x), STORE(out + WIDTH, y);
    }
  }
  for (; column < columns; column += WIDTH)
    for (size_t row = 0; row < rows; row++) {
      const float *a = left + row * inner;
      lanes x = LOAD(to + row * columns + column);
      for (size_t k = 0; k < inner; k++) x += a[k] * LOAD(right + k * columns + column);
      STORE(to + row * columns + column, x);
    }
}

size_t sluice_sequence_offset(sluice_sequence_shape shape, size_t layer) {
  size_t count = 0;
  for (size_t l = 0; l < layer; l++) count += (sluice_sequence_seen(shape, l) + 1) * 6 * shape.units;
  return count;
}

size_t sluice_sequence_count(sluice_sequence_shape shape) {
  return sluice_sequence_offset(shape, shape.layers) + (shape.layers * 2 * shape.units + 1) * shape.scores;
}

int sluice_sequence_room_make(sluice_sequence_room *room, sluice_sequence_shape shape, size_t words) {
  memset(room, 0, sizeof *room);
  if (shape.layers > SLUICE_SEQUENCE_LAYERS || shape.units > SLUICE_SEQUENCE_MOST || shape.units % WIDTH != 0 ||
      shape.inputs > SLUICE_SEQUENCE_MOST || shape.scores > SLUICE_SEQUENCE_MOST || shape.scores % WIDTH != 0)
    return 0;
  size_t units = shape.units, total = 0;
  for (size_t l = 0; l < shape.layers; l++) total += words * (sluice_sequence_seen(shape, l) + 8 * units) + (words + 1) * 2 * units;
  total += words * shape.layers * 2 * units;
  /* All that is read of it is written before. */
  float *next = room->memory = malloc(total * sizeof(float));
  if (!next) return 0;
  for (size_t l = 0; l < shape.layers; l++) {
    room->seen[l] = next, next += words * sluice_sequence_seen(shape, l);
    room->gates[l] = next, next += words * 6 * units;
    room->sums[l] = next, next += words * 2 * units;
    room->results[l] = next, next += (words + 1) * 2 * units;
  }
  room->all = next;
  return 1;
}

void sluice_sequence_room_free(sluice_sequence_room *room) {
  free(room->memory);
  memset(room, 0, sizeof *room);
}

/* Hyperbolic tangent to 1e-6 by a quotient of polynomials (as Eigen has it), so that loops over it are vectorised. */
static inline float hyperbolic(float x) {
  x = x > 7.9f ? 7.9f : x < -7.9f ? -7.9f : x;
  float y = x * x;
  float p = 5.12229709037114e-08f + y * (-8.60467152213735e-11f + y * (2.00018790482477e-13f + y * -2.76076847742355e-16f));
  p = 4.89352455891786e-03f + y * (6.37261928935456e-04f + y * (1.48572235717979e-05f + y * p));
  float q = 4.89352518554385e-03f + y * (2.26843463243900e-03f + y * (1.18534705686654e-04f + y * 1.19825839466702e-06f));
  return x * p / q;
}

SLUICE_CLONES
static void run_layer(float *restrict gates, float *restrict sums, float *restrict results, const float *masks,
                      size_t words, size_t units) {
  for (size_t side = 0; side < 2; side++) {
    float sum[SLUICE_SEQUENCE_MOST] = {0};
    for (size_t i = 0; i < words; i++) {
      size_t place = (side ? words - 1 - i : i) * 2 + side;
      float *restrict gate = gates + place * 3 * units, *restrict keep = gate + units, *restrict out = keep + units;
      float *restrict kept = sums + place * units, *restrict result = results + place * units;
      for (size_t k = 0; k < units; k++) {
        gate[k] = hyperbolic(gate[k]);
        keep[k] = 0.5f + 0.5f * hyperbolic(0.5f * keep[k]);
        out[k] = 0.5f + 0.5f * hyperbolic(0.5f * out[k]);
        kept[k] = sum[k] = keep[k] * sum[k] + (1 - keep[k]) * gate[k];
        result[k] = out[k] * sum[k];
      }
      if (!masks) continue;
      for (size_t k = 0; k < units; k++) result[k] *= masks[place * units + k];
    }
  }
}

void sluice_sequence_run(sluice_sequence_shape shape, const float *weights, const float *inputs, size_t words,
                         const float *masks, sluice_sequence_room *room, float *scores) {
  const size_t units = shape.units, gates = 6 * units, width = shape.layers * 2 * units;
  for (size_t l = 0; l < shape.layers; l++, weights += gates) {
    size_t seen = sluice_sequence_seen(shape, l), step = l ? 2 * units : shape.inputs;
    const float *from = l ? room->results[l - 1] : inputs;
    if (l) memset(room->results[l - 1] + words * 2 * units, 0, 2 * units * sizeof(float));
    const float *biases = weights + seen * gates;
    for (size_t word = 0; word < words; word++) {
      memcpy(room->seen[l] + word * seen, from + word * step, seen * sizeof(float));
      memcpy(room->gates[l] + word * gates, biases, gates * sizeof(float));
    }
    sluice_sequence_multiply(room->gates[l], room->seen[l], weights, words, seen, gates);
    run_layer(room->gates[l], room->sums[l], room->results[l], masks ? masks + l * words * 2 * units : NULL, words, units);
    for (size_t word = 0; word < words; word++)
      memcpy(room->all + word * width + l * 2 * units, room->results[l] + word * 2 * units, 2 * units * sizeof(float));
    weights = biases;
  }
  for (size_t word = 0; word < words; word++) memcpy(scores + word * shape.scores, weights + width * shape.scores, shape.scores * sizeof(float));
  sluice_sequence_multiply(scores, room->all, weights, words, width, shape.scores);
}
