#include "CSluiceWords.h"

#include "masks.h"

typedef struct {
  uint64_t letters, apostrophes, breaks, questions;
} window;

static inline window look(const uint8_t *bytes, size_t offset, size_t end) {
  uint8_t room[64];
  const uint8_t *from = padded(bytes, offset, end, room);
  window w = {0, 0, 0, 0};
  for (int part = 0; part < 4; part++) {
    block b;
    memcpy(&b, from + part * 16, 16);
    block letters = (block)(((b | 0x20) - 'a') < 26) | (block)(b >= 0x80);
    w.letters |= bits_of(letters) << (part * 16);
    w.apostrophes |= bits_of((block)(b == '\'')) << (part * 16);
    w.breaks |= bits_of((block)(b == '\n')) << (part * 16);
    w.questions |= bits_of((block)(b == '?')) << (part * 16);
  }
  return w;
}

/* Whether a letter follows the apostrophes at an offset. */
static int has_letter(const uint8_t *bytes, size_t offset, size_t end) {
  while (offset < end && bytes[offset] == '\'') offset++;
  return offset < end && ((uint8_t)((bytes[offset] | 0x20) - 'a') < 26 || bytes[offset] >= 0x80);
}

sluice_talk_counts sluice_count_talk(const uint8_t *bytes, size_t start, size_t end) {
  sluice_talk_counts counts = {0, 0, 0};
  uint64_t last_inner = 0, last_break = 1;
  while (start < end) {
    window w = look(bytes, start, end);
    uint64_t inner = w.letters | w.apostrophes, before = inner << 1 | last_inner;
    uint64_t valid = end - start >= 64 ? ~(uint64_t)0 : low_bits((int)(end - start));
    counts.words += (size_t)__builtin_popcountll(w.letters & ~before);
    for (uint64_t signs = w.apostrophes & ~before; signs; signs &= signs - 1)
      counts.words += (size_t)has_letter(bytes, start + (size_t)trailing_zeros(signs), end);
    counts.lines += (size_t)__builtin_popcountll(~w.breaks & (w.breaks << 1 | last_break) & valid);
    counts.questions += (size_t)__builtin_popcountll(w.questions);
    last_inner = inner >> 63;
    last_break = w.breaks >> 63;
    if (end - start < 64) break;
    start += 64;
  }
  return counts;
}
