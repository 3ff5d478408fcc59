#ifndef C_SLUICE_SCAN_H
#define C_SLUICE_SCAN_H

#include <stddef.h>
#include <stdint.h>

/// Finds the bytes at which a sentence could end: `. ! ? :`, line feed, straight double quotes, round brackets, and
/// the lead byte of U+2000...U+2FFF. 16 bytes are compared at a time.
///
/// Writes their offsets from `bytes`, plus `base`, to `marks`, which has room for `count` of them.
/// Returns how many there are.
size_t sluice_scan_marks(const uint8_t *bytes, size_t count, int32_t base, int32_t *marks);

#endif
