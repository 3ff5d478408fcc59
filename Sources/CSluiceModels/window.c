#include "CSluiceWindow.h"

#pragma STDC FP_CONTRACT OFF

void sluice_window_add(float *restrict units, size_t unit_count, const float *restrict weights,
                       const float *restrict values, size_t count) {
  for (size_t d = 0; d < count; d++, weights += unit_count) {
    float value = values[d];
    if (value == 0) continue;
    for (size_t k = 0; k < unit_count; k++) units[k] += value * weights[k];
  }
}
