#ifndef C_SLUICE_BYTES_H
#define C_SLUICE_BYTES_H

#include <stddef.h>
#include <stdint.h>

/* Offsets of the next byte of a kind in start ..< end, or `end` when there is none; 16 bytes are compared at a time. */

/// A byte beyond ASCII.
size_t sluice_next_wide(const uint8_t *bytes, size_t start, size_t end);

/// `(`, `[` or `{`.
size_t sluice_next_bracket(const uint8_t *bytes, size_t start, size_t end);

/// `"` or the lead byte of U+2000...U+2FFF.
size_t sluice_next_quote(const uint8_t *bytes, size_t start, size_t end);

/// A space with a space behind it.
size_t sluice_next_two_spaces(const uint8_t *bytes, size_t start, size_t end);

/// A byte that white space, control or invisible characters may begin with; but not a single space or line feed
/// between other bytes of `start ..< end`, unless it is the first byte of all.
size_t sluice_next_white_space(const uint8_t *bytes, size_t start, size_t end);

#endif
