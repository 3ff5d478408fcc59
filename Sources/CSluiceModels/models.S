// The tables that the stages ship, as read-only data. Paths are found by the target's header search path.

#if defined(__APPLE__)
#define SYMBOL(name) _##name
  .const_data
#else
#define SYMBOL(name) name
  .section .rodata
#endif

#define TABLE(name, file)              \
  .balign 64;                          \
  .globl SYMBOL(name##_start);         \
  .globl SYMBOL(name##_end);           \
  SYMBOL(name##_start): .incbin file;  \
  SYMBOL(name##_end): .byte 0

TABLE(sluice_split_english, "split-english.bin")

#if defined(__linux__)
  .section .note.GNU-stack, "", %progbits
#endif
