#ifndef C_SLUICE_MODELS_H
#define C_SLUICE_MODELS_H

#include <stddef.h>
#include <stdint.h>

#include "CSluiceBytes.h"
#include "CSluiceForest.h"
#include "CSluiceScan.h"
#include "CSluiceTagger.h"
#include "CSluiceSequence.h"
#include "CSluiceWords.h"

/// A table that is linked in: bytes that live as long as the program.
typedef struct {
  const uint8_t *bytes;
  size_t count;
} sluice_table;

extern const uint8_t sluice_split_english_start[];
extern const uint8_t sluice_split_english_end[];

/// The table of split.sentences for English: see Models.md.
static inline sluice_table sluice_split_english(void) {
  return (sluice_table){sluice_split_english_start, (size_t)(sluice_split_english_end - sluice_split_english_start)};
}

extern const uint8_t sluice_language_detection_start[];
extern const uint8_t sluice_language_detection_end[];

/// The table of SluiceLanguage: see Models.md.
static inline sluice_table sluice_language_detection(void) {
  return (sluice_table){sluice_language_detection_start, (size_t)(sluice_language_detection_end - sluice_language_detection_start)};
}

extern const uint8_t sluice_parse_blocks_start[];
extern const uint8_t sluice_parse_blocks_end[];

/// The model of parse.html: see Models.md.
static inline sluice_table sluice_parse_blocks(void) {
  return (sluice_table){sluice_parse_blocks_start, (size_t)(sluice_parse_blocks_end - sluice_parse_blocks_start)};
}

extern const uint8_t sluice_clean_restarts_start[];
extern const uint8_t sluice_clean_restarts_end[];

/// The table of clean.transcript for what speakers take back: see Models.md.
static inline sluice_table sluice_clean_restarts(void) {
  return (sluice_table){sluice_clean_restarts_start, (size_t)(sluice_clean_restarts_end - sluice_clean_restarts_start)};
}

extern const uint8_t sluice_clean_words_start[];
extern const uint8_t sluice_clean_words_end[];

/// The English words that clean.transcript knows, as hashes: see Models.md.
static inline sluice_table sluice_clean_words(void) {
  return (sluice_table){sluice_clean_words_start, (size_t)(sluice_clean_words_end - sluice_clean_words_start)};
}

extern const uint8_t sluice_clean_punctuation_start[];
extern const uint8_t sluice_clean_punctuation_end[];

/// The table of clean.punctuation: see Models.md.
static inline sluice_table sluice_clean_punctuation(void) {
  return (sluice_table){sluice_clean_punctuation_start, (size_t)(sluice_clean_punctuation_end - sluice_clean_punctuation_start)};
}

extern const uint8_t sluice_tag_english_start[];
extern const uint8_t sluice_tag_english_end[];
/// FNV-1a of the table.
extern const uint64_t sluice_tag_english_hash;

/// The table of tag.entities for English: see Models.md.
static inline sluice_table sluice_tag_english(void) {
  return (sluice_table){sluice_tag_english_start, (size_t)(sluice_tag_english_end - sluice_tag_english_start)};
}

/// The words of a language that split.sentences knows, by its ISO 639-1 code; no bytes for others.
sluice_table sluice_language(const char *code);

#endif
