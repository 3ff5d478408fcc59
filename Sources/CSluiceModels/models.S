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

// The hash of a large table takes milliseconds, so it stands beside the table.
#define HASHED_TABLE(name, file, hash) \
  TABLE(name, file);                   \
  .balign 8;                           \
  .globl SYMBOL(name##_hash);          \
  SYMBOL(name##_hash): .quad hash

// Builds notice a new table by a change of this file only, so it names the hash (FNV-1a) of each.
TABLE(sluice_split_english, "split-english.bin") // 5fec8fa4a3598d10
TABLE(sluice_language_detection, "language-detection.bin") // d0e866ba38d92638
TABLE(sluice_parse_blocks, "parse-blocks.bin") // daf06762e2f5d9b1
TABLE(sluice_clean_restarts, "clean-restarts.bin") // c08924249a60b740
TABLE(sluice_clean_words, "clean-words.bin") // 948d336110548574
TABLE(sluice_clean_punctuation, "clean-punctuation.bin") // 3403e1eebfe4d7df
HASHED_TABLE(sluice_tag_english, "tag-english.bin", 0xdcb5cc5dd8ade372)
TABLE(sluice_language_de, "languages/de.txt")
TABLE(sluice_language_fr, "languages/fr.txt")
TABLE(sluice_language_es, "languages/es.txt")
TABLE(sluice_language_it, "languages/it.txt")
TABLE(sluice_language_pt, "languages/pt.txt")
TABLE(sluice_language_nl, "languages/nl.txt")
TABLE(sluice_language_ru, "languages/ru.txt")
TABLE(sluice_language_zh, "languages/zh.txt")
TABLE(sluice_language_ja, "languages/ja.txt")
TABLE(sluice_language_ar, "languages/ar.txt")
TABLE(sluice_language_hi, "languages/hi.txt")

#if defined(__linux__)
  .section .note.GNU-stack, "", %progbits
#endif
