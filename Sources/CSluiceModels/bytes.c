#include "CSluiceBytes.h"

#include <string.h>

typedef uint8_t block __attribute__((vector_size(16)));
typedef uint64_t pair __attribute__((vector_size(16)));

static inline block load(const uint8_t *bytes) {
  block b;
  memcpy(&b, bytes, 16);
  return b;
}

/* The number of the first byte that is set; 16 when none is. */
static inline size_t first(block hits) {
  pair words = (pair)hits;
  if (words[0]) return (size_t)__builtin_ctzll(words[0]) >> 3;
  if (words[1]) return 8 + ((size_t)__builtin_ctzll(words[1]) >> 3);
  return 16;
}

/* HIT(b, t) says what is looked for, of a block or of a byte. */
#define NEXT(HIT)                                      \
  for (; start + 16 <= end; start += 16) {             \
    block b = load(bytes + start);                     \
    size_t hit = first((block)(HIT(b, block)));        \
    if (hit < 16) return start + hit;                  \
  }                                                    \
  for (; start < end; start++) {                       \
    uint8_t b = bytes[start];                          \
    if (HIT(b, int)) return start;                     \
  }                                                    \
  return end;

#define WIDE(b, t) ((t)(b >= 0x80))
size_t sluice_next_wide(const uint8_t *bytes, size_t start, size_t end) { NEXT(WIDE) }

#define BRACKET(b, t) ((t)(b == 0x28) | (t)((b | 0x20) == 0x7B))
size_t sluice_next_bracket(const uint8_t *bytes, size_t start, size_t end) { NEXT(BRACKET) }

#define QUOTE(b, t) ((t)(b == '"') | (t)(b == 0xE2))
size_t sluice_next_quote(const uint8_t *bytes, size_t start, size_t end) { NEXT(QUOTE) }

size_t sluice_next_two_spaces(const uint8_t *bytes, size_t start, size_t end) {
  for (; start + 17 <= end; start += 16) {
    size_t hit = first((block)(load(bytes + start) == 0x20) & (block)(load(bytes + start + 1) == 0x20));
    if (hit < 16) return start + hit;
  }
  for (; start + 1 < end; start++)
    if (bytes[start] == 0x20 && bytes[start + 1] == 0x20) return start;
  return end;
}

#define SPACE(b, t)                                                                                             \
  ((t)(b <= 0x20) | (t)(b == 0x7F) | (t)(b == 0xC2) | (t)((b & 0xFD) == 0xE1) | (t)(b == 0xE2) | (t)(b == 0xEF))
#define SINGLE(b, t) ((t)(b == 0x20) | (t)(b == 0x0A))

size_t sluice_next_white_space(const uint8_t *bytes, size_t start, size_t end) {
  while (start < end) {
    /* The first byte of all has none before it. */
    if (start > 0 && start + 17 <= end) {
      block b = load(bytes + start), next = load(bytes + start + 1);
      block hits = SPACE(b, block) & ~(SINGLE(b, block) & ~(SPACE(next, block)));
      size_t hit = first(hits);
      if (hit < 16) return start + hit;
      start += 16;
      continue;
    }
    uint8_t b = bytes[start];
    if (SPACE(b, int)) {
      int single = SINGLE(b, int) && start > 0 && start + 1 < end;
      if (!single || SPACE(bytes[start + 1], int)) return start;
    }
    start++;
  }
  return end;
}
