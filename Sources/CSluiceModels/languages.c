#include "CSluiceModels.h"

#include <string.h>

#define LANGUAGES(each) \
  each(de) each(fr) each(es) each(it) each(pt) each(nl) each(ru) each(zh) each(ja) each(ar) each(hi)

#define DECLARE(code) \
  extern const uint8_t sluice_language_##code##_start[]; \
  extern const uint8_t sluice_language_##code##_end[];
LANGUAGES(DECLARE)

sluice_table sluice_language(const char *code) {
#define FIND(name)                                                                                        \
  if (strcmp(code, #name) == 0)                                                                           \
    return (sluice_table){sluice_language_##name##_start,                                                 \
                          (size_t)(sluice_language_##name##_end - sluice_language_##name##_start)};
  LANGUAGES(FIND)
  return (sluice_table){0, 0};
}
