#ifndef C_SLUICE_FOREST_H
#define C_SLUICE_FOREST_H

#include <stddef.h>
#include <stdint.h>

/// Questions of a tree, one a level.
enum { SLUICE_FOREST_DEPTH = 6 };

/// Sums the leaves that rows reach in trees that ask one question a level.
///
/// `values` holds columns of `stride` numbers, a multiple of eight. A tree has SLUICE_FOREST_DEPTH columns and
/// thresholds and a leaf for each answer; a row whose number is above the threshold of level n sets bit n. The leaves
/// are added to `sums`, which has `stride` places.
void sluice_forest_sum(const uint16_t *columns, const float *thresholds, const int16_t *leaves, size_t trees,
                       const float *values, size_t stride, int32_t *sums);

#endif
