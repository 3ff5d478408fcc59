#include "CSluiceTagger.h"

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

enum { ROOM = SLUICE_TAG_ROOM, OPEN = SLUICE_OPEN, OPEN_ROOM = SLUICE_OPEN_ROOM, TYPES = SLUICE_TYPES };
enum { HIDDEN = SLUICE_HIDDEN, SLOTS = SLUICE_SLOTS, DIMENSIONS = SLUICE_DIMENSIONS };
enum { S = SLUICE_TAG_S, B = SLUICE_TAG_B, E = SLUICE_TAG_E, I = SLUICE_TAG_I };
enum { BI, BE, II, IE };

/* Exponential of values that are not positive, to 2e-7 of the value: 2^x by a polynomial, so that loops over it are vectorised. */
static inline float exponential(float x) {
  x = x < -80 ? -80 : x;
  float t = x * 1.44269504f + 127.0f;
  int32_t whole = (int32_t)t;
  float f = t - (float)whole;
  float p = 1.0f + f * (0.69314718f + f * (0.24022651f + f * (0.05550411f + f * (0.00961813f + f * (0.00133336f + f * 0.00015469f)))));
  int32_t bits = whole << 23;
  float power;
  memcpy(&power, &bits, sizeof power);
  return power * p;
}

/* ---- scores ---- */

enum { CACHE_SLOTS = 2048 };

struct sluice_tag_cache {
  int32_t words[CACHE_SLOTS];
  float layers[CACHE_SLOTS][SLOTS][HIDDEN];
};

sluice_tag_cache *sluice_tag_cache_make(void) {
  sluice_tag_cache *cache = malloc(sizeof *cache);
  if (cache) memset(cache->words, 0xFF, sizeof cache->words);
  return cache;
}

void sluice_tag_cache_free(sluice_tag_cache *cache) { free(cache); }

static inline __attribute__((always_inline)) const float (*layer_of(const sluice_tagger *tagger, sluice_tag_cache *cache, int32_t word))[HIDDEN] {
  uint32_t slot = (uint32_t)word % CACHE_SLOTS;
  float(*layer)[HIDDEN] = cache->layers[slot];
  if (cache->words[slot] == word) return (const float(*)[HIDDEN])layer;
  cache->words[slot] = word;
  const int8_t *restrict vector = tagger->vectors + (size_t)word * DIMENSIONS;
  memset(layer, 0, sizeof cache->layers[slot]);
  for (int s = 0; s < SLOTS; s++) {
    float *restrict sum = layer[s];
    for (int d = 0; d < DIMENSIONS; d++) {
      const float *restrict input = tagger->network->input[s][d];
      float x = (float)vector[d] * tagger->vector_scale[d];
      for (int k = 0; k < HIDDEN; k++) sum[k] += x * input[k];
    }
  }
  return (const float(*)[HIDDEN])layer;
}

static inline __attribute__((always_inline)) void add_network(const sluice_tagger *tagger, sluice_tag_cache *cache, const int32_t *vectors, size_t count,
                        size_t at, float *restrict scores) {
  float hidden[HIDDEN];
  memcpy(hidden, tagger->network->bias, sizeof hidden);
  for (int s = 0; s < SLOTS; s++) {
    ptrdiff_t other = (ptrdiff_t)at + s - SLOTS / 2;
    if (other < 0 || (size_t)other >= count || vectors[other] < 0) continue;
    const float *restrict layer = layer_of(tagger, cache, vectors[other])[s];
    for (int k = 0; k < HIDDEN; k++) hidden[k] += layer[k];
  }
  for (int k = 0; k < HIDDEN; k++) {
    if (hidden[k] <= 0) continue;
    const float *restrict output = tagger->network->output[k];
    float h = hidden[k];
    for (int y = 0; y < ROOM; y++) scores[y] += h * output[y];
  }
}

/* Places in the table are asked for long before they are read, so that look-ups wait for memory side by side. */
enum { SUMS = 128, RING = 64, BLOCK_AHEAD = 48, OFFSET_AHEAD = 32, WEIGHT_AHEAD = 16 };

typedef struct {
  const sluice_tagger *tagger;
  const uint32_t *rows;
  size_t count;
  /* Rows by their place in the stream: number of the row, then its weights. */
  uint32_t numbers[RING];
  const sluice_row_weight *starts[RING], *ends[RING];
} row_stream;

static inline const sluice_row_block *block_of(const row_stream *stream, size_t at) {
  return stream->tagger->blocks + (stream->rows[at] >> 6 & stream->tagger->block_mask);
}

static inline void ask_block(row_stream *stream, size_t at) {
  if (at < stream->count) __builtin_prefetch(block_of(stream, at));
}

static inline void ask_offset(row_stream *stream, size_t at) {
  if (at >= stream->count) return;
  const sluice_row_block *block = block_of(stream, at);
  uint64_t bit = (uint64_t)1 << (stream->rows[at] & 63);
  uint32_t number = UINT32_MAX;
  if (block->present & bit) {
    number = block->rank + (uint32_t)__builtin_popcountll(block->present & (bit - 1));
    __builtin_prefetch(stream->tagger->row_offsets + number);
  }
  stream->numbers[at % RING] = number;
}

static inline void ask_weights(row_stream *stream, size_t at) {
  if (at >= stream->count) return;
  uint32_t number = stream->numbers[at % RING];
  if (number == UINT32_MAX) {
    stream->starts[at % RING] = stream->ends[at % RING] = NULL;
    return;
  }
  const sluice_row_block *block = block_of(stream, at);
  const sluice_row_weight *base = stream->tagger->weights + block->base, *start = base + stream->tagger->row_offsets[number];
  /* A row ends where the next begins, the last of a block where the next block does. */
  int is_last = (block->present >> (stream->rows[at] & 63)) >> 1 == 0;
  stream->starts[at % RING] = start;
  stream->ends[at % RING] =
    is_last ? stream->tagger->weights + block[1].base : base + stream->tagger->row_offsets[number + 1];
  __builtin_prefetch(start);
}

CLONES void sluice_tag_score(const sluice_tagger *tagger, sluice_tag_cache *cache, const uint32_t *rows,
                             const uint32_t *row_ends, const int32_t *vectors, size_t count, float *scores) {
  if (count == 0) return;
  row_stream stream = {.tagger = tagger, .rows = rows, .count = row_ends[count - 1]};
  for (size_t k = 0; k < BLOCK_AHEAD; k++) ask_block(&stream, k);
  for (size_t k = 0; k < OFFSET_AHEAD; k++) ask_offset(&stream, k);
  for (size_t k = 0; k < WEIGHT_AHEAD; k++) ask_weights(&stream, k);
  size_t k = 0;
  for (size_t i = 0; i < count; i++) {
    /* Sums by turns, so that a tag that many rows have does not wait for itself. */
    int32_t sums[4][SUMS] = {{0}};
    for (; k < row_ends[i]; k++) {
      ask_block(&stream, k + BLOCK_AHEAD);
      ask_offset(&stream, k + OFFSET_AHEAD);
      ask_weights(&stream, k + WEIGHT_AHEAD);
      const sluice_row_weight *restrict weight = stream.starts[k % RING], *end = stream.ends[k % RING];
      int32_t *restrict sum = sums[k & 3];
      for (; weight < end; weight++) sum[weight->tag & (SUMS - 1)] += weight->weight;
    }
    float *out = scores + i * ROOM;
    for (int y = 0; y < ROOM; y++) out[y] = (float)(sums[0][y] + sums[1][y] + sums[2][y] + sums[3][y]) * tagger->weight_scale;
    if (cache) add_network(tagger, cache, vectors, count, i, out);
  }
}

/* ---- the best sequence ---- */

static inline __attribute__((always_inline)) void keep_better(float *restrict to, int32_t *restrict back, const float *restrict move, float base, int32_t from) {
  for (int y = 0; y < OPEN_ROOM; y++) {
    float value = base + move[y];
    int better = value > to[y];
    to[y] = better ? value : to[y];
    back[y] = better ? from : back[y];
  }
}

/* Tags that end a name or stand outside: O, S and E. */
static inline int closed_tag(int source) { return source < B ? source : source - B + E; }

/* No move is worth more than this over another to the same tag. */
static float reach(const sluice_tag_moves *moves) {
  float lowest[OPEN_ROOM], highest[OPEN_ROOM], most = 0;
  memcpy(lowest, moves->closed[0], sizeof lowest);
  memcpy(highest, moves->closed[0], sizeof highest);
  for (int x = 1; x < OPEN; x++)
    for (int y = 0; y < OPEN_ROOM; y++) {
      float move = moves->closed[x][y];
      lowest[y] = move < lowest[y] ? move : lowest[y];
      highest[y] = move > highest[y] ? move : highest[y];
    }
  for (int y = 0; y < OPEN; y++) most = highest[y] - lowest[y] > most ? highest[y] - lowest[y] : most;
  return most + 0.001f;
}

CLONES void sluice_tag_decode(const sluice_tag_moves *moves, const float *scores, size_t count, uint8_t *back,
                              uint8_t *tags) {
  if (count == 0) return;
  float far = reach(moves);
  float now[ROOM], next[ROOM];
  int32_t from[OPEN_ROOM];
  memcpy(now, scores, sizeof now);
  for (int t = 0; t < TYPES; t++) now[E + t] = now[I + t] = -1e9f;
  for (size_t i = 1; i < count; i++) {
    const float *score = scores + i * ROOM;
    uint8_t *b = back + i * ROOM;
    float top = -1e30f;
    for (int x = 0; x < OPEN; x++) top = now[closed_tag(x)] > top ? now[closed_tag(x)] : top;
    for (int y = 0; y < OPEN_ROOM; y++) next[y] = -1e18f, from[y] = 0;
    for (int x = 0; x < OPEN; x++) {
      int tag = closed_tag(x);
      /* A tag so far behind the best leads nowhere better. */
      if (now[tag] < top - far) continue;
      keep_better(next, from, moves->closed[x], now[tag], tag);
    }
    for (int y = 0; y < OPEN; y++) {
      next[y] += score[y];
      b[y] = (uint8_t)from[y];
    }
    float *restrict ends = next + E, *restrict insides = next + I;
    for (int t = 0; t < TYPES; t++) {
      float be = now[B + t] + moves->inside[BE][t], ie = now[I + t] + moves->inside[IE][t];
      float bi = now[B + t] + moves->inside[BI][t], ii = now[I + t] + moves->inside[II][t];
      ends[t] = (be >= ie ? be : ie) + score[E + t];
      insides[t] = (bi >= ii ? bi : ii) + score[I + t];
      b[E + t] = (uint8_t)(be >= ie ? B + t : I + t);
      b[I + t] = (uint8_t)(bi >= ii ? B + t : I + t);
    }
    memcpy(now, next, sizeof(float) * SLUICE_TAGS);
  }
  int best = 0;
  for (int x = 0; x < OPEN; x++)
    if (now[closed_tag(x)] > now[best]) best = closed_tag(x);
  for (size_t i = count; i-- > 0;) {
    tags[i] = (uint8_t)best;
    if (i > 0) best = back[i * ROOM + (size_t)best];
  }
}

/* ---- sums over all sequences ---- */

void sluice_tag_moves_exp(const sluice_tag_moves *moves, sluice_tag_moves *result) {
  const float *from = (const float *)moves;
  float *to = (float *)result;
  for (size_t k = 0; k < sizeof *moves / sizeof(float); k++) to[k] = expf(from[k]);
}

static inline __attribute__((always_inline)) void exponentials(const float *restrict score, const uint64_t *allowed, float *restrict local, double *log_sum) {
  float masked[ROOM];
  for (int y = 0; y < ROOM; y++) masked[y] = y < SLUICE_TAGS ? score[y] : -1e30f;
  if (allowed)
    for (int y = 0; y < SLUICE_TAGS; y++)
      if (!(allowed[y >> 6] >> (y & 63) & 1)) masked[y] = -1e30f;
  float top = -1e30f;
  for (int y = 0; y < SLUICE_TAGS; y++) top = masked[y] > top ? masked[y] : top;
  for (int y = 0; y < ROOM; y++) local[y] = masked[y] <= -1e29f ? 0 : exponential(masked[y] - top);
  *log_sum += top;
}

CLONES double sluice_tag_sum(const sluice_tag_moves *moves, const float *scores, const uint64_t *allowed, size_t count,
                             float *local, float *alpha, float *beta, float *scale) {
  double log_sum = 0;
  if (count == 0) return 0;
  for (size_t i = 0; i < count; i++) {
    float *l = local + i * ROOM, *restrict a = alpha + i * ROOM;
    exponentials(scores + i * ROOM, allowed ? allowed + 2 * i : NULL, l, &log_sum);
    memset(a, 0, ROOM * sizeof(float));
    if (i == 0) {
      for (int y = 0; y < OPEN; y++) a[y] = l[y];
    } else {
      const float *before = a - ROOM;
      float sum[OPEN_ROOM] = {0};
      for (int x = 0; x < OPEN; x++) {
        float p = before[closed_tag(x)];
        if (p < 1e-7f) continue;
        const float *restrict move = moves->closed[x];
        for (int y = 0; y < OPEN_ROOM; y++) sum[y] += p * move[y];
      }
      for (int y = 0; y < OPEN; y++) a[y] = sum[y] * l[y];
      for (int t = 0; t < TYPES; t++) {
        a[E + t] = (before[B + t] * moves->inside[BE][t] + before[I + t] * moves->inside[IE][t]) * l[E + t];
        a[I + t] = (before[B + t] * moves->inside[BI][t] + before[I + t] * moves->inside[II][t]) * l[I + t];
      }
    }
    if (i + 1 == count)
      for (int t = 0; t < TYPES; t++) a[B + t] = a[I + t] = 0;
    float total = 0;
    for (int y = 0; y < ROOM; y++) total += a[y];
    if (!(total > 1e-30f)) total = 1e-30f;
    scale[i] = total;
    log_sum += log((double)total);
    for (int y = 0; y < ROOM; y++) a[y] /= total;
  }
  float *last = beta + (count - 1) * ROOM;
  for (int y = 0; y < ROOM; y++) last[y] = y < B || (y >= E && y < I) ? 1.0f : 0.0f;
  for (size_t i = count - 1; i-- > 0;) {
    const float *after = beta + (i + 1) * ROOM, *l = local + (i + 1) * ROOM;
    float *b = beta + i * ROOM;
    float open[OPEN_ROOM] = {0}, by = 1 / scale[i + 1];
    memset(b, 0, ROOM * sizeof(float));
    for (int y = 0; y < OPEN; y++) open[y] = after[y] * l[y] * by;
    for (int x = 0; x < OPEN; x++) {
      /* Sources that nothing leads to need no value. */
      if (alpha[i * ROOM + (size_t)closed_tag(x)] < 1e-7f) continue;
      const float *restrict move = moves->closed[x];
      float sums[8] = {0}, sum = 0;
      for (int y = 0; y < OPEN_ROOM; y += 8)
        for (int k = 0; k < 8; k++) sums[k] += move[y + k] * open[y + k];
      for (int k = 0; k < 8; k++) sum += sums[k];
      b[closed_tag(x)] = sum;
    }
    for (int t = 0; t < TYPES; t++) {
      float e = after[E + t] * l[E + t] * by, in = after[I + t] * l[I + t] * by;
      b[B + t] = e * moves->inside[BE][t] + in * moves->inside[BI][t];
      b[I + t] = e * moves->inside[IE][t] + in * moves->inside[II][t];
    }
  }
  return log_sum;
}

float sluice_tag_span(const sluice_tag_moves *moves, const float *local, const float *alpha, const float *beta,
                      const float *scale, size_t first, size_t last, int type) {
  if (first == last) return alpha[first * ROOM + S + (size_t)type] * beta[first * ROOM + S + (size_t)type];
  float p = alpha[first * ROOM + B + (size_t)type];
  for (size_t i = first + 1; i <= last; i++) {
    int inner = i < last;
    float move = moves->inside[i == first + 1 ? (inner ? BI : BE) : (inner ? II : IE)][type];
    p *= move * local[i * ROOM + (size_t)(inner ? I : E) + (size_t)type] / scale[i];
  }
  return p * beta[last * ROOM + E + (size_t)type];
}
