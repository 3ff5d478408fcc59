#ifndef C_SLUICE_WORDS_H
#define C_SLUICE_WORDS_H

#include <stddef.h>
#include <stdint.h>

/// What stands between a word and the next: see `PageWords.Gap`.
enum {
  SLUICE_GAP_COMMA = 1 << 0,
  SLUICE_GAP_DASH = 1 << 1,
  SLUICE_GAP_ELLIPSIS = 1 << 2,
  SLUICE_GAP_END = 1 << 3,
  SLUICE_GAP_LINE_BREAK = 1 << 4,
  SLUICE_GAP_OTHER = 1 << 5,
  SLUICE_GAP_CUTOFF = 1 << 6,
  SLUICE_GAP_SPACE = 1 << 7,
};

/// What the letters of a word say: see `WordTraits`.
enum {
  SLUICE_TRAIT_DIGIT = 1 << 0,
  SLUICE_TRAIT_JOINED = 1 << 1,
};

/// Room for words, as a struct of arrays.
typedef struct {
  int32_t *starts;
  int32_t *ends;
  uint64_t *hashes;
  /// One byte a word.
  void *gaps;
  /// Two bytes a word.
  void *traits;
  /// Numbers of the words whose hashes have a bit in the filter.
  int32_t *listed;
  size_t count;
  size_t listed_count;
} sluice_word_rows;

/// No fewer than the words that start in `start ..< end`.
size_t sluice_most_words(const uint8_t *bytes, size_t start, size_t end);

/// Adds the words of `start ..< end`, one of which begins at `start`, but no more than `most`; there must be room for
/// as many.
///
/// `filter` has 8,192 bits, by the upper bits of a product of the hash: see `WordTable`.
///
/// Returns the offset of the next word, or `end`.
size_t sluice_scan_words(const uint8_t *bytes, size_t start, size_t end, size_t most, const uint64_t *filter,
                         sluice_word_rows *rows);

/// What stands from an offset to the next word, to whose start the offset moves, or to `end`.
uint8_t sluice_word_gap(const uint8_t *bytes, size_t *offset, size_t end);

/// The hash of `start ..< end`, the same for any case of ASCII letters; `limit` is where the memory ends.
uint64_t sluice_word_hash(const uint8_t *bytes, size_t start, size_t end, size_t limit);

/// How much `start ..< end` says: runs of letters and apostrophes with a letter, lines that are not empty, and question
/// marks.
typedef struct {
  size_t words;
  size_t lines;
  size_t questions;
} sluice_talk_counts;

sluice_talk_counts sluice_count_talk(const uint8_t *bytes, size_t start, size_t end);

#endif
