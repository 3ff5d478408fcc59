#include "CSluiceSequenceTraining.h"
#include "CSluiceClones.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#pragma STDC FP_CONTRACT OFF

struct sluice_sequence_trainer {
  sluice_sequence_shape shape;
  size_t words, count, pending, steps;
  uint64_t random;
  sluice_sequence_room room;
  /* Weights as the network has them; gradients and moments of the same layout; each matrix turned over. */
  float *weights, *gradients, *means, *squares, *turned;
  float *masks, *flipped, *all_gradients, *gate_gradients, *seen_gradients;
  float *result_gradients[SLUICE_SEQUENCE_LAYERS];
};

static float uniform(sluice_sequence_trainer *t) {
  t->random = t->random * 6364136223846793005ULL + 1442695040888963407ULL;
  return (float)(t->random >> 40) / 16777216.0f;
}

/* About normal. */
static float scatter(sluice_sequence_trainer *t) {
  float sum = -3;
  for (int i = 0; i < 6; i++) sum += uniform(t);
  return sum * 1.41421f;
}

static void turn(float *to, const float *from, size_t rows, size_t columns) {
  for (size_t r = 0; r < rows; r++)
    for (size_t c = 0; c < columns; c++) to[c * rows + r] = from[r * columns + c];
}

static void turn_weights(sluice_sequence_trainer *t) {
  for (size_t l = 0; l <= t->shape.layers; l++) {
    size_t place = sluice_sequence_offset(t->shape, l), units = t->shape.units;
    if (l < t->shape.layers) turn(t->turned + place, t->weights + place, sluice_sequence_seen(t->shape, l), 6 * units);
    else turn(t->turned + place, t->weights + place, l * 2 * units, t->shape.scores);
  }
}

sluice_sequence_trainer *sluice_sequence_trainer_make(sluice_sequence_shape shape, size_t words, uint64_t seed) {
  sluice_sequence_trainer *t = calloc(1, sizeof *t);
  if (!t) return NULL;
  t->shape = shape, t->words = words, t->random = seed, t->count = sluice_sequence_count(shape);
  size_t units = shape.units, widest = 6 * units > shape.scores ? 6 * units : shape.scores;
  for (size_t l = 0; l < shape.layers; l++)
    if (sluice_sequence_seen(shape, l) > widest) widest = sluice_sequence_seen(shape, l);
  if (shape.layers * 2 * units > widest) widest = shape.layers * 2 * units;
  int whole = sluice_sequence_room_make(&t->room, shape, words);
  float **all[] = {&t->weights, &t->gradients, &t->means, &t->squares, &t->turned};
  for (size_t i = 0; i < 5; i++) whole &= (*all[i] = calloc(t->count, sizeof(float))) != NULL;
  float **wide[] = {&t->flipped, &t->all_gradients, &t->gate_gradients, &t->seen_gradients};
  for (size_t i = 0; i < 4; i++) whole &= (*wide[i] = calloc(words * widest, sizeof(float))) != NULL;
  whole &= (t->masks = calloc(words * shape.layers * 2 * units, sizeof(float))) != NULL;
  for (size_t l = 0; l < shape.layers; l++)
    whole &= (t->result_gradients[l] = calloc((words + 1) * 2 * units, sizeof(float))) != NULL;
  if (!whole) {
    sluice_sequence_trainer_free(t);
    return NULL;
  }
  for (size_t l = 0; l < shape.layers; l++) {
    float *weights = t->weights + sluice_sequence_offset(shape, l);
    size_t seen = sluice_sequence_seen(shape, l);
    for (size_t i = 0; i < seen * 6 * units; i++) weights[i] = scatter(t) / sqrtf((float)seen);
    /* What is kept of the sum is more than half at first. */
    for (size_t side = 0; side < 2; side++)
      for (size_t k = 0; k < units; k++) weights[seen * 6 * units + (side * 3 + 1) * units + k] = 0.5f;
  }
  float *weights = t->weights + sluice_sequence_offset(shape, shape.layers);
  for (size_t i = 0; i < shape.layers * 2 * units * shape.scores; i++) weights[i] = scatter(t) * 0.05f;
  turn_weights(t);
  return t;
}

void sluice_sequence_trainer_free(sluice_sequence_trainer *t) {
  if (!t) return;
  sluice_sequence_room_free(&t->room);
  float *all[] = {t->weights, t->gradients, t->means, t->squares, t->turned, t->masks, t->flipped,
                  t->all_gradients, t->gate_gradients, t->seen_gradients};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) free(all[i]);
  for (size_t l = 0; l < SLUICE_SEQUENCE_LAYERS; l++) free(t->result_gradients[l]);
  free(t);
}

void sluice_sequence_trainer_run(sluice_sequence_trainer *t, const float *inputs, size_t words, float dropout,
                                 float *scores) {
  for (size_t i = 0; i < t->shape.layers * words * 2 * t->shape.units; i++)
    t->masks[i] = uniform(t) < dropout ? 0 : 1 / (1 - dropout);
  sluice_sequence_run(t->shape, t->weights, inputs, words, t->masks, &t->room, scores);
}

/* Gradients of the gates, from those of a layer's results. */
SLUICE_CLONES
static void learn_layer(const float *restrict gates, const float *restrict sums, const float *restrict masks,
                        const float *restrict results, float *restrict to, size_t words, size_t units) {
  for (size_t side = 0; side < 2; side++) {
    float carried[SLUICE_SEQUENCE_MOST] = {0}, none[SLUICE_SEQUENCE_MOST] = {0};
    for (size_t i = words; i-- > 0;) {
      size_t place = (side ? words - 1 - i : i) * 2 + side;
      const float *gate = gates + place * 3 * units, *keep = gate + units, *out = keep + units;
      const float *before = i == 0 ? none : sums + (side ? place + 2 : place - 2) * units;
      float *restrict gate_to = to + place * 3 * units, *restrict keep_to = gate_to + units, *restrict out_to = keep_to + units;
      for (size_t k = 0; k < units; k++) {
        float gradient = results[place * units + k] * masks[place * units + k];
        float sum = gradient * out[k] + carried[k];
        out_to[k] = gradient * sums[place * units + k] * out[k] * (1 - out[k]);
        keep_to[k] = sum * (before[k] - gate[k]) * keep[k] * (1 - keep[k]);
        gate_to[k] = sum * (1 - keep[k]) * (1 - gate[k] * gate[k]);
        carried[k] = sum * keep[k];
      }
    }
  }
}

/* Adds the gradients of a matrix and of its biases. */
static void add_gradients(sluice_sequence_trainer *t, float *to, const float *seen, size_t width, const float *gradients,
                          size_t columns, size_t words) {
  turn(t->flipped, seen, words, width);
  sluice_sequence_multiply(to, t->flipped, gradients, width, words, columns);
  for (size_t word = 0; word < words; word++)
    for (size_t k = 0; k < columns; k++) to[width * columns + k] += gradients[word * columns + k];
}

void sluice_sequence_trainer_learn(sluice_sequence_trainer *t, const float *score_gradients, size_t words,
                                   float *input_gradients) {
  const sluice_sequence_shape shape = t->shape;
  const size_t units = shape.units, width = shape.layers * 2 * units, inputs = shape.inputs;
  size_t place = sluice_sequence_offset(shape, shape.layers);
  add_gradients(t, t->gradients + place, t->room.all, width, score_gradients, shape.scores, words);
  memset(t->all_gradients, 0, words * width * sizeof(float));
  sluice_sequence_multiply(t->all_gradients, score_gradients, t->turned + place, words, shape.scores, width);
  for (size_t l = 0; l < shape.layers; l++) {
    memset(t->result_gradients[l] + words * 2 * units, 0, 2 * units * sizeof(float));
    for (size_t word = 0; word < words; word++)
      memcpy(t->result_gradients[l] + word * 2 * units, t->all_gradients + word * width + l * 2 * units,
             2 * units * sizeof(float));
  }
  for (size_t l = shape.layers; l-- > 0;) {
    size_t seen = sluice_sequence_seen(shape, l);
    place = sluice_sequence_offset(shape, l);
    learn_layer(t->room.gates[l], t->room.sums[l], t->masks + l * words * 2 * units, t->result_gradients[l],
                t->gate_gradients, words, units);
    add_gradients(t, t->gradients + place, t->room.seen[l], seen, t->gate_gradients, 6 * units, words);
    memset(t->seen_gradients, 0, words * seen * sizeof(float));
    sluice_sequence_multiply(t->seen_gradients, t->gate_gradients, t->turned + place, words, 6 * units, seen);
    for (size_t word = 0; l > 0 && word < words; word++)
      for (size_t k = 0; k < seen; k++)
        t->result_gradients[l - 1][word * 2 * units + k] += t->seen_gradients[word * seen + k];
  }
  for (size_t word = 0; word < words; word++)
    for (size_t k = 0; k < inputs; k++) {
      const float *own = t->seen_gradients + word * 3 * inputs + k;
      float sum = own[inputs];
      if (word > 0) sum += *(own - inputs);
      if (word + 1 < words) sum += own[3 * inputs];
      input_gradients[word * inputs + k] = sum;
    }
  t->pending += words;
}

SLUICE_CLONES
static void move(float *restrict weights, float *restrict gradients, float *restrict means,
                 float *restrict squares, size_t count, float share, float mean_rate, float square_share) {
  for (size_t i = 0; i < count; i++) {
    float gradient = gradients[i] * share;
    gradients[i] = 0;
    means[i] += 0.1f * (gradient - means[i]);
    squares[i] += 0.001f * (gradient * gradient - squares[i]);
    weights[i] -= mean_rate * means[i] / (sqrtf(squares[i] * square_share) + 1e-8f);
  }
}

void sluice_sequence_trainer_step(sluice_sequence_trainer *t, float rate) {
  if (!t->pending) return;
  t->steps++;
  double mean = 1 - pow(0.9, (double)t->steps), square = 1 - pow(0.999, (double)t->steps);
  move(t->weights, t->gradients, t->means, t->squares, t->count, 1.0f / (float)t->pending, (float)(rate / mean),
       (float)(1 / square));
  turn_weights(t);
  t->pending = 0;
}

const float *sluice_sequence_trainer_weights(const sluice_sequence_trainer *t) { return t->weights; }
