#ifndef C_SLUICE_MASKS_H
#define C_SLUICE_MASKS_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Bits of 64 bytes at a time, one a byte, the first byte lowest. */

typedef uint8_t block __attribute__((vector_size(16)));
typedef _Bool flags __attribute__((ext_vector_type(16)));

/* The bits of 16 bytes that are all ones or none. */
static inline uint64_t bits_of(block hits) {
  flags set = __builtin_convertvector(hits, flags);
  uint16_t bits;
  memcpy(&bits, &set, 2);
  return bits;
}

static inline int trailing_zeros(uint64_t bits) { return bits ? __builtin_ctzll(bits) : 64; }

/* The first `count` bits. */
static inline uint64_t low_bits(int count) { return count >= 64 ? ~(uint64_t)0 : ((uint64_t)1 << count) - 1; }

/* The 64 bytes at an offset; zeros from `end` on. */
static inline const uint8_t *padded(const uint8_t *bytes, size_t offset, size_t end, uint8_t room[64]) {
  if (end - offset >= 64) return bytes + offset;
  memset(room, 0, 64);
  memcpy(room, bytes + offset, end - offset);
  return room;
}

#endif
