#include "CSluiceTraining.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#pragma STDC FP_CONTRACT OFF

enum { ROOM = SLUICE_TAG_ROOM, TAGS = SLUICE_TAGS, OPEN = SLUICE_OPEN, TYPES = SLUICE_TYPES };
enum { HIDDEN = SLUICE_HIDDEN, SLOTS = SLUICE_SLOTS, DIMENSIONS = SLUICE_DIMENSIONS };

struct sluice_learner {
  sluice_learner_settings settings;
  uint64_t random;
  size_t row_count;
  float *weights, *squares;
  float *vectors;
  sluice_tag_moves moves, move_squares, exponentials, want, have;
  sluice_tag_network network, network_squares;
  /* Scratch, grown to the longest sentence. */
  size_t room;
  float *floats;
  uint32_t *kept, *kept_ends;
};

static float uniform(sluice_learner *l) {
  l->random = l->random * 6364136223846793005ULL + 1442695040888963407ULL;
  return (float)(l->random >> 40) / 16777216.0f;
}

sluice_learner *sluice_learner_make(int bits, const float *vectors, size_t count, sluice_learner_settings settings) {
  sluice_learner *l = calloc(1, sizeof *l);
  if (!l) return NULL;
  l->settings = settings;
  l->random = 12345;
  l->row_count = (size_t)1 << bits;
  l->weights = calloc(l->row_count * ROOM, sizeof(float));
  l->squares = calloc(l->row_count * ROOM, sizeof(float));
  l->vectors = malloc(count * DIMENSIONS * sizeof(float) + 1);
  if (!l->weights || !l->squares || !l->vectors) {
    sluice_learner_free(l);
    return NULL;
  }
  memcpy(l->vectors, vectors, count * DIMENSIONS * sizeof(float));
  for (int s = 0; s < SLOTS; s++)
    for (int d = 0; d < DIMENSIONS; d++)
      for (int k = 0; k < HIDDEN; k++)
        l->network.input[s][d][k] = (uniform(l) - 0.5f) * 0.12f;
  for (int k = 0; k < HIDDEN; k++)
    for (int y = 0; y < TAGS; y++) l->network.output[k][y] = (uniform(l) - 0.5f) * 0.05f;
  return l;
}

void sluice_learner_free(sluice_learner *l) {
  if (!l) return;
  free(l->weights);
  free(l->squares);
  free(l->vectors);
  free(l->floats);
  free(l->kept);
  free(l->kept_ends);
  free(l);
}

/* Added to the root of the squares: small gradients make small steps, so that few weights differ from zero. */
static const float DAMPING = 0.1f;

static void adagrad(float *value, float *squares, float gradient, float rate) {
  *squares += gradient * gradient;
  *value += rate * gradient / (sqrtf(*squares) + DAMPING);
}

/* Expected counts of the moves, from a sum over sequences. */
static void count_moves(const sluice_tag_moves *e, const float *local, const float *alpha, const float *beta, const float *scale,
                        size_t count, sluice_tag_moves *sum) {
  enum { B = SLUICE_TAG_B, E = SLUICE_TAG_E, I = SLUICE_TAG_I };
  for (size_t i = 1; i < count; i++) {
    const float *a = alpha + (i - 1) * ROOM, *l = local + i * ROOM, *b = beta + i * ROOM;
    float open[SLUICE_OPEN_ROOM] = {0}, by = 1 / scale[i];
    for (int y = 0; y < OPEN; y++) open[y] = l[y] * b[y] * by;
    for (int x = 0; x < OPEN; x++) {
      float p = a[x < B ? x : x - B + E];
      if (p < 1e-7f) continue;
      const float *restrict move = e->closed[x];
      float *restrict to = sum->closed[x];
      for (int y = 0; y < SLUICE_OPEN_ROOM; y++) to[y] += p * move[y] * open[y];
    }
    for (int t = 0; t < TYPES; t++) {
      float end = l[E + t] * b[E + t] * by, in = l[I + t] * b[I + t] * by;
      sum->inside[0][t] += a[B + t] * e->inside[0][t] * in;
      sum->inside[1][t] += a[B + t] * e->inside[1][t] * end;
      sum->inside[2][t] += a[I + t] * e->inside[2][t] * in;
      sum->inside[3][t] += a[I + t] * e->inside[3][t] * end;
    }
  }
}

static int grow(sluice_learner *l, size_t count, size_t rows) {
  if (count + rows <= l->room) return 1;
  l->room = 2 * (count + rows);
  free(l->floats);
  free(l->kept);
  free(l->kept_ends);
  l->floats = malloc(l->room * sizeof(float) * (9 * ROOM / 8 + HIDDEN));
  l->kept = malloc(l->room * sizeof(uint32_t));
  l->kept_ends = malloc(l->room * sizeof(uint32_t));
  return l->floats && l->kept && l->kept_ends;
}

static const float *vector_at(const sluice_learner *l, const int32_t *vectors, size_t count, size_t at, int slot) {
  ptrdiff_t other = (ptrdiff_t)at + slot - SLOTS / 2;
  if (other < 0 || (size_t)other >= count || vectors[other] < 0) return NULL;
  return l->vectors + (size_t)vectors[other] * DIMENSIONS;
}

static void score(sluice_learner *l, const uint32_t *kept, const uint32_t *ends, const int32_t *vectors, size_t count,
                  float *scores, float *hidden) {
  size_t first = 0;
  for (size_t i = 0; i < count; i++) {
    float *restrict e = scores + i * ROOM, *restrict h = hidden + i * HIDDEN;
    memset(e, 0, ROOM * sizeof(float));
    for (size_t k = first; k < ends[i]; k++) {
      const float *restrict w = l->weights + (size_t)kept[k] * ROOM;
      for (int y = 0; y < ROOM; y++) e[y] += w[y];
    }
    first = ends[i];
    memcpy(h, l->network.bias, HIDDEN * sizeof(float));
    for (int s = 0; s < SLOTS; s++) {
      const float *x = vector_at(l, vectors, count, i, s);
      for (int d = 0; x && d < DIMENSIONS; d++) {
        const float *restrict input = l->network.input[s][d];
        for (int k = 0; k < HIDDEN; k++) h[k] += x[d] * input[k];
      }
    }
    float stay = 1 - l->settings.network_dropout;
    for (int k = 0; k < HIDDEN; k++) {
      h[k] = h[k] <= 0 || uniform(l) >= stay ? 0 : h[k] / stay;
      if (h[k] == 0) continue;
      const float *restrict output = l->network.output[k];
      for (int y = 0; y < ROOM; y++) e[y] += h[k] * output[y];
    }
  }
}

static void learn_network(sluice_learner *l, const int32_t *vectors, size_t count, size_t at, const float *hidden,
                          const float *gradient) {
  float back[HIDDEN], rate = l->settings.network_rate;
  float stay = 1 - l->settings.network_dropout;
  int any = 0;
  /* The network learns slowly, so tokens that are right teach it nothing. */
  for (int y = 0; y < TAGS; y++) any |= fabsf(gradient[y]) >= 2e-2f;
  if (!any) return;
  for (int k = 0; k < HIDDEN; k++) {
    back[k] = 0;
    if (hidden[k] == 0) continue;
    float sum = 0;
    for (int y = 0; y < TAGS; y++) {
      if (fabsf(gradient[y]) < 1e-3f) continue;
      sum += gradient[y] * l->network.output[k][y];
      adagrad(&l->network.output[k][y], &l->network_squares.output[k][y], gradient[y] * hidden[k], rate);
    }
    back[k] = sum / stay;
    adagrad(&l->network.bias[k], &l->network_squares.bias[k], back[k], rate);
  }
  for (int s = 0; s < SLOTS; s++) {
    const float *x = vector_at(l, vectors, count, at, s);
    for (int d = 0; x && d < DIMENSIONS; d++) {
      float *restrict input = l->network.input[s][d], *restrict squares = l->network_squares.input[s][d];
      for (int k = 0; k < HIDDEN; k++) {
        float g = back[k] * x[d];
        squares[k] += g * g;
        input[k] += rate * g / (sqrtf(squares[k]) + DAMPING);
      }
    }
  }
}

SLUICE_CLONES double sluice_learner_learn(sluice_learner *l, const uint32_t *rows, const uint32_t *row_ends, const int32_t *vectors,
                            const uint64_t *allowed, size_t count, float weight) {
  if (count == 0 || !grow(l, count * 8, row_ends[count - 1])) return 0;
  float *scores = l->floats, *local = scores + count * ROOM, *alpha = local + count * ROOM, *beta = alpha + count * ROOM;
  float *want = beta + count * ROOM, *scale = want + count * ROOM, *hidden = scale + count;
  size_t first = 0, kept = 0;
  for (size_t i = 0; i < count; i++) {
    for (size_t k = first; k < row_ends[i]; k++)
      if (k == first || uniform(l) >= l->settings.dropout) l->kept[kept++] = rows[k] & (uint32_t)(l->row_count - 1);
    first = row_ends[i];
    l->kept_ends[i] = (uint32_t)kept;
  }
  score(l, l->kept, l->kept_ends, vectors, count, scores, hidden);
  sluice_tag_moves_exp(&l->moves, &l->exponentials);
  memset(&l->want, 0, sizeof l->want);
  memset(&l->have, 0, sizeof l->have);
  double loss = -sluice_tag_sum(&l->exponentials, scores, allowed, count, local, alpha, beta, scale);
  count_moves(&l->exponentials, local, alpha, beta, scale, count, &l->want);
  for (size_t k = 0; k < count * ROOM; k++) want[k] = alpha[k] * beta[k];
  loss += sluice_tag_sum(&l->exponentials, scores, NULL, count, local, alpha, beta, scale);
  count_moves(&l->exponentials, local, alpha, beta, scale, count, &l->have);
  first = 0;
  for (size_t i = 0; i < count; i++) {
    float gradient[ROOM];
    for (int y = 0; y < ROOM; y++) gradient[y] = (want[i * ROOM + y] - alpha[i * ROOM + y] * beta[i * ROOM + y]) * weight;
    for (int y = 0; y < TAGS; y++) {
      if (fabsf(gradient[y]) < 3e-4f) continue;
      for (size_t k = first; k < l->kept_ends[i]; k++) {
        size_t at = (size_t)l->kept[k] * ROOM + (size_t)y;
        adagrad(&l->weights[at], &l->squares[at], gradient[y], l->settings.rate);
      }
    }
    first = l->kept_ends[i];
    learn_network(l, vectors, count, i, hidden + i * HIDDEN, gradient);
  }
  float *value = (float *)&l->moves, *squares = (float *)&l->move_squares;
  const float *w = (const float *)&l->want, *h = (const float *)&l->have;
  for (size_t k = 0; k < sizeof l->moves / sizeof(float); k++) {
    float g = (w[k] - h[k]) * weight;
    if (fabsf(g) >= 1e-5f) adagrad(&value[k], &squares[k], g, l->settings.rate);
  }
  return loss;
}

const float *sluice_learner_row(const sluice_learner *l, size_t row) { return l->weights + row * ROOM; }
const sluice_tag_moves *sluice_learner_moves(const sluice_learner *l) { return &l->moves; }
const sluice_tag_network *sluice_learner_network(const sluice_learner *l) { return &l->network; }
