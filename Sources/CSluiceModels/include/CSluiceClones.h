#ifndef C_SLUICE_CLONES_H
#define C_SLUICE_CLONES_H

/* A second copy of a function for processors with wider vectors; its sums have the same order, and so the same results. */
#if defined(__x86_64__) && defined(__linux__)
#define SLUICE_CLONES __attribute__((target_clones("avx2", "default")))
#else
#define SLUICE_CLONES
#endif

#endif
