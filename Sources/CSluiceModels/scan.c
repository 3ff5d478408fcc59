#include "CSluiceScan.h"

#include <string.h>

typedef uint8_t block __attribute__((vector_size(16)));
typedef uint64_t pair __attribute__((vector_size(16)));

static int is_mark(uint8_t byte) {
  switch (byte) {
  case '.': case '!': case '?': case ':': case '\n': case '"': case '(': case ')': case 0xE2: return 1;
  default: return 0;
  }
}

size_t sluice_scan_marks(const uint8_t *bytes, size_t count, int32_t base, int32_t *marks) {
  size_t found = 0, offset = 0;
  for (; offset + 16 <= count; offset += 16) {
    block b;
    memcpy(&b, bytes + offset, 16);
    block hits = (block)(b == '.') | (block)(b == '!') | (block)(b == '?') | (block)(b == ':') | (block)(b == '\n')
      | (block)(b == '"') | (block)((b & 0xFE) == '(') | (block)(b == 0xE2);
    pair words = (pair)hits;
    for (int half = 0; half < 2; half++) {
      uint64_t bits = words[half] & 0x8080808080808080u;
      while (bits) {
        marks[found++] = base + (int32_t)(offset + (size_t)half * 8 + ((size_t)__builtin_ctzll(bits) >> 3));
        bits &= bits - 1;
      }
    }
  }
  for (; offset < count; offset++) {
    if (is_mark(bytes[offset])) marks[found++] = base + (int32_t)offset;
  }
  return found;
}
