#include "CSluiceForest.h"
#include "CSluiceClones.h"

#include <string.h>

enum { DEPTH = SLUICE_FOREST_DEPTH, LANES = 8 };

typedef float numbers __attribute__((vector_size(4 * LANES)));
typedef int32_t bits __attribute__((vector_size(4 * LANES)));

SLUICE_CLONES
void sluice_forest_sum(const uint16_t *columns, const float *thresholds, const int16_t *leaves, size_t trees,
                       const float *values, size_t stride, int32_t *sums) {
  for (size_t tree = 0; tree < trees; tree++, columns += DEPTH, thresholds += DEPTH, leaves += 1 << DEPTH) {
    const float *column[DEPTH];
    for (int level = 0; level < DEPTH; level++) column[level] = values + columns[level] * stride;
    for (size_t row = 0; row < stride; row += LANES) {
      bits leaf = {0};
      for (int level = 0; level < DEPTH; level++) {
        numbers value;
        memcpy(&value, column[level] + row, sizeof value);
        leaf |= (value > thresholds[level]) & (1 << level);
      }
      for (int lane = 0; lane < LANES; lane++) sums[row + (size_t)lane] += leaves[leaf[lane]];
    }
  }
}
