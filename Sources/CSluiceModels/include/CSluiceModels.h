#ifndef C_SLUICE_MODELS_H
#define C_SLUICE_MODELS_H

#include <stddef.h>
#include <stdint.h>

#include "CSluiceScan.h"

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

extern const uint8_t sluice_parse_blocks_start[];
extern const uint8_t sluice_parse_blocks_end[];

/// The model of parse.html: see Models.md.
static inline sluice_table sluice_parse_blocks(void) {
  return (sluice_table){sluice_parse_blocks_start, (size_t)(sluice_parse_blocks_end - sluice_parse_blocks_start)};
}

/// The words of a language that split.sentences knows, by its ISO 639-1 code; no bytes for others.
sluice_table sluice_language(const char *code);

#endif
