#include "CSluiceWords.h"

#include "masks.h"

/* Letters and digits, and bytes beyond ASCII but those that lead General Punctuation and the signs of Latin-1. */
static inline int is_word(uint8_t b) {
  return (uint8_t)((b | 0x20) - 'a') < 26 || (uint8_t)(b - '0') < 10 || (b >= 0x80 && b != 0xE2 && b != 0xC2);
}

/* Which of 64 bytes are of words, and which are digits. */
typedef struct {
  uint64_t words, digits;
} window;

static inline window look(const uint8_t *bytes, size_t offset, size_t end) {
  uint8_t room[64];
  const uint8_t *from = padded(bytes, offset, end, room);
  window w = {0, 0};
  for (int part = 0; part < 4; part++) {
    block b;
    memcpy(&b, from + part * 16, 16);
    block digits = (block)((b - '0') < 10);
    block letters = (block)(((b | 0x20) - 'a') < 26);
    block wide = (block)(b >= 0x80) & (block)(b != 0xE2) & (block)(b != 0xC2);
    w.words |= bits_of(letters | digits | wide) << (part * 16);
    w.digits |= bits_of(digits) << (part * 16);
  }
  return w;
}

/* The finalizer of MurmurHash3 (Appleby). */
static inline uint64_t mixed(uint64_t value) {
  value = (value ^ (value >> 33)) * 0xFF51AFD7ED558CCD;
  value = (value ^ (value >> 33)) * 0xC4CEB9FE1A85EC53;
  return value ^ (value >> 33);
}

/* Eight bytes as a number, the first highest. */
static inline uint64_t number(const uint8_t *bytes) {
  uint64_t value;
  memcpy(&value, bytes, 8);
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  value = __builtin_bswap64(value);
#endif
  return value;
}

/* ASCII letters in lower case. */
static inline uint64_t lowered(uint64_t value) {
  uint64_t seven = value & 0x7F7F7F7F7F7F7F7F;
  uint64_t from_a = seven + 0x3F3F3F3F3F3F3F3F, behind_z = seven + 0x2525252525252525;
  uint64_t upper = (from_a & ~behind_z & ~value) & 0x8080808080808080;
  return value | upper >> 2;
}

static inline uint64_t hash_of(const uint8_t *bytes, size_t start, size_t end, size_t limit) {
  uint64_t hash = 0, part = 0;
  for (; end - start >= 8; start += 8) hash = mixed(hash ^ lowered(number(bytes + start)));
  size_t rest = end - start;
  if (rest > 0 && limit - start >= 8) {
    part = lowered(number(bytes + start) >> (64 - 8 * rest));
  } else {
    for (; start < end; start++) part = part << 8 | bytes[start];
    part = lowered(part);
  }
  return (hash == 0 ? part << 1 : mixed(hash ^ part)) | 1;
}

uint64_t sluice_word_hash(const uint8_t *bytes, size_t start, size_t end, size_t limit) {
  return hash_of(bytes, start, end, limit);
}

/* Length of an apostrophe or hyphen that may join two parts of a word; 0 for anything else. */
static inline size_t joint_length(const uint8_t *bytes, size_t index, size_t end) {
  uint8_t b = bytes[index];
  if (b == '\'' || b == '-') return 1;
  return b == 0xE2 && index + 2 < end && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x99 ? 3 : 0;
}

/* What a sign beyond ASCII that no word begins with says; the offset moves to its last byte. */
static inline uint8_t wide_gap(const uint8_t *bytes, size_t *offset, size_t end) {
  size_t index = *offset;
  if (bytes[index] == 0xC2) {
    if (index + 1 >= end) return SLUICE_GAP_OTHER;
    *offset = index + 1;
    /* A space that does not break, or a sign. */
    return bytes[index + 1] == 0xA0 ? SLUICE_GAP_SPACE : SLUICE_GAP_OTHER;
  }
  if (index + 2 >= end || bytes[index + 1] != 0x80) return SLUICE_GAP_OTHER;
  *offset = index + 2;
  uint8_t last = bytes[index + 2];
  if (last >= 0x92 && last <= 0x95) return SLUICE_GAP_DASH;
  return last == 0xA6 ? SLUICE_GAP_ELLIPSIS : SLUICE_GAP_OTHER;
}

static inline uint8_t hyphen_gap(const uint8_t *bytes, size_t start, size_t index, size_t end) {
  int is_double = (index + 1 < end && bytes[index + 1] == '-') || (index > start && bytes[index - 1] == '-');
  return !is_double && index == start ? SLUICE_GAP_CUTOFF : SLUICE_GAP_DASH;
}

static uint8_t gap_of(const uint8_t *bytes, size_t *offset, size_t end) {
  size_t start = *offset, index = start;
  uint8_t gap = 0;
  int dots = 0, breaks = 0;
  for (; index < end && !is_word(bytes[index]); index++) {
    switch (bytes[index]) {
    case ' ':
    case '\t':
    case '\r': gap |= SLUICE_GAP_SPACE; break;
    case '\n':
      breaks += breaks < 2;
      gap |= SLUICE_GAP_LINE_BREAK | SLUICE_GAP_SPACE;
      break;
    case ',': gap |= SLUICE_GAP_COMMA; break;
    case '.': dots += dots < 2; break;
    case '?':
    case '!': gap |= SLUICE_GAP_END; break;
    case '-': gap |= hyphen_gap(bytes, start, index, end); break;
    case 0xC2:
    case 0xE2: gap |= wide_gap(bytes, &index, end); break;
    default: gap |= SLUICE_GAP_OTHER;
    }
  }
  *offset = index;
  if (dots == 1 || breaks > 1) gap |= SLUICE_GAP_END;
  if (dots > 1) gap |= SLUICE_GAP_ELLIPSIS;
  return gap;
}

uint8_t sluice_word_gap(const uint8_t *bytes, size_t *offset, size_t end) { return gap_of(bytes, offset, end); }

size_t sluice_most_words(const uint8_t *bytes, size_t start, size_t end) {
  size_t count = 0;
  uint64_t last = 0;
  for (; start < end; start += 64) {
    uint64_t words = look(bytes, start, end).words;
    count += (size_t)__builtin_popcountll(words & ~(words << 1 | last));
    last = words >> 63;
    if (end - start < 64) break;
  }
  return count;
}

size_t sluice_scan_words(const uint8_t *bytes, size_t start, size_t end, size_t most, const uint64_t *filter,
                         sluice_word_rows *rows) {
  size_t index = start, base = start, count = rows->count, listed = rows->listed_count;
  uint8_t *gaps = rows->gaps;
  uint16_t *traits = rows->traits;
  window w = look(bytes, base, end);
  for (; index < end && most > 0; most--) {
    size_t first = index;
    uint64_t digits = 0;
    uint16_t trait = 0;
    /* One part of a word after the other. */
    while (1) {
      while (1) {
        if (index - base >= 40) w = look(bytes, base = index, end);
        int at = (int)(index - base), run = trailing_zeros(~(w.words >> at));
        digits |= w.digits >> at & low_bits(run);
        index += (size_t)run;
        if (at + run < 64) break;
      }
      if (index >= end) break;
      size_t joint = joint_length(bytes, index, end);
      if (joint == 0 || index + joint >= end || !is_word(bytes[index + joint])) break;
      trait = SLUICE_TRAIT_JOINED;
      index += joint;
    }
    if (digits) trait |= SLUICE_TRAIT_DIGIT;
    uint64_t hash = hash_of(bytes, first, index, end);
    rows->starts[count] = (int32_t)first;
    rows->ends[count] = (int32_t)index;
    rows->hashes[count] = hash;
    traits[count] = trait;
    uint64_t bit = hash * 0xD6E8FEB86659FD93 >> 51;
    rows->listed[listed] = (int32_t)count;
    listed += filter[bit >> 6] >> (bit & 63) & 1;
    /* Nearly all gaps are one space. */
    if (index + 1 < end && bytes[index] == ' ' && is_word(bytes[index + 1])) {
      gaps[count++] = SLUICE_GAP_SPACE;
      index++;
    } else {
      gaps[count++] = gap_of(bytes, &index, end);
    }
  }
  rows->count = count;
  rows->listed_count = listed;
  return index;
}
