#include "CSluiceScan.h"

#include <string.h>

typedef uint8_t block __attribute__((vector_size(16)));
typedef uint64_t pair __attribute__((vector_size(16)));

/* Lead bytes of characters that can end a sentence: general punctuation, CJK and full-width signs. */
#define COMMON(b, t) \
  (t)(b == '.') | (t)(b == '!') | (t)(b == '?') | (t)(b == ':') | (t)(b == '\n') | (t)(b == '"') \
    | (t)((b & 0xFE) == '(') | (t)(b == 0xE2) | (t)(b == 0xE3) | (t)(b == 0xEF)
/* Those of the Arabic and Indic marks, which lead letters as well. */
#define SCRIPTS(b, t) (t)(b == 0xD8) | (t)(b == 0xDB) | (t)(b == 0xE0)

static inline size_t scan(const uint8_t *bytes, size_t count, int32_t *marks, int scripts) {
  size_t found = 0, offset = 0;
  for (; offset + 16 <= count; offset += 16) {
    block b;
    memcpy(&b, bytes + offset, 16);
    block hits = COMMON(b, block);
    if (scripts) hits |= SCRIPTS(b, block);
    pair words = (pair)hits;
    for (int half = 0; half < 2; half++) {
      uint64_t bits = words[half] & 0x8080808080808080u;
      while (bits) {
        marks[found++] = (int32_t)(offset + (size_t)half * 8 + ((size_t)__builtin_ctzll(bits) >> 3));
        bits &= bits - 1;
      }
    }
  }
  for (; offset < count; offset++) {
    uint8_t b = bytes[offset];
    if ((COMMON(b, int)) || (scripts && (SCRIPTS(b, int)))) marks[found++] = (int32_t)offset;
  }
  return found;
}

size_t sluice_scan_marks(const uint8_t *bytes, size_t count, int32_t *marks, int scripts) {
  return scripts ? scan(bytes, count, marks, 1) : scan(bytes, count, marks, 0);
}
