#include "CSluiceTagger.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#pragma STDC FP_CONTRACT OFF

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

enum { SIDES = SLUICE_SIDES, CACHE_SLOTS = 4096 };

/* What a word adds to the tokens at each distance: sums of its rows, and its share of the first layer. */
typedef struct {
  int16_t sums[SIDES][ROOM];
  float layers[SLOTS][HIDDEN];
} word_effect;

struct sluice_tag_cache {
  uint64_t types[CACHE_SLOTS];
  int32_t vectors[CACHE_SLOTS];
  word_effect effects[CACHE_SLOTS];
};

sluice_tag_cache *sluice_tag_cache_make(void) {
  sluice_tag_cache *cache = malloc(sizeof *cache);
  if (cache) memset(cache->types, 0, sizeof cache->types);
  return cache;
}

void sluice_tag_cache_free(sluice_tag_cache *cache) { free(cache); }

static inline size_t slot_of(uint64_t type) { return (type ^ type >> 32) % CACHE_SLOTS; }

int sluice_tag_cache_has(const sluice_tag_cache *cache, uint64_t type) {
  return cache->types[slot_of(type)] == type;
}

/* Places in the table are asked for long before they are read, so that look-ups wait for memory side by side. */
enum { SUMS = 128, RING = 64, BLOCK_AHEAD = 48, OFFSET_AHEAD = 32, WEIGHT_AHEAD = 16 };

typedef int8_t bytes16 __attribute__((vector_size(16)));
typedef int16_t words16 __attribute__((vector_size(32)));
typedef float floats8 __attribute__((vector_size(32)));
enum { WORDS = ROOM / 16, FLOATS = ROOM / 8, UNITS = HIDDEN / 8 };

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
  if (stream->ends[at % RING] - start == SLUICE_FULL_ROW) __builtin_prefetch((const char *)start + 64);
}

static inline void open_stream(row_stream *stream, const sluice_tagger *tagger, const uint32_t *rows, size_t count) {
  stream->tagger = tagger;
  stream->rows = rows;
  stream->count = count;
  for (size_t k = 0; k < BLOCK_AHEAD; k++) ask_block(stream, k);
  for (size_t k = 0; k < OFFSET_AHEAD; k++) ask_offset(stream, k);
  for (size_t k = 0; k < WEIGHT_AHEAD; k++) ask_weights(stream, k);
}

/* Adds the weights of the rows first..<end; no sum of rows of one token leaves 16 bits. */
static inline __attribute__((always_inline)) void add_rows(row_stream *stream, size_t first, size_t end, int16_t *restrict out) {
  /* Sums by turns, so that a tag that many rows have does not wait for itself. */
  int16_t sums[2][SUMS] = {{0}};
  words16 full[WORDS];
  memcpy(full, out, sizeof full);
  for (size_t k = first; k < end; k++) {
    ask_block(stream, k + BLOCK_AHEAD);
    ask_offset(stream, k + OFFSET_AHEAD);
    ask_weights(stream, k + WEIGHT_AHEAD);
    const sluice_row_weight *restrict weight = stream->starts[k % RING], *last = stream->ends[k % RING];
    if (last - weight == SLUICE_FULL_ROW) {
      for (int w = 0; w < WORDS; w++) {
        bytes16 values;
        memcpy(&values, (const char *)weight + w * sizeof values, sizeof values);
        full[w] += __builtin_convertvector(values, words16);
      }
      continue;
    }
    int16_t *restrict sum = sums[k & 1];
    for (; weight < last; weight++) sum[weight->tag & (SUMS - 1)] += weight->weight;
  }
  for (int w = 0; w < WORDS; w++) {
    words16 even, odd;
    memcpy(&even, sums[0] + w * 16, sizeof even);
    memcpy(&odd, sums[1] + w * 16, sizeof odd);
    full[w] += even + odd;
  }
  memcpy(out, full, sizeof full);
}

/* What the vector of a word adds to the first layer at one slot. */
static inline __attribute__((always_inline)) void first_layer(const sluice_tagger *tagger, const int8_t *values, int slot, float *out) {
  floats8 sums[UNITS] = {{0}};
  for (int d = 0; d < DIMENSIONS; d++) {
    const float *input = tagger->network->input[slot][d];
    float x = (float)values[d] * tagger->vector_scale[d];
    for (int u = 0; u < UNITS; u++) {
      floats8 weights;
      memcpy(&weights, input + u * 8, sizeof weights);
      sums[u] += x * weights;
    }
  }
  memcpy(out, sums, sizeof sums);
}

SLUICE_CLONES void sluice_tag_cache_put(const sluice_tagger *tagger, sluice_tag_cache *cache, uint64_t type, int32_t vector,
                                 const uint32_t *rows, const uint32_t *row_ends) {
  size_t slot = slot_of(type);
  word_effect *effect = &cache->effects[slot];
  cache->types[slot] = type;
  cache->vectors[slot] = vector;
  memset(effect->sums, 0, sizeof effect->sums);
  row_stream stream;
  open_stream(&stream, tagger, rows, row_ends[SIDES - 1]);
  for (int side = 0; side < SIDES; side++)
    add_rows(&stream, side > 0 ? row_ends[side - 1] : 0, row_ends[side], effect->sums[side]);
  if (vector < 0) return;
  for (int s = 0; s < SLOTS; s++)
    first_layer(tagger, tagger->vectors + (size_t)vector * DIMENSIONS, s, effect->layers[s]);
}

void sluice_tag_begin(const sluice_tagger *tagger, size_t count, int16_t *sums, float *hidden) {
  memset(sums, 0, count * ROOM * sizeof *sums);
  for (size_t i = 0; i < count; i++) memcpy(hidden + i * HIDDEN, tagger->network->bias, sizeof tagger->network->bias);
}

SLUICE_CLONES void sluice_tag_add(const sluice_tag_cache *cache, uint64_t type, size_t at, size_t count, int16_t *sums, float *hidden) {
  size_t slot = slot_of(type);
  const word_effect *effect = &cache->effects[slot];
  for (int side = 0; side < SIDES; side++) {
    size_t other = at + SIDES / 2 - (size_t)side;
    if (other >= count) continue;
    int16_t *restrict sum = sums + other * ROOM;
    const int16_t *restrict more = effect->sums[side];
    for (int y = 0; y < ROOM; y++) sum[y] += more[y];
  }
  if (cache->vectors[slot] < 0) return;
  for (int s = 0; s < SLOTS; s++) {
    size_t other = at + SLOTS / 2 - (size_t)s;
    if (other >= count) continue;
    float *restrict layer = hidden + other * HIDDEN;
    const float *restrict more = effect->layers[s];
    for (int k = 0; k < HIDDEN; k++) layer[k] += more[k];
  }
}

SLUICE_CLONES void sluice_tag_score(const sluice_tagger *tagger, const uint32_t *rows, const uint32_t *row_ends, size_t count,
                             int16_t *sums, const float *hidden, float *scores) {
  if (count == 0) return;
  row_stream stream;
  open_stream(&stream, tagger, rows, row_ends[count - 1]);
  for (size_t i = 0; i < count; i++) {
    int16_t *sum = sums + i * ROOM;
    add_rows(&stream, i > 0 ? row_ends[i - 1] : 0, row_ends[i], sum);
    float start[ROOM];
    for (int y = 0; y < ROOM; y++) start[y] = (float)sum[y] * tagger->weight_scale;
    floats8 score[FLOATS];
    memcpy(score, start, sizeof score);
    for (int k = 0; k < HIDDEN; k++) {
      float h = hidden[i * HIDDEN + k];
      if (h <= 0) continue;
      for (int f = 0; f < FLOATS; f++) {
        floats8 output;
        memcpy(&output, tagger->network->output[k] + f * 8, sizeof output);
        score[f] += h * output;
      }
    }
    memcpy(scores + i * ROOM, score, sizeof score);
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

SLUICE_CLONES void sluice_tag_decode(const sluice_tag_moves *moves, const float *scores, size_t count, uint8_t *back,
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

SLUICE_CLONES double sluice_tag_sum(const sluice_tag_moves *moves, const float *scores, const uint64_t *allowed, size_t count,
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
