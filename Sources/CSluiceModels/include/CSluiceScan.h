#ifndef C_SLUICE_SCAN_H
#define C_SLUICE_SCAN_H

#include <stddef.h>
#include <stdint.h>

/// Finds the bytes at which a sentence could end: `. ! ? :`, line feed, straight double quotes, round brackets, and
/// the lead bytes of U+2000...U+3FFF and U+F000...U+FFFF; with `scripts` those of Arabic and Indic marks as well. 16 bytes are compared at a time.
///
/// Writes their offsets from `bytes` to `marks`, which has room for `count` of them.
/// Returns how many there are.
size_t sluice_scan_marks(const uint8_t *bytes, size_t count, int32_t *marks, int scripts);

#endif
