// Files of Pipelines/ that are part of the program: sluice_talks() and so on give their bytes.
#pragma once

#include <stddef.h>

typedef struct {
  const unsigned char *bytes;
  size_t count;
} SluiceResource;

#define SLUICE_RESOURCE(name)                                                              \
  extern const unsigned char sluice_##name##_start[];                                      \
  extern const unsigned char sluice_##name##_end[];                                        \
  static inline SluiceResource sluice_##name(void) {                                       \
    return (SluiceResource){sluice_##name##_start,                                         \
                            (size_t)(sluice_##name##_end - sluice_##name##_start)};        \
  }

SLUICE_RESOURCE(talks)
SLUICE_RESOURCE(article)
SLUICE_RESOURCE(plain)
SLUICE_RESOURCE(web)
SLUICE_RESOURCE(demo_page)
