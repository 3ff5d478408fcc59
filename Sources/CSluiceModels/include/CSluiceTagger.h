#ifndef C_SLUICE_TAGGER_H
#define C_SLUICE_TAGGER_H

#include "CSluiceClones.h"

#include <stddef.h>
#include <stdint.h>

/* A linear chain of tags: O, then S, B, E and I of each of 18 types, in this order. */
enum {
  SLUICE_TYPES = 18,
  SLUICE_TAG_S = 1,
  SLUICE_TAG_B = 19,
  SLUICE_TAG_E = 37,
  SLUICE_TAG_I = 55,
  SLUICE_TAGS = 73,
  /* Room for the scores of a token, a multiple of the widest vector. */
  SLUICE_TAG_ROOM = 80,
  /* O, S and B: what may follow O, S and E. */
  SLUICE_FULL_ROW = SLUICE_TAG_ROOM / 2,
  SLUICE_OPEN = 37,
  SLUICE_OPEN_ROOM = 40,
  SLUICE_TYPE_ROOM = 20,
  SLUICE_HIDDEN = 64,
  SLUICE_SLOTS = 5,
  /* Distances at which a word has features: three tokens to either side. */
  SLUICE_SIDES = 7,
  SLUICE_DIMENSIONS = 50,
};

/// Scores of two tags in a row. Sources are O, S…, E… (37), targets O, S…, B… (37 of 40).
typedef struct {
  float closed[SLUICE_OPEN][SLUICE_OPEN_ROOM];
  /// B to I, B to E, I to I, I to E, of each type.
  float inside[4][SLUICE_TYPE_ROOM];
} sluice_tag_moves;

/// The small network over the vectors of a token and its neighbours.
typedef struct {
  float input[SLUICE_SLOTS][SLUICE_DIMENSIONS][SLUICE_HIDDEN];
  float bias[SLUICE_HIDDEN];
  float output[SLUICE_HIDDEN][SLUICE_TAG_ROOM];
} sluice_tag_network;

/// 64 hashed rows: which are there, how many stand before them, and where the first of their weights is.
typedef struct {
  uint64_t present;
  uint32_t rank;
  uint32_t base;
} sluice_row_block;

/// One weight of a row: a tag and an integer of eight bits. A row with weights for many tags is written in full instead: as
/// SLUICE_TAG_ROOM integers, one for each tag, in the room of SLUICE_FULL_ROW weights, which no other row takes.
typedef struct {
  uint8_t tag;
  int8_t weight;
} sluice_row_weight;

/// A trained tagger: pointers into a table that outlives it.
typedef struct {
  const sluice_tag_moves *moves;
  const sluice_tag_network *network;
  /// Of the int8 values of the vectors.
  const float *vector_scale;
  const int8_t *vectors;
  uint32_t vector_count;
  /// One more than the mask says, for where the last weights end.
  const sluice_row_block *blocks;
  uint32_t block_mask;
  /// Places of the weights of each row behind the base of its block.
  const uint16_t *row_offsets;
  const sluice_row_weight *weights;
  float weight_scale;
} sluice_tagger;

/// What the words seen last add to the scores of the tokens around them, by their types.
typedef struct sluice_tag_cache sluice_tag_cache;

/// Null without memory.
sluice_tag_cache *sluice_tag_cache_make(void);
void sluice_tag_cache_free(sluice_tag_cache *cache);

int sluice_tag_cache_has(const sluice_tag_cache *cache, uint64_t type);

/// Takes in a word: the row of its vector (-1 when it has none) and its hashed features.
///
/// Those for tokens at distance d end at `row_ends[d + 3]`, where the token that they are for stands d tokens before the word.
void sluice_tag_cache_put(const sluice_tagger *tagger, sluice_tag_cache *cache, uint64_t type, int32_t vector,
                          const uint32_t *rows, const uint32_t *row_ends);

/// Begins a sentence: SLUICE_TAG_ROOM sums and SLUICE_HIDDEN units for each token.
void sluice_tag_begin(const sluice_tagger *tagger, size_t count, int16_t *sums, float *hidden);

/// Adds a word that the cache has, to the tokens around its place. Words must be added in their order.
void sluice_tag_add(const sluice_tag_cache *cache, uint64_t type, size_t at, size_t count, int16_t *sums, float *hidden);

/// Scores the tags of tokens, after all words of the sentence have been added.
///
/// `rows` holds the hashed features of all tokens that are not of a word alone; those of token i are
/// `row_ends[i - 1]..<row_ends[i]`. `scores` has SLUICE_TAG_ROOM places for a token.
void sluice_tag_score(const sluice_tagger *tagger, const uint32_t *rows, const uint32_t *row_ends, size_t count,
                      int16_t *sums, const float *hidden, float *scores);

/// The best legal sequence of tags; `back` has SLUICE_TAG_ROOM bytes for a token.
void sluice_tag_decode(const sluice_tag_moves *moves, const float *scores, size_t count, uint8_t *back,
                       uint8_t *tags);

/// Sums over all legal sequences, or over those of allowed tags only.
///
/// `allowed` holds two words of bits for a token, or is null. `alpha`, `beta` and `local` have SLUICE_TAG_ROOM places
/// for a token, `scale` has one. Afterwards `alpha * beta` is the probability of a tag, and `local` holds the
/// exponential of each score. Returns the logarithm of the sum.
double sluice_tag_sum(const sluice_tag_moves *moves, const float *scores, const uint64_t *allowed, size_t count,
                      float *local, float *alpha, float *beta, float *scale);

/// The exponentials of the moves, as `sluice_tag_sum` and `sluice_tag_span` take them.
void sluice_tag_moves_exp(const sluice_tag_moves *moves, sluice_tag_moves *result);

/// The probability that the tokens first...last are one entity of a type, after `sluice_tag_sum`.
float sluice_tag_span(const sluice_tag_moves *moves, const float *local, const float *alpha, const float *beta,
                      const float *scale, size_t first, size_t last, int type);

#endif
