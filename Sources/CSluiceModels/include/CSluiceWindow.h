#ifndef C_SLUICE_WINDOW_H
#define C_SLUICE_WINDOW_H

#include <stddef.h>
#include <stdint.h>

/// Adds an input times its weights to the units of a layer: `count` values, each with a row of `units` weights.
void sluice_window_add(float *units, size_t unit_count, const float *weights, const float *values, size_t count);

#endif
